import { z } from 'zod'

/** Name and version of the format, told in `docs/hand-over-format.md`. */
export const archiveFormat = 'motcua-province'
export const archiveFormatVersion = 1

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const Provision = z.object({
  regulation: z.string(),
  article: z.string(),
  clause: z.string().exactOptional(),
  point: z.string().exactOptional(),
})

const Column = z.object({ name: z.string(), type: z.string(), required: z.boolean() })

/** A table in an archive: where its lines are and what they must hash to. */
export const ArchivedTable = z.object({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  about: z.string(),
  columns: z.array(Column).min(1),
  /** Columns its lines are ordered by. */
  key: z.array(z.string()).min(1),
  file: z.string(),
  rows: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  sha256: Sha256,
})
export type ArchivedTable = z.infer<typeof ArchivedTable>

/** What an archive says of itself: the file `manifest.json`. */
export const ArchiveManifest = z.object({
  format: z.literal(archiveFormat),
  formatVersion: z.literal(archiveFormatVersion),
  tenant: z.object({ id: z.string(), name: z.string(), edition: z.int().positive() }),
  /** The moment whose picture of the province it holds. */
  takenAt: z.string(),
  reason: z.enum(['scheduled', 'asked', 'before-restore', 'hand-over']),
  /** Which form the tables have: every change ever made to it, in order. */
  migrations: z.array(z.object({ name: z.string(), sha256: Sha256 })).min(1),
  tables: z.array(ArchivedTable),
  /** Stored files, each once however often it is named. */
  files: z.object({ count: z.int().nonnegative(), bytes: z.int().nonnegative() }),
  /** Tables of the installation that are not in it, and why. */
  leftBehind: z.record(z.string(), z.string()),
  /** What the province's law says about data, backup and handing over, with its articles. */
  law: z.array(z.object({ question: z.string(), answer: z.json(), basis: z.array(Provision) })),
})
export type ArchiveManifest = z.infer<typeof ArchiveManifest>

/** The archive cannot be used; `vi` and the message say why, in a sentence. */
export class UnusableArchive extends Error {
  readonly vi: string
  constructor(said: { vi: string; en: string }, options?: ErrorOptions) {
    super(said.en, options)
    this.vi = said.vi
  }
}
