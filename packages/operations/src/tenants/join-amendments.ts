import { isDeepStrictEqual } from 'node:util'
import { sourceOf, type Edition, type Tx } from '@motcua/db'
import { TenantFolder } from './folder.ts'
import type { Problem } from './problem.ts'

type Part = keyof TenantFolder

/** What a folder would become when it is applied: itself, or joined with what the desk amended. */
export async function withAmendments(
  tx: Tx,
  edition: Edition<TenantFolder> | undefined,
  folder: TenantFolder,
): Promise<Joined> {
  if (!edition || (edition.sourceNo === undefined && !edition.source)) return { joined: folder, problems: [] }
  const base = TenantFolder.parse(await sourceOf(tx, edition))
  return joinAmendments({ base, desk: TenantFolder.parse(edition.content), folder })
}

interface Joined {
  readonly joined: TenantFolder
  readonly problems: Problem[]
}

/**
 * A changed folder joined with what the desk amended since the folder was last applied: part by part, whoever changed
 * it. A part that both changed, each in its own way, is a problem for a person.
 */
export function joinAmendments({
  base,
  desk,
  folder,
}: {
  /** The folder as it was last applied. */
  readonly base: TenantFolder
  /** What is in force. */
  readonly desk: TenantFolder
  readonly folder: TenantFolder
}): Joined {
  const parts = [...new Set([...Object.keys(base), ...Object.keys(desk)])] as Part[]
  const amended = parts.filter((part) => !isDeepStrictEqual(base[part], desk[part]))
  const kept = amended.filter((part) => !isDeepStrictEqual(folder[part], desk[part]))
  if (kept.length === 0) return { joined: folder, problems: [] }
  const problems = kept
    .filter((part) => !isDeepStrictEqual(base[part], folder[part]))
    .map((part) => ({
      file: 'tenant.yaml',
      vi: `phần \`${part}\` đã được sửa trên bàn làm việc và trong thư mục; hãy đưa bản đang áp dụng vào thư mục, hoặc áp dụng với --over-desk để bỏ phần đã sửa trên bàn làm việc`,
      en: `\`${part}\` was amended at the desk and in the folder; bring what is in force into the folder, or apply with --over-desk to drop what the desk amended`,
    }))
  const fromDesk = Object.fromEntries(kept.map((part) => [part, desk[part]]))
  return { joined: { ...folder, ...fromDesk }, problems }
}
