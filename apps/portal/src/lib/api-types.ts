import type { SessionView } from '@motcua/api/client'

export type {
  AgencyView,
  Api,
  CatalogueView,
  ChannelChoice,
  DraftLine,
  DraftView,
  LookupView,
  OwnDossierLine,
  OwnDossierView,
  ProcedureLine,
  ProcedureView,
  ReceiptSlipView,
  TenantView,
  TimelineEntry,
} from '@motcua/api/client'

/** The person at this counter. Staff work at the desk and are nobody here. */
export type CitizenSession = Extract<SessionView, { kind: 'citizen' }>
