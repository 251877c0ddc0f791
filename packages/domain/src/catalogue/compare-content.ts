import type { ProcedureContent } from './procedure-version.ts'

/** Parts of a procedure in which two versions may differ. */
export const contentParts = [
  'name',
  'level',
  'agencies',
  'field',
  'authority',
  'applicants',
  'channels',
  'cases',
  'fee',
  'fees',
  'papers',
  'steps',
  'requirements',
  'notes',
  'results',
  'legal-basis',
  'questions',
] as const
export type ContentPart = (typeof contentParts)[number]

/** One difference: what stood there and what stands there now. A new thing has no before, a gone one no after. */
export interface ContentChange {
  readonly part: ContentPart
  /** Which one of several: a paper, a case, a question. */
  readonly what?: string
  /** What of it, where it was there before: its copies, its limit. */
  readonly detail?: string
  readonly before?: string
  readonly after?: string
}

/** What a version changes against another one, part by part; everything is new without an earlier one. */
export function compareContent(
  before: ProcedureContent | undefined,
  after: ProcedureContent,
): ContentChange[] {
  const [was, is] = [before ? thingsOf(before) : [], thingsOf(after)]
  const known = new Map(was.map((thing) => [thing.key, thing]))
  const kept = new Set(is.map(({ key }) => key))
  return contentParts.flatMap((part) => [
    ...is.filter((thing) => thing.part === part).flatMap((thing) => changesOf(known.get(thing.key), thing)),
    ...was
      .filter((thing) => thing.part === part && !kept.has(thing.key))
      .map(({ name }) => ({ part, before: name })),
  ])
}

/** Something a version says: a text, or one of several things with its details. */
interface Thing {
  readonly part: ContentPart
  readonly key: string
  readonly name: string
  readonly details?: Readonly<Record<string, unknown>>
}

function changesOf(before: Thing | undefined, { part, name, details = {} }: Thing): ContentChange[] {
  if (!before) return [{ part, after: name }]
  const hasDetails = before.details !== undefined
  const named = hasDetails ? { what: name, detail: 'name' } : {}
  const renamed = before.name === name ? [] : [{ part, ...named, before: before.name, after: name }]
  const names = [...new Set([...Object.keys(before.details ?? {}), ...Object.keys(details)])].toSorted()
  return [
    ...renamed,
    ...names.flatMap((detail): ContentChange[] => {
      const [old, now] = [plain(before.details?.[detail]), plain(details[detail])]
      if (old === now) return []
      return [{ part, what: name, detail, ...(old && { before: old }), ...(now && { after: now }) }]
    }),
  ]
}

function thingsOf({ procedure, level, agencies, form, fees }: ProcedureContent): Thing[] {
  const one = (part: ContentPart, name: string): Thing => ({ part, key: part, name })
  const each = (part: ContentPart, names: readonly string[] = []): Thing[] =>
    names.map((name) => ({ part, key: `${part} ${name}`, name }))
  const kept = (part: ContentPart, id: string, name: string, details: Thing['details']): Thing => ({
    part,
    key: `${part} ${id}`,
    name,
    details: details ?? {},
  })
  return [
    one('name', procedure.name),
    one('level', level),
    ...each('agencies', agencies),
    one('field', procedure.field),
    one('authority', procedure.decidingAuthority),
    ...each('applicants', procedure.applicants),
    ...each('channels', procedure.channels),
    ...procedure.cases.map(({ id, name, ...rest }) => kept('cases', id, name, rest)),
    one('fee', procedure.fee),
    ...fees.map(({ item, procedure: _, ...rest }) =>
      kept('fees', [item, ...rest.cases, ...rest.modes, rest.forWhom].join(' '), item, rest),
    ),
    ...procedure.papers.map(({ id, name, ...rest }) => kept('papers', id, name, rest)),
    ...each('steps', procedure.steps),
    ...each('requirements', procedure.requirements),
    ...each('notes', procedure.notes),
    ...each(
      'results',
      procedure.results.map(({ name }) => name),
    ),
    ...each('legal-basis', procedure.legalBasis),
    ...form.pages.flatMap((page) =>
      page.fields.map(({ id, label, ...rest }) =>
        kept('questions', id, label.vi, {
          ...rest,
          english: label.en,
          page: page.title.vi,
          pageWhen: page.when,
        }),
      ),
    ),
  ]
}

/** A value in plain words, the same however its members stand in the archive; nothing for what says nothing. */
function plain(value: unknown): string {
  if (value === undefined || value === null || value === false || value === '') return ''
  if (Array.isArray(value)) return value.map(plain).filter(Boolean).join('; ')
  if (typeof value !== 'object') return String(value)
  const said = value as Record<string, unknown>
  if ('vi' in said) return plain(said['vi'])
  if ('label' in said) return plain(said['label'])
  if ('how' in said) return [said['field'], said['how'], plain(said['values'])].filter(Boolean).join(' ')
  if ('unit' in said) return `${String(said['n'])} ${String(said['unit'])}`
  return Object.keys(said)
    .toSorted()
    .map((name) => plain(said[name]))
    .filter(Boolean)
    .join(' ')
}
