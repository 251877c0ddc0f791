import type { CivilDate, Instant } from '@motcua/calendar'
import type {
  Bilingual,
  AccountDeed,
  AccountRequest,
  AccountState,
  ApiKey,
  Collection,
  Consignment,
  Dossier,
  DossierEvent,
  Handover,
  ProcedureVersion,
  SlipKind,
  StaffRole,
  TenantStanding,
  WorkflowVersion,
} from '@motcua/domain'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { BackupReason } from './backups.ts'
import type { AuditDetail } from './audit.ts'
import type { SignedPaper } from './population.ts'
import type { QueryOutcome } from './population-queries.ts'
import type { DraftContent } from './drafts.ts'

/** Written by a trigger of the database: read only from here. */
type Derived<T> = ColumnType<T, never, never>
/** Written once, at insertion. */
type Fixed<T> = ColumnType<T, T, never>
/** Written once, at insertion; the database knows what it is where nothing is said. */
type FixedDefault<T> = ColumnType<T, T | undefined, never>

/** The tables as the migrations leave them. A test holds them against the migrated database. */
export interface Schema {
  tenant: {
    id: Fixed<string>
    edition: number | null
    standing: Generated<TenantStanding>
    standing_since: Instant | null
    standing_note: Bilingual | null
    purge_after: Instant | null
    twin_of: string | null
    clock_ahead_seconds: Generated<number>
  }
  tenant_host: { host: Fixed<string>; tenant: Fixed<string>; retired_at: Instant | null }
  invitation: {
    tenant: Fixed<string>
    token_hash: Fixed<string>
    roles: Fixed<StaffRole[]>
    made_at: Fixed<Instant>
    expires_at: Instant
    used_at: Instant | null
    account_id: string | null
  }
  operator: {
    id: Fixed<string>
    username: Fixed<string>
    full_name: string
    password_hash: string | null
    invitation_hash: string | null
    invitation_expires_at: Instant | null
    totp_secret: string | null
    created_at: Fixed<Instant>
    locked_at: Instant | null
  }
  operator_session: { id_hash: Fixed<string>; operator_id: Fixed<string>; expires_at: Fixed<Instant> }
  operator_deed: {
    id: GeneratedAlways<string>
    at: Fixed<Instant>
    operator_id: Fixed<string | null>
    name: Fixed<string>
    deed: Fixed<string>
    thing: Fixed<string>
    detail: Fixed<object>
  }
  tenant_edition: {
    tenant: Fixed<string>
    no: Fixed<number>
    hash: Fixed<string>
    applied_at: Fixed<Instant>
    content: Fixed<object>
    source_no: FixedDefault<number | null>
    source: FixedDefault<object | null>
    source_hash: FixedDefault<string | null>
    made_by: FixedDefault<string>
    why: FixedDefault<string>
  }
  account: {
    tenant: Fixed<string>
    id: Fixed<string>
    kind: Fixed<'citizen' | 'staff'>
    full_name: string
    email: string | null
    phone: string | null
    citizen_id: string | null
    username: string | null
    birth_date: CivilDate | null
    address: string | null
    password_hash: string | null
    roles: Generated<StaffRole[]>
    agency_id: string | null
    created_at: Fixed<Instant>
    state: Generated<AccountState>
    job: string | null
    must_change_password: Generated<boolean>
  }
  account_deed: {
    tenant: Fixed<string>
    id: GeneratedAlways<string>
    account_id: Fixed<string>
    at: Fixed<Instant>
    deed: Fixed<AccountDeed>
    by_id: Fixed<string | null>
    by_name: Fixed<string>
    request_id: Fixed<string | null>
    reason: Fixed<string | null>
  }
  account_request: {
    tenant: Fixed<string>
    id: Fixed<string>
    version: number
    agency_id: Fixed<string>
    stage: AccountRequest['stage']
    due_at: Instant | null
    filed_at: Fixed<Instant>
    state: AccountRequest
  }
  account_token: {
    tenant: Fixed<string>
    token_hash: Fixed<string>
    account_id: Fixed<string>
    purpose: Fixed<'activation' | 'second-factor' | 'new-password'>
    created_at: Fixed<Instant>
    expires_at: Fixed<Instant>
    used_at: Instant | null
  }
  second_factor: {
    tenant: Fixed<string>
    account_id: Fixed<string>
    sealed_secret: Fixed<string>
    confirmed_at: Instant | null
    last_step: Generated<number>
  }
  recovery_code: {
    tenant: Fixed<string>
    account_id: Fixed<string>
    code_hash: Fixed<string>
    used_at: Instant | null
  }
  official_identity: {
    tenant: Fixed<string>
    issuer: Fixed<string>
    subject: Fixed<string>
    account_id: Fixed<string>
    linked_at: Fixed<Instant>
  }
  session: {
    tenant: Fixed<string>
    id_hash: Fixed<string>
    account_id: Fixed<string>
    expires_at: Instant
    attributes: Generated<Record<string, unknown>>
  }
  sign_in_flow: {
    tenant: Fixed<string>
    id_hash: Fixed<string>
    provider: Fixed<string>
    state: Fixed<string>
    nonce: Fixed<string>
    verifier: Fixed<string>
    callback: Fixed<string>
    next: Fixed<string | null>
    identity: Record<string, unknown> | null
    made_at: Fixed<Instant>
    expires_at: Fixed<Instant>
  }
  linked_identity: {
    tenant: Fixed<string>
    provider: Fixed<string>
    subject: Fixed<string>
    account_id: Fixed<string>
    level: number
    linked_at: Fixed<Instant>
    last_used_at: Instant
  }
  holder_standing: {
    tenant: Fixed<string>
    account_id: Fixed<string>
    standing: 'suspended' | 'deleted'
    since: Instant
  }
  address_proof: {
    tenant: Fixed<string>
    token_hash: Fixed<string>
    account_id: Fixed<string>
    purpose: Fixed<'recovery' | 'activation' | 'confirmation'>
    made_at: Fixed<Instant>
    expires_at: Fixed<Instant>
    used_at: Instant | null
  }
  attempt: { tenant: Fixed<string>; key: Fixed<string>; window_start: Instant; count: number }
  draft: {
    tenant: Fixed<string>
    id: Fixed<string>
    account_id: Fixed<string>
    purpose: Fixed<'filing' | 'completion'>
    procedure_code: Fixed<string>
    dossier_id: string | null
    content: DraftContent
    version: Generated<number>
    created_at: Fixed<Instant>
    updated_at: Instant
    finished_at: Instant | null
  }
  file: {
    tenant: Fixed<string>
    id: Fixed<string>
    name: Fixed<string>
    type: Fixed<string>
    size: Fixed<number>
    sha256: Fixed<string>
    content: Fixed<Buffer>
    account_id: Fixed<string | null>
    draft_id: Fixed<string | null>
    dossier_id: string | null
    added_at: Fixed<Instant>
  }
  dossier: {
    tenant: Fixed<string>
    id: Fixed<string>
    filing_key: Fixed<string>
    version: number
    state: Dossier
    phase: Derived<Dossier['phase']>
    queue: Derived<'new' | 'awaiting-completion' | 'processing' | 'to-return' | 'done'>
    queue_at: Derived<string>
    due_at: Derived<Instant | null>
    submitted_at: Derived<Instant>
    submission_no: Derived<string>
    code: Derived<string | null>
    agency_id: Derived<string>
    account_id: Derived<string | null>
    procedure_code: Derived<string>
    search: string
    unpaid: Derived<boolean>
    holder_id: Derived<string | null>
  }
  search_key: { tenant: string; agency_id: string; key: string; dossier_id: string }
  dossier_event: {
    tenant: Fixed<string>
    dossier_id: Fixed<string>
    version: Fixed<number>
    event: Fixed<DossierEvent>
    recorded_at: Derived<Instant>
    hash: Derived<Buffer>
  }
  workflow_version: {
    tenant: Fixed<string>
    procedure_code: Fixed<string>
    version: Fixed<number>
    revision: number
    stage: WorkflowVersion['stage']
    cases: string
    state: WorkflowVersion
  }
  workflow_change: {
    tenant: Fixed<string>
    procedure_code: Fixed<string>
    version: Fixed<number>
    revision: Fixed<number>
    state: Fixed<WorkflowVersion>
    changed_by: Fixed<string>
    recorded_at: Derived<Instant>
  }
  procedure_version: {
    tenant: Fixed<string>
    procedure_code: Fixed<string>
    version: Fixed<number>
    revision: number
    stage: ProcedureVersion['stage']
    content_hash: string
    due_at: Instant | null
    state: ProcedureVersion
  }
  procedure_change: {
    tenant: Fixed<string>
    procedure_code: Fixed<string>
    version: Fixed<number>
    revision: Fixed<number>
    state: Fixed<ProcedureVersion>
    changed_by: Fixed<string>
    recorded_at: Derived<Instant>
  }
  dossier_task: {
    tenant: Derived<string>
    dossier_id: Derived<string>
    task: Derived<string>
    kind: Derived<'step' | 'opinion' | 'share' | 'silence' | 'supervision'>
    agency_id: Derived<string>
    role: Derived<string | null>
    holder_id: Derived<string | null>
    name: Derived<string>
    since: Derived<Instant>
    due_at: Derived<Instant | null>
  }
  code_counter: { tenant: Fixed<string>; agency_code: Fixed<string>; day: Fixed<CivilDate>; n: number }
  outbox: {
    tenant: Fixed<string>
    id: GeneratedAlways<string>
    dossier_id: Fixed<string>
    event_version: Fixed<number>
    kind: Fixed<string>
    due_at: Instant
    attempts: Generated<number>
    last_error: string | null
    done_at: Instant | null
  }
  incident: {
    tenant: Fixed<string>
    id: Fixed<string>
    kind: Fixed<'outage' | 'maintenance'>
    title_vi: Fixed<string>
    title_en: Fixed<string>
    affects: Fixed<string[]>
    starts_at: Instant
    expected_at: Instant | null
    ended_at: Instant | null
    announced_at: Fixed<Instant>
    by_name: Fixed<string>
    told_through: string | null
  }
  incident_update: {
    tenant: Fixed<string>
    incident_id: Fixed<string>
    no: Fixed<number>
    at: Fixed<Instant>
    by_name: Fixed<string>
    body_vi: Fixed<string>
    body_en: Fixed<string>
    expected_at: Fixed<Instant | null>
  }
  incident_report: {
    tenant: Fixed<string>
    id: Fixed<string>
    agency_id: Fixed<string>
    account_id: Fixed<string>
    at: Fixed<Instant>
    body: Fixed<string>
    incident_id: string | null
  }
  outage_excuse: {
    tenant: Fixed<string>
    dossier_id: Fixed<string>
    incident_id: Fixed<string>
    at: Fixed<Instant>
    account_id: Fixed<string>
    by_name: Fixed<string>
    reason: Fixed<string>
  }
  probe_state: {
    tenant: Fixed<string>
    component: Fixed<string>
    ok: boolean
    since: Instant
    probed_at: Instant
    duration_ms: number
  }
  probe_day: {
    tenant: Fixed<string>
    component: Fixed<string>
    day: Fixed<CivilDate>
    probes: number
    failures: number
    total_ms: string
    slowest_ms: number
  }
  chore: {
    tenant: Fixed<string>
    id: GeneratedAlways<string>
    kind: Fixed<string>
    subject: Fixed<string>
    due_at: Instant
    attempts: Generated<number>
    last_error: string | null
    done_at: Instant | null
  }
  letter: {
    tenant: Fixed<string>
    id: Fixed<string>
    message: Fixed<string>
    about: Fixed<string>
    channel: Fixed<'email' | 'sms' | 'zalo'>
    recipient: Fixed<string>
    subject: Fixed<string>
    body: string
    status: 'waiting' | 'sent' | 'failed'
    attempts: Generated<number>
    last_error: string | null
    created_at: Fixed<Instant>
    sent_at: Instant | null
  }
  alert: {
    tenant: Fixed<string>
    id: Generated<string>
    dossier_id: Fixed<string>
    event_version: Fixed<number>
    kind: Fixed<string>
    audience: Fixed<'officer' | 'head' | 'holder'>
    phase: Fixed<Dossier['phase']>
    raised_at: Fixed<Instant>
    due_at: Fixed<Instant | null>
    closed_at: Instant | null
    closed_by: string | null
  }
  apology: {
    tenant: Derived<string>
    dossier_id: Derived<string>
    version: Derived<number>
    issued_at: Derived<Instant>
    agency_id: Derived<string>
    published: Derived<boolean>
  }
  notice: {
    tenant: Fixed<string>
    id: Fixed<string>
    dossier_id: Fixed<string>
    event_version: Fixed<number>
    kind: Fixed<string>
    channel: Fixed<string>
    recipient: Fixed<string | null>
    subject: Fixed<string>
    body: Fixed<string>
    status: 'waiting' | 'sent' | 'failed' | 'not-applicable'
    attempts: Generated<number>
    last_error: string | null
    created_at: Fixed<Instant>
    sent_at: Instant | null
  }
  payment: {
    tenant: Fixed<string>
    id: Fixed<string>
    dossier_id: Fixed<string>
    ref: Fixed<string>
    channel: Fixed<'online' | 'counter' | 'bank-transfer' | 'postal'>
    amount: Fixed<number>
    status: 'open' | 'paid' | 'failed'
    opened_at: Fixed<Instant>
    expires_at: Fixed<Instant | null>
    settled_at: Instant | null
    opened_by: Fixed<string>
    key: Fixed<string>
  }
  payment_event: {
    tenant: Fixed<string>
    id: GeneratedAlways<string>
    payment_id: Fixed<string>
    dossier_id: Fixed<string>
    kind: Fixed<'paid' | 'surplus' | 'failed' | 'notice-refused' | 'remitted' | 'refunded'>
    amount: Fixed<number>
    channel: Fixed<string>
    source: Fixed<string>
    source_ref: Fixed<string | null>
    at: Fixed<Instant>
    by: Fixed<string>
    detail: Fixed<object>
    recorded_at: Derived<Instant>
  }
  fee_receipt: {
    tenant: Fixed<string>
    payment_id: Fixed<string>
    series: Fixed<string>
    no: Fixed<number>
    issued_at: Fixed<Instant>
    content: Fixed<object>
  }
  fee_receipt_counter: {
    tenant: Fixed<string>
    series: Fixed<string>
    n: number
  }
  bank_statement: {
    tenant: Fixed<string>
    id: Fixed<string>
    account: Fixed<string>
    name: Fixed<string>
    sha256: Fixed<string>
    lines: Fixed<number>
    added_at: Fixed<Instant>
    added_by: Fixed<string>
  }
  bank_line: {
    tenant: Fixed<string>
    id: Fixed<string>
    statement_id: Fixed<string>
    line: Fixed<number>
    account: Fixed<string>
    bank_ref: Fixed<string>
    booked_at: Fixed<Instant>
    amount: Fixed<number>
    description: Fixed<string>
    status: 'matched' | 'unmatched' | 'set-aside'
    payment_id: string | null
    note: string | null
    decided_at: Instant | null
    decided_by: string | null
  }
  remittance: {
    tenant: Fixed<string>
    id: Fixed<string>
    holder: Fixed<'post' | 'counter'>
    agency_id: Fixed<string>
    amount: Fixed<number>
    payments: Fixed<number>
    declared_at: Fixed<Instant>
    declared_by: Fixed<string>
    declared_by_id: Fixed<string | null>
    confirmed_at: Instant | null
    confirmed_by: string | null
  }
  reconciliation: {
    tenant: Fixed<string>
    id: Fixed<string>
    day: Fixed<CivilDate>
    run_at: Fixed<Instant>
    run_by: Fixed<string>
    differences: Fixed<number>
    content: Fixed<object>
  }
  slip_counter: {
    tenant: Fixed<string>
    agency_id: Fixed<string>
    kind: Fixed<SlipKind>
    year: Fixed<number>
    n: number
  }
  slip: {
    tenant: Fixed<string>
    dossier_id: Fixed<string>
    event_version: Fixed<number>
    kind: Fixed<SlipKind>
    agency_id: Fixed<string>
    year: Fixed<number>
    n: Fixed<number>
    issued_at: Fixed<Instant>
  }
  audit_entry: {
    tenant: Fixed<string>
    lane: Derived<number>
    seq: Derived<string>
    recorded_at: Derived<Instant>
    at: Fixed<Instant>
    actor_kind: Fixed<string>
    actor_id: Fixed<string>
    address: Fixed<string | null>
    deed: Fixed<string>
    thing: Fixed<string>
    thing_id: Fixed<string>
    detail: Fixed<AuditDetail>
    hash: Derived<Buffer>
  }
  audit_seal: {
    tenant: Fixed<string>
    no: Derived<string>
    sealed_at: Derived<Instant>
    heads: Derived<object>
    entries: Derived<string>
    hash: Derived<Buffer>
  }
  population_registration: {
    tenant: Fixed<string>
    id: Fixed<string>
    agency_id: Fixed<string>
    stage: 'filed' | 'approved' | 'rejected' | 'ended'
    purpose: Fixed<string>
    papers: Fixed<SignedPaper[]>
    filed_at: Fixed<Instant>
    filed_by: Fixed<string>
    decided_at: Instant | null
    decided_by: string | null
    reason: string | null
    police_reference: string | null
  }
  population_officer: {
    tenant: Fixed<string>
    registration_id: Fixed<string>
    account_id: Fixed<string>
    commitment: Fixed<SignedPaper>
    ended_at: Instant | null
  }
  population_query: {
    tenant: Fixed<string>
    id: Fixed<string>
    at: Fixed<Instant>
    account_id: Fixed<string>
    agency_id: Fixed<string>
    registration_id: Fixed<string>
    purpose: Fixed<string>
    procedure_code: Fixed<string | null>
    citizen_id: Fixed<string>
    outcome: QueryOutcome
    reviewed_at: Instant | null
    reviewed_by: string | null
    finding: 'proper' | 'improper' | null
    remark: string | null
  }
  role_grant: {
    tenant: Fixed<string>
    id: Fixed<string>
    account_id: Fixed<string>
    role: Fixed<StaffRole>
    agency_id: Fixed<string>
    procedures: Fixed<string[]>
    from_at: Fixed<Instant>
    until_at: Fixed<Instant | null>
    reason: Fixed<string>
    stage: 'proposed' | 'given' | 'declined' | 'taken'
    proposed_at: Fixed<Instant>
    proposed_by: Fixed<string>
    decided_at: Instant | null
    decided_by: string | null
    taken_at: Instant | null
    taken_by: string | null
    taken_reason: string | null
  }
  postal_collection: {
    tenant: Fixed<string>
    id: Fixed<string>
    version: Generated<number>
    state: Collection
    no: Fixed<string>
    phase: Collection['phase']
    officer_id: Fixed<string>
    agency_id: Fixed<string>
    collected_at: Fixed<Instant>
    dossier_id: string | null
    handover_id: string | null
  }
  postal_handover: {
    tenant: Fixed<string>
    id: Fixed<string>
    version: Generated<number>
    state: Handover
    no: Fixed<string>
    officer_id: Fixed<string>
    agency_id: Fixed<string>
    prepared_at: Fixed<Instant>
    signed_at: Instant | null
  }
  api_key: {
    tenant: Fixed<string>
    id: Fixed<string>
    version: Generated<number>
    state: ApiKey
    registered_at: Fixed<Instant>
  }
  api_key_secret: {
    tenant: Fixed<string>
    id: Fixed<string>
    key_id: Fixed<string>
    hash: Fixed<string>
    issued_at: Fixed<Instant>
    ends_at: Instant | null
  }
  api_call: {
    tenant: Fixed<string>
    id: GeneratedAlways<string>
    at: Fixed<Instant>
    key_id: Fixed<string | null>
    secret_id: Fixed<string | null>
    method: Fixed<string>
    path: Fixed<string>
    status: Fixed<number>
    outcome: Fixed<string>
    address: Fixed<string>
    duration_ms: Fixed<number>
    request_id: Fixed<string>
  }
  api_usage: {
    tenant: Fixed<string>
    key_id: Fixed<string>
    hour: Fixed<Instant>
    calls: number
    refused: number
    missed: number
  }
  api_address: {
    tenant: Fixed<string>
    key_id: Fixed<string>
    address: Fixed<string>
    first_at: Fixed<Instant>
  }
  api_alert: {
    tenant: Fixed<string>
    id: Generated<string>
    key_id: Fixed<string | null>
    kind: Fixed<string>
    day: Fixed<CivilDate>
    raised_at: Fixed<Instant>
    detail: Fixed<Readonly<Record<string, unknown>>>
    closed_at: Instant | null
    closed_by: string | null
  }
  kept_validity: {
    tenant: Fixed<string>
    id: GeneratedAlways<string>
    kept_id: Fixed<string>
    valid: Fixed<boolean>
    last_day: Fixed<CivilDate | null>
    note: Fixed<string>
    decided_at: Fixed<Instant>
    decided_by: Fixed<string>
    agency_id: Fixed<string>
  }
  kept_use: {
    tenant: Fixed<string>
    id: GeneratedAlways<string>
    kept_id: Fixed<string>
    draft_id: Fixed<string>
    file_id: Fixed<string>
    used_at: Fixed<Instant>
  }
  kept_paper: {
    tenant: Fixed<string>
    id: Fixed<string>
    account_id: Fixed<string>
    dossier_id: Fixed<string>
    file_id: Fixed<string>
    kind: Fixed<'result' | 'component'>
    paper_id: Fixed<string>
    paper_name: Fixed<string>
    procedure_name: Fixed<string>
    consented_at: Fixed<Instant>
    withdrawn_at: Instant | null
  }
  consignment: {
    tenant: Fixed<string>
    id: Fixed<string>
    version: Generated<number>
    state: Consignment
    no: Fixed<string>
    phase: Consignment['phase']
    dossier_id: Fixed<string>
    officer_id: Fixed<string>
    taken_at: Fixed<Instant>
  }
  postal_log: {
    tenant: Fixed<string>
    id: GeneratedAlways<string>
    at: Fixed<Instant>
    officer_id: Fixed<string>
    actor_id: Fixed<string>
    deed: Fixed<string>
    thing: Fixed<'collection' | 'handover' | 'consignment'>
    thing_id: Fixed<string>
    detail: Generated<Record<string, unknown>>
    recorded_at: Derived<Instant>
  }
  exchange_nonce: { tenant: Fixed<string>; nonce: Fixed<string>; at: Fixed<Instant> }
  exchange_message: {
    tenant: Fixed<string>
    id: Fixed<string>
    kind: Fixed<string>
    sha256: Fixed<string>
    dossier_id: Fixed<string | null>
    answer: Fixed<object>
    received_at: Fixed<Instant>
  }
  exchange_state: {
    tenant: Fixed<string>
    dossier_id: Fixed<string>
    version: Fixed<number>
    status: Fixed<number>
    body: Fixed<object>
    noted_at: Fixed<Instant>
    attempts: Generated<number>
    last_error: string | null
    sent_at: Instant | null
  }
  backup: {
    tenant: Fixed<string>
    id: Fixed<string>
    reason: Fixed<BackupReason>
    began_at: Fixed<Instant>
    took_ms: Fixed<number>
    outcome: Fixed<'done' | 'failed'>
    file: Fixed<string | null>
    bytes: Fixed<string | null>
    rows: Fixed<string | null>
    sha256: Fixed<string | null>
    error: Fixed<string | null>
    by: Fixed<string>
    removed_at: Instant | null
  }
  restore_drill: {
    tenant: Fixed<string>
    id: Fixed<string>
    backup_id: Fixed<string | null>
    began_at: Fixed<Instant>
    took_ms: Fixed<number>
    passed: Fixed<boolean>
    report: Fixed<object>
    by: Fixed<string>
  }
}
