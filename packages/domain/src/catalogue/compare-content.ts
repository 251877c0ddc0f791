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
  readonly before?: string
  readonly after?: string
}

/** What a version changes against another one, part by part; everything is new without an earlier one. */
export function compareContent(
  before: ProcedureContent | undefined,
  after: ProcedureContent,
): ContentChange[] {
  const [was, is] = [before ? linesOf(before) : [], linesOf(after)]
  const known = new Map(was.map((line) => [line.key, line]))
  const kept = new Set(is.map(({ key }) => key))
  return contentParts.flatMap((part) => [
    ...is
      .filter((line) => line.part === part)
      .flatMap((line): ContentChange[] => {
        const old = known.get(line.key)
        if (old?.text === line.text) return []
        return [{ part, ...named(line), ...(old && { before: old.text }), after: line.text }]
      }),
    ...was
      .filter((line) => line.part === part && !kept.has(line.key))
      .map((line) => ({ part, ...named(line), before: line.text })),
  ])
}

interface Line {
  readonly part: ContentPart
  readonly key: string
  readonly what?: string
  readonly text: string
}

/** A version as lines that can be laid beside those of another. */
function linesOf({ procedure, level, agencies, form, fees }: ProcedureContent): Line[] {
  const one = (part: ContentPart, text: string): Line => ({ part, key: part, text })
  const each = (part: ContentPart, texts: readonly string[] = []): Line[] =>
    texts.map((text) => ({ part, key: `${part} ${text}`, text }))
  const kept = (part: ContentPart, id: string, what: string, said: object): Line => ({
    part,
    key: `${part} ${id}`,
    what,
    text: plain({ ...said, name: what }),
  })
  return [
    one('name', procedure.name),
    one('level', level),
    ...each('agencies', agencies),
    one('field', procedure.field),
    one('authority', procedure.decidingAuthority),
    ...each('applicants', procedure.applicants),
    ...each('channels', procedure.channels),
    ...procedure.cases.map(({ id, name, limit, note }) =>
      kept('cases', id, name, { n: limit.n, unit: limit.unit, note }),
    ),
    one('fee', procedure.fee),
    ...fees.map(({ item, kind, procedure: _, ...rest }) =>
      kept('fees', `${item} ${rest.cases.join()} ${rest.modes.join()} ${rest.forWhom ?? ''}`, item, {
        kind,
        ...rest,
      }),
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
          page: page.title.vi,
          english: label.en,
          pageWhen: page.when,
          ...rest,
        }),
      ),
    ),
  ]
}

function named({ what }: Line): Pick<ContentChange, 'what'> {
  return what ? { what } : {}
}

/** A value as one line: what is unset is left out, so that two spellings of nothing are the same. */
function plain(said: object): string {
  return Object.entries(said)
    .filter(([, value]) => value !== undefined && value !== '' && value !== false)
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join('; ')
}
