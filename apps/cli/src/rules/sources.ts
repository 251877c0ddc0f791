import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { SourceFile } from '@motcua/dsl'
import { Unusable } from '../command.ts'
import { type Project, projectOf, rulesRootOf } from '../places.ts'

/** Files of law that are read together: one province's, with the national acts and calendars it stands on. */
export interface Bundle {
  readonly files: readonly SourceFile[]
  /** Paths of the files that were asked for; the others were added so that these make sense. */
  readonly asked: ReadonlySet<string>
}

/**
 * The bundles that the given files, folders and globs fall into, one per folder. National files are added to every
 * province; a file inside a `rules/` folder also brings its neighbours, the province's other regulations.
 */
export function bundlesOf(operands: readonly string[], cwd: string): Bundle[] {
  const project = projectOf(cwd)
  const files = lawFiles(operands, cwd)
  const folders = Map.groupBy(files, (file) => path.dirname(file))
  return [...folders].map(([folder, asked]) => bundleOf(folder, asked, project, cwd))
}

function bundleOf(folder: string, asked: readonly string[], project: Project, cwd: string): Bundle {
  const { root, inside } = rulesRootOf(path.join(folder, 'x'), project)
  const national = lawIn(path.join(root, 'national'))
  const neighbours = inside ? lawIn(folder) : []
  const all = [...new Set([...national, ...neighbours, ...asked])]
  return {
    files: all.map((file) => ({ path: shown(file, cwd), text: readFileSync(file, 'utf8') })),
    asked: new Set(asked.map((file) => shown(file, cwd))),
  }
}

/** Absolute paths of the files meant, in order, each once. A shell that left a glob alone finds it unfolded here. */
function lawFiles(operands: readonly string[], cwd: string): string[] {
  const found = operands.flatMap((operand) => {
    const file = path.resolve(cwd, operand)
    if (existsSync(file)) return statSync(file).isDirectory() ? notEmpty(lawIn(file), operand) : [file]
    return notEmpty(
      globSync(operand, { cwd })
        .map((name) => path.resolve(cwd, name))
        .toSorted(),
      operand,
    )
  })
  return [...new Set(found)]
}

function lawIn(folder: string): string[] {
  return globSync('**/*.quyche', { cwd: folder })
    .map((name) => path.join(folder, name))
    .toSorted()
}

function notEmpty(files: string[], operand: string): string[] {
  if (files.length > 0) return files
  throw new Unusable({
    vi: `không tìm thấy tệp quy chế nào ở \`${operand}\``,
    en: `no file of law was found at \`${operand}\``,
  })
}

/** The path as the person would write it from where they stand. */
function shown(file: string, cwd: string): string {
  const relative = path.relative(cwd, file)
  return relative.startsWith('..') ? file : relative
}
