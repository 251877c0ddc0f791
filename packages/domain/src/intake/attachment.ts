import type { SignatureCheck } from './signature.ts'

/** Most bytes one uploaded file may hold: 20 MB. */
export const maxFileBytes = 20 * 1024 * 1024

/** Kinds of file a paper may be uploaded as, told by their first bytes, never by their name. */
export const fileTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type FileType = (typeof fileTypes)[number]

/** A file given for one paper of the dossier. */
export interface Attachment {
  readonly paperId: string
  readonly fileId: string
  readonly name: string
  readonly type: FileType
  readonly bytes: number
  readonly sha256: string
  /** What its digital signatures were found to be when it came in; absent where it bears none. */
  readonly signatures?: readonly SignatureCheck[]
  /** Where it was taken from, of a paper its owner had kept and did not have to hand in again. */
  readonly origin?: PaperOrigin
}

/** A paper handed in before, and the dossier it was handed in for or came out of. */
export interface PaperOrigin {
  readonly keptId: string
  readonly dossierId: string
  readonly procedureName: string
  readonly kind: 'result' | 'component'
}
