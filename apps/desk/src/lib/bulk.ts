/** A ticked dossier to which a deed cannot be done. */
export interface BulkLeft {
  id: string
  /** Empty where the dossier was not found. */
  number: string
  why: string
}

/** What became of one dossier of several. */
export interface BulkOutcome {
  id: string
  number: string
  done: boolean
  /** What was done, or why not. */
  text: string
}
