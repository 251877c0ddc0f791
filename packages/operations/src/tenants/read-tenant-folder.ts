import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  Form,
  OfferedProcedure,
  OwnSlipTemplates,
  Procedure,
  SlipTemplates,
  TenantManifest,
  Workflow,
  tiersOf,
  type Agency,
} from '@motcua/domain'
import { z } from 'zod'
import { checkAgencies } from '../agencies/check-agencies.ts'
import { expandAgencies, readAgencies, type Lined } from '../agencies/read-agencies.ts'
import { Abbreviations, Demonstration, Messages, OfficeHours, type TenantFolder } from './folder.ts'
import { checkFees, feesInForce, readFees } from './read-fees.ts'
import { readRecords, readText, readYaml, type Reader } from './read-file-checked.ts'
import { TenantProblems, type Problem } from './problem.ts'
import { readTrust } from './read-trust.ts'

/** Where things lie on the disk. */
export interface TenantPlaces {
  /** Folder of one province, e.g. `tenants/long-an`. */
  readonly folder: string
  /** Folder shared by all provinces: `tenants/national`. */
  readonly national: string
  /** Folder of the law: `rules`. */
  readonly rules: string
}

/**
 * Reads a province's folder into one value, with the part of the national catalogue and of the law it names.
 * @throws TenantProblems listing everything wrong, in both languages, with file and line
 */
export async function readTenantFolder(places: TenantPlaces): Promise<TenantFolder> {
  const { parts, problems } = await readTenantParts(places)
  if (problems.length > 0) throw new TenantProblems(problems)
  return parts as TenantFolder
}

/** What could be read of a province's folder, and all that is wrong with the form of the rest. */
export interface ReadParts {
  /** Whole where there is no problem. */
  readonly parts: Partial<TenantFolder>
  readonly problems: readonly Problem[]
}

/** Reads a province's folder as far as it can be read. */
export async function readTenantParts(places: TenantPlaces): Promise<ReadParts> {
  const own: Reader = { folder: places.folder, problems: [] }
  const national: Reader = { folder: places.national, problems: [] }
  const law: Reader = { folder: places.rules, problems: [] }

  const manifest = await readYaml(own, 'tenant.yaml', TenantManifest)
  const bodies = await readAgencies(own)
  const { agencies, points, successions } = bodies
  const offered = await readRecords(own, 'procedures.csv', offeredColumns, OfferedProcedure, offeredCells)
  const calendar = await readYaml(own, 'calendar.yaml', OfficeHours)
  const messagesVi = await readYaml(own, 'messages/vi.yaml', Messages)
  const messagesEn = await readYaml(own, 'messages/en.yaml', Messages)
  const nationalVi = await readYaml(national, 'messages/vi.yaml', Messages)
  const nationalEn = await readYaml(national, 'messages/en.yaml', Messages)
  const workflows = (await readYaml(own, 'workflows.yaml', WorkflowsFile, 'allowed'))?.workflows
  const emblem = await readText(own, 'brand/emblem.svg', 'allowed')
  const catalogue = await readYaml(national, 'procedures.json', z.array(Procedure))
  const forms = (await readYaml(national, 'forms.yaml', FormsFile))?.forms
  const abbreviations = await readYaml(national, 'abbreviations.yaml', Abbreviations, 'allowed')
  const fees = await readFees(own, national)
  const nationalSlips = await readYaml(national, 'slips.yaml', SlipTemplates)
  const ownSlips = await readYaml(own, 'slips.yaml', OwnSlipTemplates, 'allowed')
  const trust = [...(await readTrust(national)), ...(await readTrust(own))]
  const rules = manifest ? await readRules(own, law, manifest.rules) : []

  checkAgencies(own.problems, bodies, tiersOf(manifest ?? {}))
  const expanded = offered.map(({ line, value }) => ({ line, value: expandAgencies(value, agencies) }))
  if (catalogue && forms) checkOffered(own.problems, expanded, { agencies, catalogue, forms })

  if (catalogue) checkFees(own, national, fees, catalogue)

  const problems = [
    ...own.problems,
    ...inFolder('national', national.problems),
    ...inFolder('rules', law.problems),
  ]
  const codes = new Set(expanded.map(({ value }) => value.code))
  const formIds = new Set(expanded.map(({ value }) => value.form))
  const parts: Partial<TenantFolder> = {
    ...(manifest && { manifest }),
    agencies: agencies.map(({ value }) => value),
    receivingPoints: points.map(({ value }) => value),
    offered: expanded.map(({ value }) => value),
    ...(catalogue && { procedures: catalogue.filter(({ code }) => codes.has(code)) }),
    ...(forms && { forms: forms.filter(({ id }) => formIds.has(id)) }),
    ...(calendar && { calendar }),
    // What a province words itself stands in the place of the national wording.
    ...(messagesVi &&
      messagesEn && {
        messages: { vi: { ...nationalVi, ...messagesVi }, en: { ...nationalEn, ...messagesEn } },
      }),
    ...(nationalSlips && { slips: slipsOf(nationalSlips, ownSlips) }),
    abbreviations: abbreviations ?? {},
    workflows: workflows ?? [],
    successions: successions.map(({ value }) => value),
    fees: feesInForce(fees).filter(({ procedure }) => codes.has(procedure)),
    trust,
    ...(emblem !== undefined && { emblem }),
    rules,
  }
  return { parts, problems }
}

/** A slip the province writes itself stands in the place of the national one. */
function slipsOf(national: SlipTemplates, own: OwnSlipTemplates = {}): SlipTemplates {
  const rewritten = new Set(own.templates?.map(({ slip }) => slip))
  return {
    section: own.section ?? national.section,
    templates: [...(own.templates ?? []), ...national.templates.filter(({ slip }) => !rewritten.has(slip))],
  }
}

/** The accounts of a demonstration. Only a demonstration start asks for them. */
export async function readDemonstration(folder: string): Promise<Demonstration | undefined> {
  const reader: Reader = { folder, problems: [] }
  const demonstration = await readYaml(reader, 'demo.yaml', Demonstration, 'allowed')
  if (reader.problems.length > 0) throw new TenantProblems(reader.problems)
  return demonstration
}

// Pages that several forms share stand under `shared`; YAML puts them in their places.
const FormsFile = z.object({ forms: z.array(Form) })

// A decision that approves several workflows stands under `decisions`; YAML puts it in its places.
const WorkflowsFile = z.object({ workflows: z.array(Workflow) })

const offeredColumns = ['code', 'level', 'agencies', 'form']

function offeredCells({ agencies = '', ...cells }: Readonly<Record<string, string>>): unknown {
  return { ...cells, agencies: agencies.split(/\s+/).filter(Boolean) }
}

/** The files a manifest names, in its order; a name ending in `/` stands for every `.quyche` file of that folder. */
export async function readRules(
  own: Reader,
  law: Reader,
  names: readonly string[],
): Promise<TenantFolder['rules']> {
  const paths = (
    await Promise.all(names.map((name) => (name.endsWith('/') ? listRules(own, law, name) : [name])))
  ).flat()
  const texts = await Promise.all(paths.map((path) => readText(law, path)))
  return paths.flatMap((path, i) =>
    texts[i] === undefined ? [] : [{ path: `rules/${path}`, text: texts[i] }],
  )
}

async function listRules(own: Reader, law: Reader, name: string): Promise<string[]> {
  const files = await readdir(join(law.folder, name)).catch(() => [])
  const found = files.filter((file) => file.endsWith('.quyche')).toSorted()
  if (found.length === 0) {
    own.problems.push({
      file: 'tenant.yaml',
      vi: `\`rules\`: thư mục \`rules/${name}\` không có tệp .quyche nào`,
      en: `\`rules\`: the folder \`rules/${name}\` has no .quyche file`,
    })
  }
  return found.map((file) => name + file)
}

function checkOffered(
  problems: Problem[],
  offered: Lined<OfferedProcedure>,
  known: { agencies: Lined<Agency>; catalogue: readonly Procedure[]; forms: readonly Form[] },
): void {
  const file = 'procedures.csv'
  const codes = new Set(known.catalogue.map(({ code }) => code))
  const forms = new Set(known.forms.map(({ id }) => id))
  const receives = new Map<string, boolean>()
  // A body receives where any form of it does.
  for (const { value } of known.agencies)
    receives.set(value.id, value.hasOneStopSection || receives.get(value.id) === true)
  const note = (line: number, vi: string, en: string): number => problems.push({ file, line, vi, en })
  for (const { line, value } of offered) {
    const { code, form } = value
    if (!codes.has(code))
      note(
        line,
        `danh mục quốc gia không có thủ tục \`${code}\``,
        `the national catalogue has no procedure \`${code}\``,
      )
    if (!forms.has(form)) note(line, `không có biểu mẫu \`${form}\``, `there is no form \`${form}\``)
    if (offered.some((other) => other.line < line && other.value.code === code)) {
      note(
        line,
        `thủ tục \`${code}\` đã được khai ở trên`,
        `the procedure \`${code}\` was listed above already`,
      )
    }
    if (value.agencies.length === 0) note(line, 'không có cơ quan nào tiếp nhận', 'no body receives it')
    for (const agency of value.agencies) {
      if (!receives.has(agency))
        note(line, `không có cơ quan \`${agency}\``, `there is no body \`${agency}\``)
      else if (!receives.get(agency)) {
        note(line, `\`${agency}\` không có bộ phận một cửa`, `\`${agency}\` has no one-stop section`)
      }
    }
  }
}

function inFolder(folder: string, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => ({ ...problem, file: `${folder}/${problem.file}` }))
}
