import { describe, expect, test } from 'vitest'
import type { DossierEvent } from '../dossier/events.ts'
import { accepted, at, clock, decided, given, requested, submitted, why } from '../dossier/examples.ts'
import { closeDossier, type ClosingTerms } from './close-dossier.ts'
import { withdrawDossier, type StopUntil } from './withdraw-dossier.ts'

const asked: DossierEvent = {
  type: 'SupplementRequested',
  at: at('09:00', '2026-08-05'),
  by: 'Lê Thị Chi',
  items: [{ kind: 'paper', ref: 'van-ban-uy-quyen', label: 'Văn bản ủy quyền', reason: 'Chưa có' }],
  effect: why('processing.onPause', 'reset' as const),
  window: clock(at('09:00', '2026-08-05'), at('17:00', '2026-08-20')),
}

describe('the applicant takes it back', () => {
  const stop = (until: StopUntil | null, ...events: DossierEvent[]) =>
    withdrawDossier(
      given(...events),
      { at: at('10:00', '2026-08-06'), by: 'Nguyễn Thị Đào', asked: 'portal' },
      { until: why('stop.until', until) },
    )

  test('TQ25-23, ND118 art. 21: at any time until there is a result', () => {
    for (const events of [
      [submitted],
      [submitted, requested],
      [submitted, accepted],
      [submitted, accepted, asked],
    ])
      expect(stop('before-result', ...events).granted).toBe(true)
    expect(stop('before-result', submitted, accepted, decided)).toMatchObject({
      refusal: { code: 'stop-not-allowed', data: { phase: 'decided', until: 'before-result' } },
    })
  })

  test('where the law is silent, until it is taken on', () => {
    expect(stop(null, submitted, requested).granted).toBe(true)
    expect(stop(null, submitted, accepted).granted).toBe(false)
    expect(stop('never', submitted).granted).toBe(false)
  })

  test('ND118 art. 21.3: it ends with who asked, when and by which article, and a clock that stood still stands no more', () => {
    const decision = stop('before-result', submitted, accepted, asked)
    expect(given(submitted, accepted, asked, ...(decision.granted ? decision.events : []))).toMatchObject({
      phase: 'withdrawn',
      code: 'H35.12.03-260804-0001',
      withdrawal: { by: 'Nguyễn Thị Đào', asked: 'portal', basis: why('', null).basis },
      pauses: [{ until: at('10:00', '2026-08-06') }],
    })
  })
})

describe('nobody completes it', () => {
  const close = (when: string, end: ClosingTerms['end']['answer'] = 'to-close', ...events: DossierEvent[]) =>
    closeDossier(
      given(...(events.length > 0 ? events : [submitted, accepted, asked])),
      { at: at(when, '2026-08-20'), by: 'Hệ thống', reason: 'Quá hạn bổ sung' },
      { end: why('supplement.end', end) },
    )

  test('ND118 art. 19.5: it is closed once the days to complete it have run out, not before', () => {
    expect(close('17:00')).toMatchObject({ refusal: { code: 'window-still-open' } })
    const decision = close('17:01')
    expect(given(submitted, accepted, asked, ...(decision.granted ? decision.events : []))).toMatchObject({
      phase: 'closed',
      closing: { by: 'Hệ thống', reason: 'Quá hạn bổ sung' },
      pauses: [{ until: at('17:01', '2026-08-20') }],
    })
  })

  test('where the law closes nothing, or gives no time, nothing is closed', () => {
    expect(close('17:01', null)).toMatchObject({ refusal: { code: 'closing-not-regulated' } })
    const { window: _, ...endless } = asked
    expect(close('17:01', 'to-close', submitted, accepted, endless as DossierEvent).granted).toBe(false)
  })

  test('a dossier that was completed meanwhile goes on', () => {
    expect(close('17:01', 'to-close', submitted, accepted)).toMatchObject({
      refusal: { code: 'completion-not-requested' },
    })
  })
})
