import { checkForm, type FormFault } from '../intake/check-form.ts'
import type { ServiceLevel } from '../words.ts'
import type { ProcedureContent } from './procedure-version.ts'

/** What is wrong with a procedure before it may go onto the portal. */
export type CatalogueFault =
  | { readonly code: 'form'; readonly fault: FormFault }
  | { readonly code: 'case-twice' | 'paper-twice'; readonly id: string }
  /** What the regulation wants on a procedure's page, and stands nowhere. */
  | { readonly code: 'field-missing'; readonly field: string }
  /** The name on the portal is the announced one (TQ19-8.1c). */
  | { readonly code: 'name-differs'; readonly announced: string }
  | { readonly code: 'level-too-low'; readonly least: ServiceLevel }
  | { readonly code: 'body-unknown'; readonly agencyId: string }
  | { readonly code: 'body-receives-nothing'; readonly agencyId: string }

/** What a version is held against. */
export interface CatalogueSurroundings {
  /** Bodies of the province, and whether each has a one-stop section. */
  readonly bodies: ReadonlyMap<string, boolean>
  /** Parts of a procedure page, as the regulation lists them. */
  readonly fieldsOfLaw: readonly string[]
  readonly leastLevel?: ServiceLevel
  /** The name in the decision, where the page has to bear that one. */
  readonly announcedName?: string
}

/** Everything wrong with what a version says. */
export function checkProcedure(
  content: ProcedureContent,
  { bodies, fieldsOfLaw, leastLevel, announcedName }: CatalogueSurroundings,
): CatalogueFault[] {
  const { procedure, level, agencies, form } = content
  const { cases, papers, name } = procedure
  return [
    ...checkForm(form, papers, agencies.length).map((fault) => ({ code: 'form', fault }) as const),
    ...twice(cases).map((id) => ({ code: 'case-twice', id }) as const),
    ...twice(papers).map((id) => ({ code: 'paper-twice', id }) as const),
    ...fieldsOfLaw
      .filter((field) => !says(content, field))
      .map((field) => ({ code: 'field-missing', field }) as const),
    ...(announcedName && !sameName(announcedName, name)
      ? [{ code: 'name-differs', announced: announcedName } as const]
      : []),
    ...(leastLevel && isBelow(level, leastLevel)
      ? [{ code: 'level-too-low', least: leastLevel } as const]
      : []),
    ...agencies.flatMap((agencyId): CatalogueFault[] => {
      const receives = bodies.get(agencyId)
      if (receives === undefined) return [{ code: 'body-unknown', agencyId }]
      return receives ? [] : [{ code: 'body-receives-nothing', agencyId }]
    }),
  ]
}

/** Whether the page can say what an article asks for. What the office's own pages always say is never missing. */
function says({ procedure }: ProcedureContent, field: string): boolean {
  switch (field) {
    case 'manner':
      return procedure.channels.length > 0
    case 'components':
    case 'copies':
      return procedure.papers.length > 0 || procedure.notes.length > 0
    case 'subjects':
      return procedure.applicants.length > 0
    case 'procedure-result':
      return procedure.results.length > 0
    case 'fees':
    case 'charges':
      return procedure.fee.trim() !== ''
    case 'legal-basis':
      return procedure.legalBasis.length > 0
    case 'agency':
      return procedure.decidingAuthority.trim() !== ''
    default:
      return true
  }
}

/** Levels 1 to 4 are steps of one ladder, partial and full those of another. */
export function isBelow(level: ServiceLevel, least: ServiceLevel): boolean {
  const ladders: readonly (readonly ServiceLevel[])[] = [
    ['1', '2', '3', '4'],
    ['partial', 'full'],
  ]
  return ladders.some((ladder) => ladder.includes(level) && ladder.indexOf(level) < ladder.indexOf(least))
}

function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
  return plain(one) === plain(other)
}

function twice(values: readonly { readonly id: string }[]): string[] {
  return values.map(({ id }) => id).filter((id, at, all) => all.indexOf(id) < at)
}
