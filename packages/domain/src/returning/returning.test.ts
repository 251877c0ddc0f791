import { describe, expect, test } from 'vitest'
import type { Decision } from '../decision.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'
import { evolve } from '../dossier/evolve.ts'
import { accepted, at, attached, decided, given, refusedAtIntake, submitted } from '../dossier/examples.ts'
import { verdictOf, type SignatureCheck } from '../intake/signature.ts'
import { announceResult } from './announce-result.ts'
import { correctResult } from './correct-result.ts'
import { handOverResult, type HandOverResult, type HandOverTerms } from './hand-over-result.ts'
import { compareOriginals, type OriginalsCheck } from './originals.ts'
import { documentToSeal, sealResult } from './seal-result.ts'

const by = 'Trần Văn Bình'
const document = { ...attached('result'), name: 'giay-khai-sinh.pdf' }
const withDocument = { ...decided, document } as DossierEvent
const filed = given(submitted, accepted, withDocument)
const waiting = { ...filed, applicant: { ...filed.applicant, email: 'dan@example.vn' } } as Extract<
  Dossier,
  { phase: 'decided' }
>
const applicant = waiting.applicant.fullName

const terms: HandOverTerms = {
  channels: ['counter', 'postal', 'portal', 'email', 'zalo'],
  originalsNeeded: false,
  earlyNotice: true,
  told: true,
  sealNeeded: true,
  checkNeeded: false,
  now: at('16:30'),
}
const atCounter: HandOverResult = {
  at: at('16:30'),
  by,
  channel: 'counter',
  to: applicant,
  identity: 'citizen-card',
  ...(waiting.returnChannel !== 'counter' && { change: 'Người nộp đề nghị nhận tại quầy' }),
}
const check = (more: Partial<OriginalsCheck> = {}): OriginalsCheck => ({
  at: at('15:00'),
  by,
  outcome: 'match',
  shown: 'original',
  ...more,
})
const seal = { at: at('16:10'), by: 'Sùng A Páo', signer: 'UBND phường', serial: '0a' }

const trusted: SignatureCheck = {
  signer: 'A',
  issuer: 'B',
  serial: '01',
  integrity: 'intact',
  extent: 'whole',
  trust: 'trusted',
  revocation: 'checked',
}

const codeOf = (decision: Decision<unknown>) => (decision.granted ? 'granted' : decision.refusal.code)
const after = (dossier: Dossier, decision: Decision<DossierEvent>): Dossier => {
  if (!decision.granted) throw new Error(decision.refusal.code)
  return decision.events.reduce<Dossier>(evolve, dossier)
}
const handOver = (dossier: Dossier, more: Partial<HandOverResult> = {}, law: Partial<HandOverTerms> = {}) =>
  handOverResult(dossier, { ...atCounter, ...more }, { ...terms, ...law })

describe('a result', () => {
  test('is handed over at the counter to whom it belongs, and the dossier is returned', () => {
    const returned = after(waiting, handOver(waiting))
    expect(returned).toMatchObject({
      phase: 'returned',
      handOver: { channel: 'counter', to: applicant, identity: 'citizen-card', by },
      result: { outcome: 'granted' },
    })
    expect(codeOf(handOver(returned))).toBe('result-already-handed-over')
  })

  test('that is not there yet is not handed over', () => {
    expect(codeOf(handOver(given(submitted, accepted)))).toBe('result-not-recorded')
    expect(codeOf(handOver(given(submitted, refusedAtIntake)))).toBe('result-not-recorded')
  })

  test('is given to nobody who did not show who they are', () => {
    expect(codeOf(handOver(waiting, { to: ' ' }))).toBe('recipient-not-identified')
    const { identity: _, ...unidentified } = atCounter
    expect(codeOf(handOverResult(waiting, unidentified, terms))).toBe('recipient-not-identified')
  })

  test('is given to another person by mandate only; the same name in another spelling is the same person', () => {
    expect(codeOf(handOver(waiting, { to: 'Trần Văn Khác' }))).toBe('mandate-missing')
    const mandate = 'Giấy ủy quyền số 12, chứng thực 01/08/2026'
    expect(codeOf(handOver(waiting, { to: 'Trần Văn Khác', mandate }))).toBe('granted')
    expect(codeOf(handOver(waiting, { to: applicant.normalize('NFD').toUpperCase() }))).toBe('granted')
  })

  test('goes by post with the number of its consignment', () => {
    expect(codeOf(handOver(waiting, { channel: 'postal' }))).toBe('consignment-number-missing')
    expect(codeOf(handOver(waiting, { channel: 'postal', proof: 'EB123456789VN', change: 'đề nghị' }))).toBe(
      'granted',
    )
  })

  test('takes another way than the applicant chose only with a reason', () => {
    const { change: _, ...unexplained } = { ...atCounter, change: undefined }
    const chosePost = { ...waiting, returnChannel: 'postal' } as Dossier
    expect(codeOf(handOverResult(chosePost, unexplained, terms))).toBe('channel-change-unexplained')
  })

  test('is not returned on a way the law does not open', () => {
    expect(codeOf(handOver(waiting, {}, { channels: ['postal'] }))).toBe('channel-not-allowed')
  })

  test('is not returned before a fee that was demanded is paid', () => {
    const fee = { amount: 8000, lines: [], before: 'result', basis: [], demandedAt: at('15:00') } as const
    expect(codeOf(handOver({ ...waiting, fee } as Dossier))).toBe('fee-unpaid')
    const paid = {
      at: at('15:30'),
      paymentId: 'p',
      channel: 'counter',
      amount: 8000,
      receiptNo: '1',
    } as const
    expect(codeOf(handOver({ ...waiting, fee: { ...fee, paid } } as Dossier))).toBe('granted')
  })

  test('HN19-10.3b: is returned after the dossier was looked at, where the regulation asks for that', () => {
    expect(codeOf(handOver(waiting, {}, { checkNeeded: true }))).toBe('dossier-not-checked')
    expect(codeOf(handOver(waiting, { dossierChecked: true }, { checkNeeded: true }))).toBe('granted')
  })
})

describe('an early return', () => {
  const byPost = { channel: 'postal', proof: 'EB1', change: 'đề nghị' } as const

  test('ND61-20.4: comes after notice only', () => {
    expect(codeOf(handOver(waiting, byPost, { told: false }))).toBe('early-return-not-announced')
    const told = after(waiting, announceResult(waiting, { at: at('16:05'), by, how: 'phone' }))
    expect(codeOf(handOver(told, byPost, { told: false }))).toBe('granted')
  })

  test('needs no notice to who stands at the counter, nor where the law asks for none, nor on the day', () => {
    expect(codeOf(handOver(waiting, {}, { told: false }))).toBe('granted')
    expect(codeOf(handOver(waiting, byPost, { told: false, earlyNotice: false }))).toBe('granted')
    expect(codeOf(handOver(waiting, byPost, { told: false, now: at('17:00', '2026-08-05') }))).toBe('granted')
  })

  test('is announced of a result only', () => {
    expect(codeOf(announceResult(given(submitted, accepted), { at: at('15:00'), by, how: 'phone' }))).toBe(
      'result-not-recorded',
    )
  })
})

describe('AMB-26: the comparison with the originals', () => {
  const accepts = { accepted: ['original', 'certified-copy'] as const }

  test('comes before the hand-over, never before acceptance', () => {
    expect(codeOf(compareOriginals(given(submitted), check(), accepts))).toBe('dossier-not-accepted')
    expect(codeOf(compareOriginals(given(submitted, accepted), check(), accepts))).toBe('granted')
    expect(codeOf(handOver(waiting, {}, { originalsNeeded: true }))).toBe('originals-not-compared')
    const compared = after(waiting, compareOriginals(waiting, check(), accepts))
    expect(codeOf(handOver(compared, {}, { originalsNeeded: true }))).toBe('granted')
  })

  test('made during the work still holds when the result is there', () => {
    const early = given(submitted, accepted, { type: 'OriginalsCompared', ...check() }, withDocument)
    expect(codeOf(handOver(early, {}, { originalsNeeded: true }))).toBe('granted')
  })

  test('that finds a difference says which, and withholds the result until they agree', () => {
    expect(codeOf(compareOriginals(waiting, check({ outcome: 'differ' }), accepts))).toBe('reason-missing')
    const note = 'Số căn cước trên bản chụp khác bản gốc'
    const differs = after(waiting, compareOriginals(waiting, check({ outcome: 'differ', note }), accepts))
    expect(codeOf(handOver(differs, {}, { originalsNeeded: true }))).toBe('originals-differ')
    expect(codeOf(handOver(differs))).toBe('originals-differ')
    const agrees = after(differs, compareOriginals(differs, check(), accepts))
    expect(codeOf(handOver(agrees, {}, { originalsNeeded: true }))).toBe('granted')
    expect(codeOf(compareOriginals(agrees, check(), accepts))).toBe('originals-already-compared')
  })

  test('TQ25-17.4: takes only the papers the regulation accepts', () => {
    expect(codeOf(compareOriginals(waiting, check({ shown: 'principal-copy' }), accepts))).toBe(
      'original-not-accepted',
    )
    expect(codeOf(compareOriginals(waiting, check({ shown: 'certified-copy' }), accepts))).toBe('granted')
  })
})

describe('a signed result', () => {
  const signed = after(waiting, sealResult(waiting, { ...seal, document: { ...document, fileId: 'signed' } }))

  test('takes the place of the unsigned one, once', () => {
    expect(signed).toMatchObject({ result: { document: { fileId: 'signed' }, seal } })
    expect(codeOf(documentToSeal(signed))).toBe('result-already-sealed')
  })

  test('is a PDF: without one, or with a photograph, there is nothing to sign', () => {
    expect(codeOf(documentToSeal(given(submitted, accepted, decided)))).toBe('no-document-to-seal')
    const photograph = { ...decided, document: { ...document, type: 'image/png' } } as DossierEvent
    expect(codeOf(documentToSeal(given(submitted, accepted, photograph)))).toBe('no-document-to-seal')
    expect(codeOf(documentToSeal(given(submitted, accepted)))).toBe('result-not-recorded')
  })

  test('PT20-13.2: and no other goes out electronically, where the regulation asks for a signature', () => {
    const online = { channel: 'email', change: 'đề nghị' } as const
    expect(codeOf(handOver(waiting, online))).toBe('result-not-sealed')
    expect(codeOf(handOver(signed, online))).toBe('granted')
    expect(codeOf(handOver(waiting, online, { sealNeeded: false }))).toBe('granted')
    const signedElsewhere = { ...document, signatures: [trusted] }
    const brought = given(submitted, accepted, { ...decided, document: signedElsewhere } as DossierEvent)
    expect(codeOf(handOver({ ...brought, applicant: waiting.applicant }, online))).toBe('granted')
  })

  test('goes electronically to an address there is', () => {
    const { email: _, ...silent } = signed.applicant
    const unreachable = { ...signed, applicant: silent } as Dossier
    expect(codeOf(handOver(unreachable, { channel: 'email', change: 'x' }))).toBe('no-address-for-channel')
    const bare = given(submitted, accepted, decided)
    expect(codeOf(handOver(bare, { channel: 'email', change: 'x' }, { sealNeeded: false }))).toBe(
      'no-document-to-return',
    )
  })
})

describe('ND61-21: a result the office got wrong', () => {
  const right = { ...attached('result'), fileId: 'right' }
  const correction = {
    at: at('09:00', '2026-08-07'),
    by: 'Sùng A Páo',
    reason: 'Sai tên đệm',
    document: right,
  }

  test('is replaced and handed over once more, and nothing is asked of the applicant', () => {
    const returned = after(waiting, handOver(waiting))
    const corrected = after(returned, correctResult(returned, correction))
    expect(corrected).toMatchObject({
      phase: 'decided',
      result: {
        outcome: 'granted',
        timeliness: 'early',
        document: { fileId: 'right' },
        corrections: [{ reason: 'Sai tên đệm', replaced: { fileId: document.fileId } }],
      },
    })
    expect(corrected).not.toHaveProperty('handOver')
    expect(corrected.fee).toEqual(returned.fee)
    expect(codeOf(handOver(corrected))).toBe('granted')
  })

  test('is signed anew', () => {
    const signed = after(waiting, sealResult(waiting, { ...seal, document }))
    const corrected = after(signed, correctResult(signed, correction))
    expect(codeOf(documentToSeal(corrected))).toBe('granted')
  })

  test('needs a reason, and a result', () => {
    expect(codeOf(correctResult(waiting, { ...correction, reason: ' ' }))).toBe('reason-missing')
    expect(codeOf(correctResult(given(submitted, accepted), correction))).toBe('result-not-recorded')
  })
})

describe('the signatures of a file', () => {
  const one = trusted

  test('amount to a valid one only where one covers all of it and every one is trusted', () => {
    expect(verdictOf([])).toBeUndefined()
    expect(verdictOf([one])).toBe('valid')
    expect(verdictOf([{ ...one, extent: 'added-after' }])).toBe('not-trusted')
    expect(verdictOf([{ ...one, extent: 'added-after' }, one])).toBe('valid')
    expect(verdictOf([{ ...one, trust: 'unknown-issuer' }, one])).toBe('not-trusted')
    for (const integrity of ['altered', 'weak', 'unreadable'] as const)
      expect(verdictOf([one, { ...one, integrity }])).toBe('invalid')
  })
})
