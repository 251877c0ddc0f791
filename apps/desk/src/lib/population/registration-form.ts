import { joinDate } from '@motcua/ui/date-parts'
import type { ShownError } from '@motcua/ui/field-errors'
import type { Words } from '#lib/words/index.ts'

/** A signed paper as it was typed: its number, the day of signing, how it is kept. */
export interface TypedPaper {
  number: string
  signedOn: string
  format: string
}

/** A registration for the population database as it was typed. */
export interface TypedRegistration {
  purpose: string
  /** By the form each paper is on. */
  papers: Record<string, TypedPaper>
  officers: (TypedPaper & { username: string })[]
}

const mostPeople = 100

/** Reads what was typed, with as many people as the page showed. */
export function readRegistration(
  posted: { get(name: string): unknown },
  forms: readonly string[],
): TypedRegistration {
  const text = (name: string): string => {
    const value = posted.get(name)
    return typeof value === 'string' ? value.trim().normalize('NFC') : ''
  }
  const paper = (key: string): TypedPaper => {
    const part = (which: string) => text(`signedOn-${key}-${which}`)
    const day = { day: part('day'), month: part('month'), year: part('year') }
    return { number: text(`number-${key}`), signedOn: joinDate(day), format: text(`format-${key}`) }
  }
  const people = Math.min(mostPeople, Math.max(1, Number.parseInt(text('people'), 10) || 1))
  return {
    purpose: text('purpose'),
    papers: Object.fromEntries(forms.map((form) => [form, paper(form)])),
    officers: Array.from({ length: people }, (_, i) => ({
      username: text(`who-${i}`),
      ...paper(`officer-${i}`),
    })),
  }
}

/** The same, with room for one more. */
export function oneMore(typed: TypedRegistration): TypedRegistration {
  const blank = { username: '', number: '', signedOn: '', format: '' }
  return { ...typed, officers: [...typed.officers, blank].slice(0, mostPeople) }
}

/** A person about whom nothing was typed is nobody; one is needed. */
export function withoutBlanks(typed: TypedRegistration): TypedRegistration {
  const [first, ...others] = typed.officers
  const kept = others.filter(({ username, number }) => username !== '' || number !== '')
  return { ...typed, officers: first ? [first, ...kept] : kept }
}

/** What is missing, each where it is mended. */
export function faultsOf(typed: TypedRegistration, say: Words['population']): ShownError[] {
  const ofPaper = (key: string, what: string, { number, signedOn, format }: TypedPaper): ShownError[] => [
    ...(number ? [] : [{ href: `#number-${key}`, text: say.missing.number(what) }]),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(signedOn)
      ? []
      : [{ href: `#signedOn-${key}`, text: say.missing.signedOn(what) }]),
    ...(format ? [] : [{ href: `#format-${key}`, text: say.missing.format(what) }]),
  ]
  return [
    ...(typed.purpose.length < 10 ? [{ href: '#purpose', text: say.missing.purpose }] : []),
    ...Object.entries(typed.papers).flatMap(([form, paper]) => ofPaper(form, say.forms[form] ?? form, paper)),
    ...typed.officers.flatMap((officer, i) => [
      ...(officer.username ? [] : [{ href: `#who-${i}`, text: say.missing.who(i + 1) }]),
      ...ofPaper(`officer-${i}`, say.person(i + 1), officer),
    ]),
  ]
}

/** Everything typed, as it is carried unseen to the next step. */
export function carriedOf(typed: TypedRegistration): (readonly [string, string])[] {
  const ofPaper = (key: string, { number, signedOn, format }: TypedPaper) => {
    const [year = '', month = '', day = ''] = signedOn.split('-')
    return [
      [`number-${key}`, number],
      [`signedOn-${key}-day`, day],
      [`signedOn-${key}-month`, month],
      [`signedOn-${key}-year`, year],
      [`format-${key}`, format],
    ] as const
  }
  return [
    ['purpose', typed.purpose],
    ['people', String(typed.officers.length)],
    ...Object.entries(typed.papers).flatMap(([form, paper]) => ofPaper(form, paper)),
    ...typed.officers.flatMap((officer, i) => [
      [`who-${i}`, officer.username] as const,
      ...ofPaper(`officer-${i}`, officer),
    ]),
  ]
}
