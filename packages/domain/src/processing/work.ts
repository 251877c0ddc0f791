import type { Instant } from '@motcua/calendar'

/** Who works on a step. */
export interface Holder {
  readonly accountId: string
  readonly fullName: string
}

/** Where the work on a dossier stands: the procedure's workflow as it was when the dossier was accepted, and the step it is at. */
export interface Work {
  /** Version of the procedure's approved workflow; 0 is the plain one of a procedure that has none. */
  readonly version: number
  readonly steps: readonly { readonly id: string; readonly name: string; readonly role: string }[]
  /** Id of the present step. */
  readonly at: string
  readonly since: Instant
  readonly holder?: Holder
}
