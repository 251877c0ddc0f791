import type { Outputs } from '@motcua/api/client'

export type PersonAnswer = Outputs['population']['query']

/** Details of a person that the population database knows. */
export const personDetails = ['citizenId', 'fullName', 'birthDate', 'address'] as const
export type PersonDetail = (typeof personDetails)[number]

/** What was declared of a person, as far as it was. */
export type Declared = Partial<Record<PersonDetail, string>>

/** One detail as it was declared and as the database knows it; no verdict where one of the two is missing. */
export interface ComparedDetail {
  readonly detail: PersonDetail
  readonly declared: string
  readonly known: string
  readonly same: boolean | undefined
}

/**
 * Both beside each other. Whether name and date of birth agree is for the office to say; an address written in other
 * words may well be the same, so that of it no verdict is given but where it is written alike.
 */
export function compared({ person, differs }: PersonAnswer, declared: Declared): ComparedDetail[] {
  if (!person) return []
  return personDetails.map((detail) => {
    const [said, known] = [declared[detail] ?? '', person[detail] ?? '']
    if (said === '' || known === '') return { detail, declared: said, known, same: undefined }
    if (detail === 'address') return { detail, declared: said, known, same: said === known || undefined }
    return { detail, declared: said, known, same: !(differs as readonly string[]).includes(detail) }
  })
}
