import { putChore, type Incident } from '@motcua/db'
import { holdsOn, type Bilingual } from '@motcua/domain'
import { dateOf, type Instant } from '@motcua/calendar'
import { writeLetter, type Addressee } from '../letters/write-letter.ts'
import type { Room } from '../operation.ts'
import type { Tenant } from '../tenants/tenant.ts'
import { toldByOperator, type Receivers } from './incident-law.ts'
import { moment } from './moment.ts'

type Desk = Pick<Room, 'tx' | 'tenant' | 'now' | 'portal'>

/** Names of the letters about incidents. */
export type IncidentMessage =
  'IncidentDeclared' | 'IncidentUpdated' | 'IncidentOver' | 'MaintenanceAnnounced' | 'IncidentReported'

/** Who of those the law names was written to, and for whom no address is declared. */
export interface Told {
  readonly written: number
  readonly unreachable: readonly string[]
}

/** The law's words for bodies that settle dossiers, and for the people whose dossiers they are. */
const settling = [
  'agency',
  'department',
  'district-committee',
  'commune-committee',
  'provider-agency',
  'related-unit',
]
const people = ['entity', 'individual']

/** Writes to everybody the law has told of an incident: bodies at once, people by and by. */
export async function tellOf(
  desk: Desk,
  incident: Incident,
  { message, body }: { message: IncidentMessage; body: Bilingual },
): Promise<Told> {
  const receivers = toldByOperator(desk.tenant, desk.now)
  return tell(desk, receivers, { message, about: `incident ${incident.id}`, ...wordsOf(incident, body) })
}

/** The people with open dossiers are written to by the worker, a batch at a time (TQ25-11.2). */
export async function leaveApplicants({ tx, now }: Desk, incidentId: string): Promise<void> {
  await putChore(tx, { kind: 'tell-applicants', subject: incidentId, dueAt: now })
}

export async function tell(
  desk: Desk,
  { bodies }: Pick<Receivers, 'bodies'>,
  letter: { message: IncidentMessage; about: string; words: Fill; english: Fill },
): Promise<Told> {
  const unreachable: string[] = []
  const to = new Map<string, Addressee>()
  for (const body of bodies.filter((one) => !people.includes(one))) {
    const found = addressesOf(desk.tenant, body, desk.now)
    if (found.length === 0) unreachable.push(body)
    for (const one of found) to.set(one.email ?? one.phone ?? '', one)
  }
  let written = 0
  for (const one of to.values()) if ((await writeLetter(desk, { to: one, ...letter })).length > 0) written++
  return { written, unreachable }
}

type Fill = Readonly<Record<string, string | undefined>>

export function wordsOf(
  { title, startsAt, expectedAt }: Incident,
  body: Bilingual,
): { words: Fill; english: Fill } {
  const fill = (locale: 'vi' | 'en'): Fill => ({
    title: title[locale] || title.vi,
    body: body[locale] || body.vi,
    startsAt: moment(startsAt, locale),
    expectedAt: expectedAt && moment(expectedAt, locale),
  })
  return { words: fill('vi'), english: fill('en') }
}

/** Where a body the law names is written to: the contact the province declares, and bodies with an address. */
function addressesOf(tenant: Tenant, body: string, now: Instant): Addressee[] {
  const contacts = (tenant.manifest.incidentContacts ?? [])
    .filter((contact) => contact.body === body)
    .map(({ name, email, phone }) => ({ fullName: name, email, phone }))
  if (!settling.includes(body)) return contacts
  const agencies = [...tenant.agencies.values()]
    .filter((agency) => agency.email !== undefined && holdsOn(agency, dateOf(now)))
    .map(({ name, email }) => ({ fullName: name, email }))
  return [...contacts, ...agencies]
}
