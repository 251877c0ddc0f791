import type { CivilDate } from '@motcua/calendar'
import type { Calendar, Regulation } from '../ast/nodes.ts'
import { checkLinks } from '../check/links.ts'
import type { Proof } from '../check/proof.ts'
import { prove, soundOf } from '../check/prove.ts'
import { type Bilingual, type Diagnostic, type Findings, isError, newFindings } from '../source/diagnostic.ts'
import type { SourceFile } from '../source/span.ts'
import type { CalendarDays, Compiled } from './compiled.ts'
import { type Dispatch, dispatchOf } from './dispatch.ts'
import { checkAgain, readAgain } from './memory.ts'
import { sha256, stableJson } from './stable.ts'
import { compileTables } from './tables.ts'

/** One regulation of a program, as a list shows it. */
export interface ProgramRegulation {
  readonly number: string
  readonly title: Bilingual
  readonly effectiveOn: CivilDate
  /** First day it is no longer in force. */
  readonly endsBefore?: CivilDate
  /** Whether the start is in the text, inferred, or assumed because the text is incomplete. */
  readonly effectiveBasis: 'stated' | 'implied' | 'provisional'
  /** True for a regulation of the province, false for a national act. */
  readonly province: boolean
  readonly path: string
}

/** The compiled law of one tenant. Immutable; it holds no office hours, which are bound by `bindCalendar`. */
export interface Program {
  /** SHA-256 of the tables: the same for the same meaning. */
  readonly hash: string
  readonly regulations: readonly ProgramRegulation[]
  readonly calendar: CalendarDays
  /** The tables as plain JSON. */
  readonly compiled: Compiled
  readonly dispatch: Dispatch
  /** The trees the tables were made of, for examples and coverage. */
  readonly trees: readonly Regulation[]
}

/** What came of compiling: the law where nothing is wrong, and everything that was found. */
export interface CompileResult {
  /** Missing where a diagnostic is an error. */
  readonly program?: Program
  readonly diagnostics: readonly Diagnostic[]
  /** What is worth knowing and asks for nothing. */
  readonly information: readonly Diagnostic[]
  /** What was proven: see `certificateOf`. */
  readonly proofs: readonly Proof[]
}

/**
 * Compiles all files of one tenant: its regulations, the national acts and the national calendar. Faults of every file
 * are collected; with an error there is no program. The examples are run by `runExamples`, which needs no tenant.
 */
export function compile(files: readonly SourceFile[]): CompileResult {
  const findings = newFindings()
  const trees = files.flatMap((file) => readAgain(file, findings) ?? [])
  const regulations = trees.filter((one) => one.k === 'regulation')
  const calendars = trees.filter((one) => one.k === 'calendar')
  checkTrees(regulations, calendars, findings)
  const sound = inTableOrder(soundOf(regulations, findings.list))
  const faulty = findings.list.some(isError)
  // Where nothing of the province can be read there is nothing to prove, and nothing to lay out.
  if (faulty && sound.every(({ national }) => national)) return resultOf(findings, [], files)
  const [calendar] = soundOf(calendars, findings.list)
  const compiled = compileTables(sound, calendar)
  const result = resultOf(findings, prove(sound, calendar, compiled, findings), files)
  if (findings.list.some(isError)) return result
  return { program: assembleProgram(sound, compiled), ...result }
}

function resultOf(
  { list }: Findings,
  proofs: readonly Proof[],
  files: readonly SourceFile[],
): Omit<CompileResult, 'program'> {
  const told = inOrder(list, files)
  return {
    diagnostics: told.filter(({ severity }) => severity !== 'information'),
    information: told.filter(({ severity }) => severity === 'information'),
    proofs,
  }
}

/** The diagnostics alone, of one file or of all files of a tenant. */
export function check(files: SourceFile | readonly SourceFile[]): readonly Diagnostic[] {
  return compile('path' in files ? [files] : files).diagnostics
}

function checkTrees(
  regulations: readonly Regulation[],
  calendars: readonly Calendar[],
  findings: Findings,
): void {
  for (const one of [...regulations, ...calendars]) checkAgain(one, calendars[0], findings)
  checkLinks(regulations, calendars, findings)
}

/** The same law without the province: what national examples are worked with. */
export function nationalPart(program: Program): Program {
  const trees = program.trees.filter(({ national }) => national)
  return assembleProgram(trees, { ...compileTables(trees, undefined), calendar: program.calendar })
}

/**
 * The same law as if one regulation of the province had been in force from the first day of the calendar on, and no
 * other of the province; the nation's acts come and go as they did. What would have been, for a replay.
 * Throws RangeError where no regulation of the province comes from that path.
 */
export function asIfAlwaysInForce(program: Program, path: string): Program {
  const only = program.trees.find((tree) => !tree.national && tree.path === path)
  if (!only) throw new RangeError(`no regulation of the province comes from ${path}`)
  const { ceases: _, ...rest } = only
  const effective = { ...only.effective!, on: program.calendar.from }
  const trees = [{ ...rest, effective }, ...program.trees.filter(({ national }) => national)]
  return assembleProgram(trees, { ...compileTables(trees, undefined), calendar: program.calendar })
}

/** Provincial regulations first, each group by the day it takes effect. */
function inTableOrder(trees: readonly Regulation[]): readonly Regulation[] {
  const key = (one: Regulation) => `${one.national ? 1 : 0}${one.effective!.on}${one.number}`
  return trees.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

function assembleProgram(trees: readonly Regulation[], compiled: Compiled): Program {
  freeze(compiled)
  let hash: string | undefined
  let dispatch: Dispatch | undefined
  return {
    // Who only checks a file asks for neither of these two.
    get hash() {
      return (hash ??= hashOf(compiled))
    },
    get dispatch() {
      return (dispatch ??= dispatchOf(compiled))
    },
    regulations: compiled.acts.map((act) => ({
      number: act.number,
      title: act.title,
      effectiveOn: act.effectiveOn as CivilDate,
      ...(act.endsBefore === null ? {} : { endsBefore: act.endsBefore as CivilDate }),
      effectiveBasis: act.effectiveBasis,
      province: !act.national,
      path: act.path,
    })),
    calendar: compiled.calendar,
    compiled,
    trees,
  }
}

const hashOf = (compiled: Compiled): string =>
  sha256(stableJson({ ...compiled, acts: compiled.acts.map(({ path: _, ...act }) => act) }))

/** Tables are shared by everyone who asks; nobody can write in them. */
function freeze(value: unknown): void {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return
  Object.freeze(value)
  Object.values(value).forEach(freeze)
}

function inOrder(list: readonly Diagnostic[], files: readonly SourceFile[]): Diagnostic[] {
  const place = new Map(files.map(({ path }, i) => [path, i]))
  return list.toSorted(
    (a, b) => (place.get(a.span.path) ?? 0) - (place.get(b.span.path) ?? 0) || a.span.from - b.span.from,
  )
}
