import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import {
  BadFacts,
  type BoundProgram,
  type OfficeHours,
  type SourceFile,
  askBare,
  bindCalendar,
  compile,
  placeOf,
  runExamples,
} from '../src/index.ts'
import { stableJson } from '../src/compile/stable.ts'
import { lexemes } from '../src/syntax/lexemes.ts'
import { split } from '../src/syntax/split.ts'
import { type Mutation, mutationsOf } from './mutations.ts'

/**
 * The mutation run, by hand: changes each number, unit, comparator, channel … of each rules file, one at a time, and
 * tells which changes neither the checks, nor that file's examples, nor the worked cases notice.
 *
 *     node packages/dsl/scripts/mutate.ts [rules/long-an/30-2019.quyche …]
 */
const root = fileURLToPath(new URL('../../../', import.meta.url))
const read = (path: string): string => readFileSync(root + path, 'utf8')
const filesIn = (folder: string): SourceFile[] =>
  readdirSync(`${root}rules/${folder}`)
    .filter((name) => name.endsWith('.quyche'))
    .map((name) => ({ path: `rules/${folder}/${name}`, text: read(`rules/${folder}/${name}`) }))

interface WorkedCase {
  readonly tenant: string
  readonly question: string
  readonly facts: Record<string, unknown>
  readonly expect: unknown
}

/** The hours the worked cases assume. */
const hours: OfficeHours = {
  weekdays: [1, 2, 3, 4, 5],
  sessions: [
    { from: '07:30', to: '12:00' },
    { from: '13:30', to: '17:00' },
  ],
}

const workedCases = read('rules/worked-cases.ndjson')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as WorkedCase)
const national = filesIn('national')
const provinces = readdirSync(`${root}rules`, { withFileTypes: true })
  .filter((one) => one.isDirectory() && one.name !== 'national')
  .map(({ name }) => ({ name, files: [...national, ...filesIn(name)] }))

type Verdict = 'check' | 'example' | 'worked case' | 'same meaning' | 'survived'

/** How a mutant of one file is noticed. `homes` are the provinces whose law the file is part of. */
function judge(
  file: SourceFile,
  mutant: SourceFile,
  homes: typeof provinces,
  hashes: Map<string, string>,
): Verdict {
  let different = false
  for (const { name, files } of homes) {
    const { program } = compile(files.map((one) => (one === file ? mutant : one)))
    if (!program) return 'check'
    if (program.hash === hashes.get(name)) continue
    different = true
    if (runExamples(program, [file.path]).results.some(({ passed }) => !passed)) return 'example'
    const bound = bindCalendar(program, hours)
    if (workedCases.some((one) => one.tenant === name && !agrees(bound, one))) return 'worked case'
  }
  return different ? 'survived' : 'same meaning'
}

function agrees(bound: BoundProgram, { question, facts, expect }: WorkedCase): boolean {
  try {
    return stableJson(askBare(bound, question, facts).answer) === stableJson(expect)
  } catch (error) {
    if (error instanceof BadFacts) return false
    throw error
  }
}

function run(file: SourceFile): readonly { mutation: Mutation; verdict: Verdict }[] {
  const homes = provinces.filter(({ files }) => files.includes(file))
  const hashes = new Map(homes.map(({ name, files }) => [name, compile(files).program!.hash]))
  return mutationsOf(file.text).map((mutation) => {
    const text = file.text.slice(0, mutation.from) + mutation.text + file.text.slice(mutation.to)
    return { mutation, verdict: judge(file, { ...file, text }, homes, hashes) }
  })
}

/** A calendar answers nothing, and so does an act of which only is told that its words are not at hand. */
function answers(text: string): boolean {
  const leads = split(lexemes(text)).map((cut) => cut.lexemes[0]!.type)
  const rules = leads.filter((lead) => lead === 'RULE').length
  return rules > leads.filter((lead) => lead === 'NOT_RECORDED').length
}

function told(file: SourceFile, { kind, from, to, text }: Mutation): string {
  const { line, lineText } = placeOf(file.text, from)
  return `  ${file.path}:${line} ${kind}: «${file.text.slice(from, to)}» → «${text}» in: ${lineText.trim()}`
}

const { positionals } = parseArgs({ allowPositionals: true })
const wanted = [...new Set(provinces.flatMap(({ files }) => files))].filter(({ path, text }) =>
  positionals.length > 0 ? positionals.includes(path) : answers(text),
)
let [noticed, all] = [0, 0]
for (const file of wanted) {
  const began = performance.now()
  const results = run(file).filter(({ verdict }) => verdict !== 'same meaning')
  const by = (verdict: Verdict) => results.filter((one) => one.verdict === verdict)
  const survived = by('survived')
  noticed += results.length - survived.length
  all += results.length
  console.log(
    `${file.path}: ${results.length - survived.length} of ${results.length} noticed (checks ${by('check').length}, ` +
      `examples ${by('example').length}, worked cases ${by('worked case').length}), ` +
      `${((performance.now() - began) / 1_000).toFixed(1)} s`,
  )
  for (const { mutation } of survived) console.log(told(file, mutation))
}
console.log(`${noticed} of ${all} mutants noticed`)
if (noticed < all) process.exitCode = 1
