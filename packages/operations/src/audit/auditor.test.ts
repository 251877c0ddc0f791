import { Forbidden } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { searchDossiers } from '../dossier/search-dossiers.ts'
import { listQueue } from '../dossier/list-queue.ts'
import { openOffices } from '../testing.ts'
import { exportTrail } from './export-trail.ts'
import { searchTrail } from './search-trail.ts'
import { verifyOwnTrail } from './verify-trail.ts'

const { open } = await openOffices()

async function anOffice() {
  const office = await open('long-an')
  const officer = await office.staff('ubnd-phuong-1-tan-an')
  await listQueue(officer, { queue: 'new' })
  await searchDossiers(officer, { q: '000.11' })
  return { office, officer, auditor: await office.staff('ttpvhcc', 'auditor') }
}

describe('the auditor', () => {
  test('reads who read personal data, by name, and when', async () => {
    const { auditor, officer } = await anOffice()
    const { entries } = await searchTrail(auditor, { query: { deed: 'read' } })
    expect(entries).toHaveLength(2)
    const { accountId } = officer.actor as { accountId: string }
    for (const entry of entries) {
      expect(entry).toMatchObject({ actorId: accountId, thing: 'queue', says: { vi: 'Đọc dữ liệu cá nhân' } })
      expect(entry.actorName).toMatch(/^Nguyễn Thanh Hòa \(canbo\./)
    }
  })

  test('searches by user name, by day and by thing, and is told nothing of another province', async () => {
    const { auditor, office } = await anOffice()
    const other = await open('ha-nam')
    const all = (await searchTrail(auditor, { query: { deed: 'read' } })).entries
    const username = /\((.*)\)/.exec(all[0]!.actorName!)![1]!
    expect((await searchTrail(auditor, { query: { who: username } })).entries).toHaveLength(2)
    expect((await searchTrail(auditor, { query: { from: '2026-03-03' } })).entries).toEqual([])
    expect(
      (await searchTrail(auditor, { query: { from: '2026-03-02', to: '2026-03-02', who: username } }))
        .entries,
    ).toHaveLength(2)
    expect((await searchTrail(auditor, { query: { thing: 'queue', thingId: 'all' } })).entries).toHaveLength(
      1,
    )
    const stranger = await other.staff('ttpvhcc', 'auditor')
    expect((await searchTrail(stranger, { query: { who: username } })).entries).toEqual([])
    expect(office.tenant).not.toBe(other.tenant)
  })

  test('leaves a trace too, and finds it', async () => {
    const { auditor } = await anOffice()
    await searchTrail(auditor, { query: { who: 'worker' } })
    const { entries } = await searchTrail(auditor, { query: { deed: 'audit:search' } })
    expect(entries).toMatchObject([{ deed: 'audit:search', detail: 'who: worker' }])
  })

  test('turns pages of fifty without losing or doubling an entry', async () => {
    const { auditor, officer } = await anOffice()
    for (let n = 0; n < 58; n += 1) await listQueue(officer, { queue: 'new' })
    const first = await searchTrail(auditor, { query: { deed: 'read' } })
    const second = await searchTrail(auditor, { query: { deed: 'read' }, after: first.next })
    expect([first.entries.length, second.entries.length, second.next]).toEqual([50, 10, undefined])
    expect(new Set([...first.entries, ...second.entries].map(({ place }) => place)).size).toBe(60)
  })

  test('takes the trail out as CSV and as NDJSON, once told of in the trail', async () => {
    const { auditor } = await anOffice()
    const csv = await exportTrail(auditor, { format: 'csv', query: { deed: 'read' } })
    expect(csv.text.split('\r\n')).toHaveLength(4)
    expect(csv.text).toMatch(/^\uFEFF"Thời điểm"/)
    const ndjson = await exportTrail(auditor, { format: 'ndjson', query: { deed: 'read' } })
    const lines = ndjson.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { detail: object; hash: string })
    expect(lines.map(({ detail }) => detail)).toContainEqual({ why: 'list' })
    expect(lines[0]!.hash).toMatch(/^[0-9a-f]{64}$/)
    const { entries } = await searchTrail(auditor, { query: { deed: 'audit:export' } })
    expect(entries.map(({ detail }) => detail)).toEqual([
      'deed: read; format: ndjson',
      'deed: read; format: csv',
    ])
  })

  test('writes no cell a spreadsheet takes for a formula', async () => {
    const { auditor } = await anOffice()
    await searchTrail(auditor, { query: { who: '=HYPERLINK("http://x")' } })
    const { text } = await exportTrail(auditor, { format: 'csv', query: { deed: 'audit:search' } })
    expect(text).not.toMatch(/(^|,)"[=+@-]/m)
  })

  test('has the whole trail recomputed, and what was found stands in it', async () => {
    const { auditor } = await anOffice()
    expect(await verifyOwnTrail(auditor, {})).toMatchObject({ faults: [] })
    const { entries } = await searchTrail(auditor, { query: { deed: 'audit:verify' } })
    expect(entries).toMatchObject([{ detail: expect.stringMatching(/^faults: 0; entries: \d+$/) as string }])
  })

  test('is alone: neither head, nor leader, nor who manages the province, nor an account manager reads the trail', async () => {
    const { office } = await anOffice()
    for (const role of [
      'one-stop-head',
      'leader',
      'tenant-admin',
      'account-manager',
      'unit-admin',
    ] as const) {
      await expect(searchTrail(await office.staff('ttpvhcc', role), {})).rejects.toThrow(Forbidden)
    }
  })
})
