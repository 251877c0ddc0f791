import type { SessionView } from '@motcua/api/client'

export type {
  AgencyView,
  Api,
  ChannelChoice,
  DraftView,
  FeeView,
  LookupView,
  OwnDossierLine,
  OwnDossierView,
  ProcedureLine,
  ProcedureView,
  TenantView,
} from '@motcua/api/client'

/** The person at this counter. Staff work at the desk and are nobody here. */
export type CitizenSession = Extract<SessionView, { kind: 'citizen' }>
