// For tests: everything an office and an applicant may try with a dossier, at any time, under a law that is made up.
import {
  addWorkingSeconds,
  buildCalendar,
  dateOf,
  fromMoment,
  toMoment,
  workingSecondsBetween,
  type CivilDate,
  type Instant,
  type Weekday,
  type WorkCalendar,
} from '@motcua/calendar'
import { openPause, officePauseReasons, stops, type PauseEffect } from '../clocks/pause.ts'
import { pauseClock } from '../clocks/pause-clock.ts'
import { resumeClock } from '../clocks/resume-clock.ts'
import { amendDossier } from '../completion/amend-dossier.ts'
import { requestCompletion } from '../completion/request-completion.ts'
import { requestSupplement } from '../completion/request-supplement.ts'
import { supplyCompletion } from '../completion/supply-completion.ts'
import { supplySupplement } from '../completion/supply-supplement.ts'
import { grant, type Decision } from '../decision.ts'
import type { Determination, LegalClock } from '../determination.ts'
import { closeDossier } from '../ending/close-dossier.ts'
import { withdrawDossier } from '../ending/withdraw-dossier.ts'
import { demandFee } from '../fees/demand-fee.ts'
import { receivePayment } from '../fees/receive-payment.ts'
import { acceptDossier } from '../intake/accept-dossier.ts'
import { redirectDossier } from '../intake/redirect-dossier.ts'
import { refuseIntake } from '../intake/refuse-intake.ts'
import { issueApology } from '../lateness/issue-apology.ts'
import { askOpinion, giveOpinion } from '../processing/opinion.ts'
import {
  assignStep,
  doStep,
  sendBack,
  signResult,
  startWork,
  submitResult,
  takeStep,
} from '../processing/step.ts'
import { plainWorkflow } from '../processing/workflow.ts'
import { announceResult } from '../returning/announce-result.ts'
import { correctResult } from '../returning/correct-result.ts'
import { handOverResult } from '../returning/hand-over-result.ts'
import { recordResult } from '../returning/record-result.ts'
import type { Dossier } from './dossier.ts'
import type { DossierEvent } from './events.ts'
import { attached, form, papers, why } from './examples.ts'

/** A law and a calendar: nothing in them is any province's. */
export interface World {
  readonly calendar: WorkCalendar
  /** Published time, in working hours. */
  readonly hours: number
  /** What a pause of each reason does, before and after the law changes. */
  readonly effects: readonly [Effects, Effects]
  readonly changesAt: Instant
  readonly extensions: number
  readonly extensionHours: number
}
export type Effects = Readonly<Record<string, PauseEffect | null>>

/** One thing that is tried: what, by whom, how long after the last. */
export interface Move {
  readonly deed: keyof typeof deeds
  readonly afterMinutes: number
  readonly pick: number
}

/** An office with days off of its own. */
export function officeCalendar(weekdays: readonly Weekday[], daysOff: readonly number[]): WorkCalendar {
  const days = [...new Set(daysOff)].map((n) => ({
    date: dateOf(fromMoment(toMoment('2026-08-03T12:00:00+07:00' as Instant) + n * 86_400)) as CivilDate,
    kind: 'holiday' as const,
    name: 'Nghỉ',
  }))
  return buildCalendar({
    from: '2026-01-01' as CivilDate,
    to: '2027-12-31' as CivilDate,
    knownThrough: '2027-12-31' as CivilDate,
    weekdays,
    sessions: [
      { from: '07:30', to: '12:00' },
      { from: '13:30', to: '17:00' },
    ],
    days,
  })
}

export const later = (at: Instant, minutes: number): Instant => fromMoment(toMoment(at) + minutes * 60)

/** What the law of the day says of a pause that begins. */
export function effectOf(world: World, reason: string, at: Instant): Determination<PauseEffect | null> {
  const effects = world.effects[at < world.changesAt ? 0 : 1]
  return why('processing.onPause', effects[reason] ?? null)
}

const clockUntil = (startedAt: Instant, dueAt: Instant | null): LegalClock => ({
  startedAt,
  dueAt,
  why: why('processing.due', dueAt),
})

/** The promise counted by tables, through the pauses that a dossier keeps; the last may end at this moment. */
export function promise(world: World, dossier: Dossier, acceptedAt: Instant, now: Instant): LegalClock {
  const { calendar, hours } = world
  const pauses = 'pauses' in dossier ? (dossier.pauses ?? []) : []
  let [start, rest] = [toMoment(acceptedAt), hours * 3_600]
  for (const { from, until, effect } of pauses) {
    const [begins, ends] = [toMoment(from), toMoment(until ?? now)]
    if (!stops(effect.answer)) continue
    const worked = Math.max(0, workingSecondsBetween(calendar, start, begins))
    if (worked >= rest) break
    rest = effect.answer === 'reset' ? hours * 3_600 : rest - worked
    start = Math.max(start, ends)
  }
  const counted = fromMoment(addWorkingSeconds(calendar, start, rest))
  const promised = 'processingClock' in dossier ? dossier.processingClock?.dueAt : undefined
  const moved = 'apologies' in dossier && dossier.apologies?.some(({ processingClock }) => processingClock)
  return clockUntil(acceptedAt, moved && promised && promised > counted ? promised : counted)
}

type Try = (dossier: Dossier, now: Instant, pick: number, world: World) => Decision<DossierEvent>

const items = [{ kind: 'field' as const, ref: 'childName', label: 'Họ tên', reason: 'viết tắt' }]
const asking = { limit: why('limit', 1), further: why('further', null) }
const by = 'Trần Văn Bình'
const people = ['a-1', 'a-2'] as const
const person = (pick: number) => ({ accountId: people[pick % 2]!, fullName: people[pick % 2]! })
const content = (pick: number) => ({
  answers: { childName: `Nguyễn Văn ${'ABC'[pick % 3]}` },
  papers: [attached('giay-chung-sinh')],
})
const bodies = ['xa-1', 'xa-2']
const checks = (now: Instant) => ({ form, agencyIds: bodies, papers, today: dateOf(now) })
const intake = (world: World, now: Instant) =>
  clockUntil(now, fromMoment(addWorkingSeconds(world.calendar, toMoment(now), 8 * 3_600)))
const next = { agencyId: 'xa-1', dueAt: null }
const fee = {
  lines: [{ id: 'le-phi', name: 'Lệ phí', amount: 20_000, count: 1 }] as never,
  before: 'result' as const,
  basis: [],
}
const outcome = (pick: number) => (pick % 2 ? ('granted' as const) : ('rejected' as const))

/** Everything that may be tried. Most of it is refused most of the time, as it should be. */
export const deeds = {
  requestCompletion: (d, at, pick) =>
    requestCompletion(d, { at, by, items, ...(pick % 2 && { headReason: 'r' }) }, asking),
  supplyCompletion: (d, at, pick, world) =>
    supplyCompletion(d, { at, ...content(pick) }, { ...checks(at), intakeClock: intake(world, at) }),
  amend: (d, at, pick, world) =>
    amendDossier(
      d,
      { at, by, ...content(pick) },
      {
        ...checks(at),
        triggers: why('amendment', pick % 3 ? (['applicant-change'] as const) : null),
        intakeClock: intake(world, at),
      },
    ),
  redirect: (d, at, pick, world) =>
    redirectDossier(
      d,
      { at, by, toAgencyId: bodies[pick % 2]!, reason: 'r', basis: 'b' },
      { agencyIds: bodies, intakeClock: intake(world, at) },
    ),
  refuse: (d, at) => refuseIntake(d, { at, by, reason: 'r', basis: 'b' }),
  accept(d, at, pick, world) {
    const terms = {
      code: 'H35.12.03-260804-0001',
      processingClock: clockUntil(
        at,
        fromMoment(addWorkingSeconds(world.calendar, toMoment(at), world.hours * 3_600)),
      ),
      ...(pick % 2 && { fee }),
    }
    const decision = acceptDossier(d, { at, by }, terms)
    if (!decision.granted) return decision
    return grant(...decision.events, startWork(plainWorkflow('1.001193', [], 8), { at }, next))
  },
  demandFee: (d, at) => demandFee(d, { at, by, reason: 'r' }, fee),
  pay: (d, at, pick) =>
    receivePayment(
      d,
      {
        at,
        paymentId: `p-${d.version}`,
        channel: 'online',
        amount: pick % 3 ? 20_000 : 1,
        receiptNo: '1',
      } as never,
      by,
    ),
  take: (d, at, pick) => takeStep(d, { at, by, holder: person(pick) }, next),
  assign: (d, at, pick) => assignStep(d, { at, by, holder: person(pick), assigner: person(0) }, next),
  doStep: (d, at, pick) => doStep(d, { at, by, accountId: person(pick).accountId }, next),
  propose: (d, at, pick) =>
    submitResult(d, { at, by, accountId: person(pick).accountId, outcome: outcome(pick), note: 'n' }, next),
  sign: (d, at, pick) => signResult(d, { at, by, accountId: person(pick).accountId }, next),
  sendBack: (d, at, pick) =>
    sendBack(
      d,
      { at, by, accountId: person(pick).accountId, toStepId: pick % 2 ? 'receive' : 'appraise', reason: 'r' },
      next,
    ),
  askOpinion: (d, at, pick) =>
    askOpinion(d, {
      at,
      by,
      accountId: person(pick).accountId,
      id: `o-${d.version}`,
      agencyId: 'xa-2',
      question: 'q',
      dueAt: later(at, 300),
    } as never),
  giveOpinion: (d, at) =>
    giveOpinion(d, {
      at,
      by,
      agencyId: 'xa-2',
      id: ('work' in d && d.work?.opinions?.at(-1)?.id) || 'none',
      agrees: true,
      text: 't',
    }),
  pause: (d, at, pick, world) => {
    const reason = officePauseReasons[pick % officePauseReasons.length]!
    const effect = effectOf(world, reason, at)
    return pauseClock(d, { at, by, reason, note: 'n', documentNo: '1/CV' }, { effect })
  },
  resume: (d, at, _pick, world) =>
    resumeClock(
      d,
      { at, by },
      { processingClock: promise(world, d, ('acceptedAt' in d && d.acceptedAt) || at, at) },
    ),
  requestSupplement: (d, at, pick, world) =>
    requestSupplement(
      d,
      { at, by, items, headReason: 'r' },
      {
        ...asking,
        noticeDue: why('supplement.notice', null),
        effect: effectOf(world, 'supplement', at),
        ...(pick % 2 && { window: clockUntil(at, later(at, 300)) }),
      },
    ),
  supplySupplement: (d, at, pick, world) =>
    supplySupplement(
      d,
      { at, ...content(pick) },
      {
        ...checks(at),
        processingClock: promise(world, d, ('acceptedAt' in d && d.acceptedAt) || at, at),
      },
    ),
  apologise(d, at, pick, { calendar, extensions, extensionHours }) {
    const dueAt = ('processingClock' in d && d.processingClock?.dueAt) || at
    const latest = fromMoment(addWorkingSeconds(calendar, toMoment(dueAt), extensionHours * 3_600))
    return issueApology(
      d,
      {
        at,
        by,
        fault: 'agency',
        split: false,
        atOneStop: true,
        reason: 'r',
        ...(pick % 4 && { newDueAt: pick % 3 ? latest : later(latest, 600) }),
      },
      {
        agencyId: d.agencyId,
        signer: why('apology.by', null),
        noticeBy: why('apology.notice', dueAt),
        afterDue: why('apology.afterDue', null),
        extension: {
          times: why('extension.times', extensions),
          latest: why('extension.latest', latest),
          afterDue: why('extension.afterDue', null),
          movedBy: why('extension.by', 'counter'),
          adjustsDue: why('extension.adjustsDue', pick % 7 ? null : false),
        },
        published: why('slip.published', true),
      },
    )
  },
  withdraw: (d, at) =>
    withdrawDossier(d, { at, by, asked: 'portal' }, { until: why('stop.until', 'before-result') }),
  close: (d, at) => closeDossier(d, { at, by, reason: 'r' }, { end: why('supplement.end', 'to-close') }),
  record: (d, at, pick) =>
    recordResult(
      d,
      { at, by, outcome: outcome(pick), note: 'n' },
      { timeliness: 'on-time', timelinessBasis: [] },
    ),
  announce: (d, at) => announceResult(d, { at, by, how: 'sms' }),
  handOver: (d, at) =>
    handOverResult(
      d,
      { at, by, channel: 'counter', to: d.applicant.fullName, identity: 'citizen-id' } as never,
      {
        channels: ['counter'],
        originalsNeeded: false,
        earlyNotice: false,
        told: true,
        sealNeeded: false,
        checkNeeded: false,
        now: at,
      },
    ),
  correct: (d, at) => correctResult(d, { at, by, reason: 'r' }),
} satisfies Record<string, Try>

/** Tries one thing. */
export const attempt = (dossier: Dossier, { deed, pick }: Move, now: Instant, world: World) =>
  (deeds[deed] as Try)(dossier, now, pick, world)

/** Whether the clock of a dossier stands still now. */
export function standsStill(dossier: Dossier): boolean {
  const pause = openPause('pauses' in dossier ? dossier.pauses : undefined)
  return pause !== undefined && stops(pause.effect.answer)
}
