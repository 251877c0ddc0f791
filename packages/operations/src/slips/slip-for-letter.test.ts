import { instant } from '@motcua/calendar'
import { eventsOf, slipsOf } from '@motcua/db'
import type { DossierEvent } from '@motcua/domain'
import { expect, test } from 'vitest'
import { accept } from '../intake/accept.ts'
import { deliverNotices } from '../notices/deliver-notices.ts'
import { ruleInForce } from '../notices/rule-in-force.ts'
import type { Letter } from '../notices/senders.ts'
import { fileDossier, openOffices } from '../testing.ts'
import { slipForLetter } from './slip-for-letter.ts'

const { open, worker } = await openOffices()
const ward = 'ubnd-phuong-1-tan-an'
const residence = '1.004222'
const portal = 'http://long-an.localhost'

async function accepted() {
  const office = await open('long-an')
  const { dossierId } = await fileDossier(await office.citizen(), residence, { agencyId: ward })
  const { code } = await accept(await office.staff(ward), { dossierId })
  const { tenant } = await office.visitor()
  const events = await office.db.read(office.tenant, (tx) => eventsOf(tx, dossierId))
  const issued = await office.db.read(office.tenant, (tx) => slipsOf(tx, dossierId))
  const upTo = (type: DossierEvent['type']) =>
    events.slice(0, 1 + events.findIndex((event) => event.type === type))
  return { office, tenant, code, events: upTo('DossierAccepted'), issued }
}

const { office, tenant, code, events, issued } = await accepted()

test('LA19-9.2: the letter of acceptance encloses the receipt; that of the submission encloses nothing', async () => {
  expect(await slipForLetter(tenant, portal, { events, issued })).toMatchObject({
    name: `receipt-${code}.pdf`,
    type: 'application/pdf',
  })
  expect(await slipForLetter(tenant, portal, { events: events.slice(0, 1), issued })).toBeUndefined()
})

test('LA19-19.3a, LA19-19.3b: who filed by post has the receipt by letter only where that is the way they chose', async () => {
  const chose = (receipt: 'email' | 'counter') => {
    const [filed, ...rest] = events
    if (filed?.type !== 'DossierSubmitted') throw new Error('a dossier begins with its submission')
    const postal = { collectionId: 'c', collectionNo: 'TG-1', receipt: [receipt], filedOnline: true }
    return slipForLetter(tenant, portal, { events: [{ ...filed, cameBy: { postal } }, ...rest], issued })
  }
  expect(await chose('email')).toBeDefined()
  expect(await chose('counter')).toBeUndefined()
})

test('the receipt goes out with the e-mail, as a PDF, and with no text message', async () => {
  const letters: Letter[] = []
  const now = instant('2026-03-02T10:00:00+07:00')
  const delivery = {
    worker,
    db: office.db,
    tenants: office.tenants,
    senders: {
      email: async (letter: Letter) => void letters.push(letter),
      sms: async () => {},
      zalo: async () => {},
    },
    now: () => now,
    portalUrl: ({ id }: { id: string }) => `http://${id}.localhost`,
    rule: ruleInForce,
    slip: slipForLetter,
    log: () => {},
  }
  while ((await deliverNotices(delivery)) > 0);
  const ours = letters.filter(({ text }) => text.includes(office.tenant))
  const enclosed = ours.flatMap(({ enclosures = [] }) => enclosures)
  expect(enclosed.map(({ name }) => name)).toEqual([`receipt-${code}.pdf`])
  expect(new TextDecoder().decode(enclosed[0]!.bytes.slice(0, 5))).toBe('%PDF-')
})
