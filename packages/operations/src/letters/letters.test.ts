import { waitingChores, lettersAbout } from '@motcua/db'
import { expect, test } from 'vitest'
import { runChores, type ChoreLine } from '../chores/run-chores.ts'
import { Undeliverable, type Letter, type Senders, type TextMessage } from '../notices/senders.ts'
import { openOffices } from '../testing.ts'
import { writeLetter } from './write-letter.ts'

const { db, worker, open } = await openOffices()

/** An office and its worker, whose letters land in a box or nowhere. */
async function desk({ broken = [] as Error[] } = {}) {
  const office = await open('long-an')
  const { tenant, now, portalOf } = await office.visitor()
  const sent: (Letter | TextMessage)[] = []
  const take = async (letter: Letter | TextMessage) => {
    const failure = broken.shift()
    if (failure) throw failure
    sent.push(letter)
  }
  const senders: Senders = { email: take, sms: take, zalo: async () => {} }
  const lines: ChoreLine[] = []
  const log = (line: ChoreLine) => lines.push(line)
  const round = async () => {
    // Another file's or test's chores are not this office's business.
    const offices = { db, worker, now, senders, log, portalUrl: portalOf, tenants: office.tenants }
    await runChores(offices, { limit: 100 })
  }
  const write = (options: { secret?: boolean; phone?: string } = {}) =>
    db.transact(tenant.id, (tx) =>
      writeLetter(
        { tx, tenant, now: now(), portal: portalOf(tenant) },
        {
          to: { fullName: 'Trần Thị Đan', email: 'dan@example.vn', phone: options.phone },
          message: 'AccountOpened',
          about: 'account 1',
          words: { at: '09:00 ngày 02/03/2026' },
          english: { at: '09:00 on 02/03/2026' },
          ...options,
        },
      ),
    )
  const kept = () => db.read(tenant.id, (tx) => lettersAbout(tx, 'account 1'))
  // What every province has to do at its times is no letter.
  const waiting = async () =>
    (await db.read(tenant.id, waitingChores)).filter(({ kind }) => kind.startsWith('send-'))
  return { office, sent, lines, round, write, kept, waiting, tenant }
}

test('a letter is worded in both languages and reaches every way the office knows, once', async () => {
  const { sent, round, write, kept, waiting } = await desk()
  expect(await write({ phone: '0900000039' })).toHaveLength(2)
  await round()
  await round()
  expect(sent).toHaveLength(2)
  const [letter, text] = sent as [Letter, TextMessage]
  expect(letter.subject).toBe('Đã mở tài khoản trên Cổng Dịch vụ công tỉnh Long An')
  expect(letter.text).toMatch(/^Kính gửi ông\/bà Trần Thị Đan,[\s\S]*———[\s\S]*Dear Trần Thị Đan,/)
  expect(letter.text).toContain('đã được mở lúc 09:00 ngày 02/03/2026')
  expect(text.text).toMatch(/^DVC Long An: da mo tai khoan cua ong\/ba luc 09:00/)
  expect(text.text.length).toBeLessThanOrEqual(160)
  expect((await kept()).map(({ status }) => status)).toEqual(['sent', 'sent'])
  expect(await waiting()).toEqual([])
})

test('who cannot be reached a way is not written to that way', async () => {
  const { round, write, sent } = await desk()
  expect(await write()).toHaveLength(1)
  await round()
  expect(sent.map(({ to }) => to)).toEqual(['dan@example.vn'])
})

test('a receiver that is down is tried again later, and the letter is not lost', async () => {
  const { office, round, write, sent, kept, lines, waiting } = await desk({ broken: [new Error('down')] })
  await write()
  await round()
  expect(lines).toContainEqual(expect.objectContaining({ outcome: 'failed', error: 'down' }))
  expect(await kept()).toMatchObject([{ status: 'waiting' }])
  expect(await waiting()).toMatchObject([{ kind: 'send-letter', lastError: 'down' }])
  await round()
  expect(sent).toHaveLength(0)
  office.at('2026-03-02T09:00:06+07:00')
  await round()
  expect(sent).toHaveLength(1)
})

test('a letter its receiver will never take is given up and says so', async () => {
  const { round, write, kept, waiting } = await desk({ broken: [new Undeliverable('no such address')] })
  await write()
  await round()
  expect(await kept()).toMatchObject([{ status: 'failed' }])
  expect(await waiting()).toEqual([])
})

test('what carried a secret is forgotten once it was sent', async () => {
  const { round, write, sent, kept } = await desk()
  await write({ secret: true })
  expect(JSON.stringify(await kept())).toContain('Trần Thị Đan')
  await round()
  expect((sent[0] as Letter).text).toContain('Trần Thị Đan')
  expect(await kept()).toMatchObject([{ status: 'sent', body: '' }])
})
