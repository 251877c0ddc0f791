import { fromMoment, instant, toMoment, type Instant } from '@motcua/calendar'
import type { DoneBackup } from '@motcua/db'
import { beforeAll, describe, expect, test } from 'vitest'
import { handOverLaw } from '../leaving/hand-over-law.ts'
import { readProvince, type Province } from '../testing.ts'
import { compileTenant, type Tenant } from '../tenants/tenant.ts'
import { backupHealth, backupTerms } from './backup-terms.ts'
import { spare } from './spare-backups.ts'

const now = instant('2026-03-02T10:00:00+07:00')
const hence = (hours: number, from: Instant = now): Instant => fromMoment(toMoment(from) + hours * 3600)
const provinces = new Map<Province, Tenant>()
const law = (province: Province): Tenant => provinces.get(province)!

beforeAll(async () => {
  for (const province of ['long-an', 'ha-nam', 'phu-tho', 'tuyen-quang'] as const)
    provinces.set(province, compileTenant(await readProvince(province), 1))
})

/** A province that chose how often it is backed up. */
const choosing = (province: Province, everyHours: number): Tenant => ({
  ...law(province),
  manifest: { ...law(province).manifest, backup: { everyHours } },
})

describe('the latest backup', () => {
  test.each([
    ['LA19-4.6', 'long-an', { article: '4', clause: '6' }],
    ['PT20-19.6b', 'phu-tho', { article: '19', clause: '6', point: 'b' }],
  ] as const)('%s: is at most a week old', (_, province, article) => {
    const terms = backupTerms(law(province), now)
    expect(terms.limitHours).toBe(7 * 24)
    expect(terms.law.basis).toContainEqual(expect.objectContaining(article))
  })

  test('TQ25-29.2a.2: is demanded without a period: at most a week old by the platform’s floor (AMB-33)', () => {
    const terms = backupTerms(law('tuyen-quang'), now)
    expect(terms.law.answer).toBeNull()
    expect(terms.required.answer).toBe(true)
    expect(terms.required.basis).toContainEqual(
      expect.objectContaining({ article: '29', clause: '2', point: 'a' }),
    )
    expect(terms.limitHours).toBe(7 * 24)
  })

  test('is at most a week old as well where the law says nothing', () => {
    expect(backupTerms(law('ha-nam'), now)).toMatchObject({ limitHours: 168, required: { answer: null } })
  })

  test('is made daily, or as often as the province chose, and never less often than its law says', () => {
    expect(backupTerms(law('long-an'), now).everyHours).toBe(24)
    expect(backupTerms(choosing('long-an', 6), now).everyHours).toBe(6)
    expect(backupTerms(choosing('long-an', 168), now).everyHours).toBe(168)
    expect(backupTerms(choosing('long-an', 500), now).everyHours).toBe(168)
  })

  test('is fine, soon too old two days before the week is over, and too old from its last second on', () => {
    const terms = backupTerms(law('long-an'), now)
    const at = (hours: number) => backupHealth(terms, { latestAt: now, since: now, now: hence(hours) }).state
    expect([at(0), at(119), at(120), at(167), at(168)]).toEqual([
      'fine',
      'fine',
      'soon-too-old',
      'soon-too-old',
      'too-old',
    ])
  })

  test('that never was counts from the day the province came in, and the first is due at once', () => {
    const terms = backupTerms(law('long-an'), now)
    expect(backupHealth(terms, { since: now, now })).toMatchObject({ state: 'none', dueAt: now })
    expect(backupHealth(terms, { since: now, now: hence(168) }).state).toBe('too-old')
  })
})

describe('how long things are kept', () => {
  test.each([
    ['LA19-14.1.2', 'long-an', 'retention.basis', 'by-law'],
    ['HN19-15.5', 'ha-nam', 'retention.basis', 'long-term'],
  ] as const)('%s: is told with its article', (clause, province, question, answer) => {
    const [, article, number] = /-(\d+)\.(\d+)/.exec(clause)!
    const told = handOverLaw(law(province), now).find((one) => one.question === question)
    expect(told).toMatchObject({ answer })
    expect(told!.basis).toContainEqual(expect.objectContaining({ article, clause: number }))
  })

  test('TQ19-10: by the law on archives, while that regulation was in force', () => {
    const told = handOverLaw(law('tuyen-quang'), instant('2021-03-01T09:00:00+07:00'))
    expect(told).toContainEqual(
      expect.objectContaining({ question: 'retention.basis', answer: 'by-archive-law' }),
    )
  })

  test('PT20-15: by Decree 45/2020, to which the province’s regulation leads', () => {
    const told = handOverLaw(law('phu-tho'), now).find(({ question }) => question === 'retention.rules')
    expect(told).toBeDefined()
    expect(JSON.stringify(told!.basis)).toMatch(/45\/2020|31\/2020/)
  })
})

describe('of backups are kept', () => {
  const made = (hoursAgo: number, reason: DoneBackup['reason'] = 'scheduled'): DoneBackup => ({
    id: `${reason} ${hoursAgo}`,
    reason,
    beganAt: hence(-hoursAgo),
    tookMs: 1,
    by: 'system',
    outcome: 'done',
    file: 'f',
    bytes: 1,
    rows: 1,
    sha256: '0'.repeat(64),
  })

  test('every one of eight days, one a week for nine weeks, one a month for a year', () => {
    const daily = Array.from({ length: 500 }, (_, day) => made(day * 24))
    const kept = daily.filter(({ id }) => spare(daily, now).has(id))
    const younger = (days: number) => kept.filter(({ beganAt }) => beganAt > hence(-days * 24)).length
    expect(younger(8)).toBe(8)
    expect(younger(63) - younger(8)).toBeGreaterThanOrEqual(7)
    expect(younger(63) - younger(8)).toBeLessThanOrEqual(9)
    expect(kept.length - younger(63)).toBeGreaterThanOrEqual(10)
    expect(kept.length - younger(63)).toBeLessThanOrEqual(12)
  })

  test('the latest, however old, and what was made to hand the province over', () => {
    const old = [made(20_000), made(30_000), made(40_000, 'hand-over')]
    expect([...spare(old, now)].sort()).toEqual(['hand-over 40000', 'scheduled 20000'])
  })
})
