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
}
