import type { Apology } from './apology.ts'

/** What is said and re-promised where the promise cannot be kept. */
export type LatenessEvent = { readonly type: 'ApologyIssued' } & Apology
