/** What windows are given to show: the answers of operations, in the words of the trade. */
import type {
  Answers,
  Apology,
  Applicant,
  Attachment,
  Bilingual,
  CameBy,
  Channel,
  CompletionItem,
  Custody,
  Determination,
  Ending,
  Fee,
  Field,
  FieldError,
  FiledProcedure,
  FileType,
  Form,
  FurtherRequest,
  HandOver,
  InstantReceipt,
  IntakeMode,
  LegalBasis,
  LegalClock,
  Limit,
  OriginalsCheck,
  Paper,
  Pause,
  PauseEffect,
  Phase,
  Procedure,
  Result,
  RevisionKind,
  ServiceLevel,
  SlipKind,
  ShownPaper,
  StaffRole,
  Timeliness,
  Withdrawal,
  Work,
} from '@motcua/domain'
import type { StaffWork, WorkProgress } from './processing/work-view.ts'
import type { CivilDate, Instant } from '@motcua/calendar'
import type { DeedName } from './dossier/deeds.ts'
import type { QueueRow } from './dossier/queue-views.ts'

export type { CivilDate, Instant } from '@motcua/calendar'
export type { StaffWork, WorkProgress, WorkProgressStep } from './processing/work-view.ts'
export type { DeedName } from './dossier/deeds.ts'
export type * from './agencies/views.ts'
export * from './incidents/views.ts'
export type * from './fees/views.ts'
export type * from './postal/views.ts'
export type * from './keys/views.ts'
export type * from './lateness/views.ts'
export * from './dossier/queue-views.ts'

/** The province as its portal shows it. */
export interface TenantView {
  id: string
  name: string
  /** Names its portal goes by; whoever comes by another one is led to the first. */
  hosts: string[]
  portalTitle: Bilingual
  hotline: string
  email: string
  address: Bilingual
  brand: { colour: string; onColour: string }
  notice?: Bilingual
  /** Its office is closed: since when, and what is said of it. */
  closed?: { readonly since?: Instant; readonly note?: Bilingual }
  /** It is a trial of a province, with a clock of its own. */
  trial?: { of: string; now: Instant }
  /** Said beside dates where office hours stand in no regulation. */
  assumed?: Bilingual
  /** Where an applicant files: this portal, or the national one with its address (TQ25-5.1). */
  filing: { via: 'portal' | 'national-portal'; url?: string; basis: LegalBasis[] }
  /** Whether any one-stop section takes in what another body of the province settles (TQ25-22). */
  boundaryFree: boolean
  /** Whether a person may register an account here (TQ25-5.2: not in Tuyên Quang now). */
  mayRegister: { allowed: boolean; basis: LegalBasis[] }
  /** How people sign in here: with the national identity, and whether an account of the province is enough to act. */
  signIn: { national: boolean; localActs: boolean; basis: LegalBasis[] }
  /** Regulations in force today: number, effective date, program hash. */
  regulations: { number: string; title: Bilingual; effectiveOn: CivilDate; province: boolean }[]
  program: string
}

/** Where somebody will work who was invited as a province's first administrator. */
export interface AdministratorInvitationView {
  province: string
  roles: StaffRole[]
  expiresAt: Instant
  /** Bodies of the province's own tier, of which they choose theirs. */
  agencies: { id: string; name: string }[]
}

export interface AgencyView {
  id: string
  name: string
  /** The tier it stands in, by the province's own list. */
  level: string
  parentId?: string
  address: string
  phone: string
  hasOneStopSection: boolean
}

/** A province by name, to choose from. */
export interface TenantName {
  id: string
  name: string
  hosts: string[]
}

/** What a search of the catalogue found, and the fields (lĩnh vực) it can be narrowed to. */
export interface CatalogueView {
  lines: ProcedureLine[]
  fields: string[]
}

/** One line of the catalogue. */
export interface ProcedureLine {
  code: string
  name: string
  shortName: string
  field: string
  level: ServiceLevel
  fileOnline: boolean
  /** Of its first case. */
  limit: Limit
}

/** What the rules allow for a procedure at its level, each with its article. */
export interface ChannelChoice {
  channels: Channel[]
  /** Chosen when the applicant says nothing, where the rules name one (LA19-10.2c). */
  preset?: Channel
  basis: LegalBasis[]
}

export interface ProcedureView extends Procedure {
  level: ServiceLevel
  /** True when it is offered online here: level 3, 4, partial or full, and this portal is the front door. */
  fileOnline: boolean
  agencies: AgencyView[]
  formId: string
  form: Form
  payment: ChannelChoice
  return: ChannelChoice
  /** Intake time as the law gives it, in sentences (or that it is silent). */
  intake: Determination
}

/** A dossier being prepared (bản nháp), kept on the server page by page. */
export interface DraftView {
  id: string
  procedure: ProcedureView
  form: Form
  caseId?: string
  answers: Answers
  papers: Attachment[]
  returnChannel?: Channel
  paymentChannel?: Channel
  /** Ids of pages, papers and choices still to do, in the order of the journey. */
  todo: string[]
  updatedAt: Instant
  /** Bodies that may be asked, and the one that was chosen (the only one, where there is one). */
  agencyId?: string
  /** Set once it was submitted. */
  dossierId?: string
  /** Set where the draft answers a request of the office: only the pages and papers it names are open. */
  completes?: {
    dossierId: string
    submissionNo: string
    items: CompletionItem[]
    note?: string
    /** After acceptance: until when it must be supplied, and what the wait does to the promise. */
    window?: LegalClock
    effect?: Determination<PauseEffect | null>
  }
  /** Set where the applicant changes a filed dossier of own accord: what differs from it so far. */
  amends?: { dossierId: string; number: string; accepted: boolean; changes: ChangeView[] }
}

/** What became of a page: kept, or what is wrong with it (nothing is kept then). */
export type SavedPage = { draft: DraftView } | { errors: FieldError[] }

/** One unfinished draft in a list. */
export interface DraftLine {
  id: string
  procedureCode: string
  procedureName: string
  updatedAt: Instant
  /** Things still to do before it can be submitted. */
  todo: number
  completes?: { dossierId: string; submissionNo: string }
}

/** One dossier in its applicant's list. */
export interface OwnDossierLine {
  id: string
  submissionNo: string
  code?: string
  phase: Phase
  procedureName: string
  submittedAt: Instant
  /** The clock that runs now, or the one that ended. */
  dueAt: Instant | null
  /** Whether a fee was demanded and not paid yet. */
  unpaid: boolean
}

/** A stored file with its bytes. */
export interface StoredFile {
  name: string
  type: FileType
  bytes: Uint8Array
  sha256: string
}

/** A dossier as its applicant sees it. */
export interface OwnDossierView {
  id: string
  submissionNo: string
  code?: string
  phase: Phase
  procedure: FiledProcedure
  agency: AgencyView
  applicant: Applicant
  answers: Answers
  form: Form
  papers: (Attachment & { paperName: string })[]
  /** Names of papers handed in at the counter. */
  handedIn: string[]
  returnChannel: Channel
  paymentChannel?: Channel
  submittedAt: Instant
  attempt: number
  receiptDay?: Determination<CivilDate | null>
  intakeClock: LegalClock
  acceptedAt?: Instant
  processingClock?: LegalClock
  request?: {
    at: Instant
    items: CompletionItem[]
    note?: string
    window?: LegalClock
    /** Which request of the office it is, and how many the law lets it make; null where it sets no number. */
    no: number
    limit: number | null
    /** After acceptance: what the wait does to the promise. */
    effect?: Determination<PauseEffect | null>
  }
  /** Every version of what was filed, the first first. */
  revisions: RevisionView[]
  /** Whether the applicant may change or stop it now, with the law that says so. */
  mayAmend: { allowed: boolean; basis: LegalBasis[] }
  mayWithdraw: { allowed: boolean; basis: LegalBasis[] }
  /** True where no receipt slip was made, as it was settled at once. */
  withoutSlip?: true
  refusal?: { at: Instant; reason: string; basis: string }
  /** The promise on the receipt slip, where a later one took its place. */
  originalDueAt?: Instant | null
  pauses: Pause[]
  apologies: Apology[]
  work?: WorkProgress
  fee?: Fee
  result?: Result
  handOver?: HandOver
  withdrawal?: Withdrawal
  /** Through whose hands it came, where that was not its applicant's own. */
  cameBy?: CameBy
  /** Where its paper is, of a dossier the post carries. */
  custody?: Custody
  closing?: Ending
  timeline: TimelineEntry[]
  /** Every notice about it, in the order they went out; those with the same `about` say one thing by several ways. */
  notices: {
    at: Instant
    /** The event it is about, by its place in the log. */
    about: number
    channel: Channel
    subject: string
    body: string
    status: 'waiting' | 'sent' | 'failed' | 'not-applicable'
  }[]
}

export interface TimelineEntry {
  at: Instant
  type: string
  title: Bilingual
  by?: string
  detail?: string
}

/** One version of what the applicant gave, as people compare it with the one before. */
export interface RevisionView {
  /** Counts from 1, the filing. */
  no: number
  kind: RevisionKind
  at: Instant
  by?: string
  reason?: string
  changes: ChangeView[]
}

/** One thing that is not as it was. An answer is as it was kept; its field says how to show it. */
export type ChangeView =
  | { kind: 'field'; ref: string; label: Bilingual; field?: Field; before?: string; after?: string }
  | { kind: 'paper'; ref: string; label: string; added: Attachment[]; removed: Attachment[]; handedIn?: true }

/** What asking the applicant for more would mean now, for whoever writes the request. */
export interface AskingView {
  /** How often the office asked so far. */
  requests: number
  limit: Determination<number | null>
  /** What asking beyond the limit needs. */
  further: FurtherRequest
  /** What may be named again without more, `paper:<id>` or `field:<id>`: asked for before, or changed since (AMB-10). */
  open: string[]
  /** Whether this member of staff may give the reason that lets the office ask again. */
  mayGiveReason: boolean
  /** Of an accepted dossier: by when it may be sent back, what the wait does, how long the applicant has. */
  supplement?: {
    noticeDue: Determination<Instant | null>
    isLate: boolean
    effect: Determination<PauseEffect | null>
    window?: LegalClock
  }
}

/** A dossier as staff see it. */
export interface StaffDossierView extends OwnDossierView {
  mode: IntakeMode
  urgency: QueueRow['urgency']
  remainingMinutes: number | null
  /** Every paper of the procedure beside what was given for it. */
  checklist: { paper: Paper; given: Attachment[]; handedIn: boolean }[]
  /** The promise if it were accepted now, for each case of the procedure. */
  preview?: { caseId: string; caseName: string; clock: LegalClock }[]
  /** While the applicant may be asked for more. */
  asking?: AskingView
  /** Other bodies that receive this procedure, to which it may be sent, while it waits at intake. */
  otherBodies?: AgencyView[]
  /** Of a dossier that may be settled at once: whether a receipt slip is made of it. */
  instantReceipt?: Determination<InstantReceipt | null>
  /** What this member of staff may do to it now, and what only others may. */
  deeds: DeedName[]
  deedsOfOthers: DeedName[]
  work?: StaffWork
}

/** What must be so before a result is returned, by the law of the province, and what of it is done. */
export interface ReturningView {
  /** The way the applicant chose. */
  chosen: Channel
  channels: Channel[]
  channelsBasis: LegalBasis[]
  originals: {
    needed: boolean
    accepted: ShownPaper[]
    when?: string
    where?: string
    basis: LegalBasis[]
    check?: OriginalsCheck
  }
  early: { notice: boolean; told: boolean; isEarly: boolean; basis: LegalBasis[] }
  sealNeeded: boolean
  sealBasis: LegalBasis[]
  /** Whether this house keeps a certificate of the province. */
  canSeal: boolean
  checkNeeded: boolean
  requiresBasis: LegalBasis[]
}

/** A person's own papers (kho dữ liệu), kept for later dossiers. */
export interface KeptPapersView {
  papers: {
    id: string
    dossierId: string
    fileId: string
    kind: 'result' | 'component'
    paperName: string
    procedureName: string
    consentedAt: Instant
    /** Whether it may stand for a new one, and until when. */
    standing: 'unknown' | 'valid' | 'ended'
    why?: 'expired' | 'found-invalid' | 'corrected'
    lastDay?: CivilDate
    /** Dossiers it was used in again. */
    uses: { at: Instant; dossierId: string }[]
    /** Who at the office opened it, where it was first and where it was used again. */
    reads: { at: Instant; agency?: string }[]
  }[]
  basis: LegalBasis[]
}

/** A paper of one's own that may stand for one a draft asks for. */
export interface PaperOffer {
  paperId: string
  keptId: string
  paperName: string
  procedureName: string
  standing: 'unknown' | 'valid'
  lastDay?: CivilDate
  basis: LegalBasis[]
}

/** What of a settled dossier may be kept among one's own papers. */
export interface KeepableView {
  papers: { fileId: string; kind: 'result' | 'component'; paperName: string; kept: boolean }[]
  basis: LegalBasis[]
}

/** Look-up by code: exactly the fields the province's article lists, in its order (LA19-15.2, HN19-12.3). */
export interface LookupView {
  fields: LookupField[]
  basis: LegalBasis[]
  /** Whether the running or finished dossier is early, on time or late. */
  timeliness: { word: Timeliness | 'running' | 'overdue'; basis: LegalBasis[] } | null
  /** The promise and its reason, where the article lists the due day. */
  clock?: LegalClock
}

export const lookupFieldKeys = [
  'code',
  'applicant-name',
  'organisation',
  'field',
  'procedure',
  'submitted-at',
  'accepted-at',
  'due-at',
  'result-at',
  'status',
  'agency',
  'progress',
] as const
export type LookupFieldKey = (typeof lookupFieldKeys)[number]

/** One field of a look-up. Moments and phases are given as such: windows word them in the reader's language. */
export type LookupField =
  | { key: 'code' | 'applicant-name' | 'organisation' | 'field' | 'procedure' | 'agency'; text: string }
  | { key: 'submitted-at' | 'accepted-at' | 'due-at' | 'result-at'; at: Instant | null }
  | { key: 'status'; phase: Phase }
  | { key: 'progress'; steps: { at: Instant; phase: Phase }[] }

/** A slip as a line of a list. */
export interface SlipLine {
  /** Name it is asked for by. */
  ref: string
  kind: SlipKind
  title: string
  /** Its number, or the dossier code. */
  number?: string
  at: Instant
}

export type SessionView =
  | {
      kind: 'citizen'
      accountId: string
      fullName: string
      email: string
      phone: string
      citizenId: string
      address?: string
      birthDate?: string
    }
  | {
      kind: 'staff'
      accountId: string
      fullName: string
      username: string
      roles: StaffRole[]
      agency: AgencyView
      tenant: TenantView
    }
