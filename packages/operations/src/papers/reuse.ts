import { randomUUID } from 'node:crypto'
import { copyFile, getDossier, getFileInfo, listKept, noteUse, type Draft, type KeptPaper } from '@motcua/db'
import { foldText, type Attachment, type Paper } from '@motcua/domain'
import type { Room } from '../operation.ts'
import { reuseBasis, standingsOf, type Standing } from './validity.ts'

/** A kept paper that may stand for one a draft asks for. */
export interface Reusable {
  readonly paper: Paper
  readonly kept: KeptPaper
  readonly standing: Exclude<Standing, { standing: 'ended' }>
}

/** What a person keeps of the papers a procedure asks for: each that is not known to be valid no more. */
export async function reusableFor(
  { tx, now }: Pick<Room, 'tx' | 'now'>,
  accountId: string,
  papers: readonly Paper[],
): Promise<Reusable[]> {
  const kept = await listKept(tx, accountId)
  const wanted = papers.filter(({ presentedOnly }) => !presentedOnly)
  const pairs = wanted.flatMap((paper) =>
    kept.filter((one) => isSamePaper(paper, one)).map((one) => ({ paper, kept: one })),
  )
  const standings = await standingsOf(
    tx,
    pairs.map((pair) => pair.kept),
    now,
  )
  return pairs.flatMap((pair) => {
    const standing = standings.get(pair.kept.id)!
    return standing.standing === 'ended' ? [] : [{ ...pair, standing }]
  })
}

/** Papers are the same where they are called the same, whatever procedure asks for them. */
function isSamePaper({ name }: Paper, { paperName }: KeptPaper): boolean {
  return plain(name) === plain(paperName)
}

function plain(name: string): string {
  return foldText(name)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** Puts a copy of a kept paper into a draft, with where it is from, and writes the use down. */
export async function takeFromKept(
  { tx, now }: Pick<Room, 'tx' | 'now'>,
  draft: Pick<Draft, 'id' | 'accountId'>,
  { paper, kept }: Pick<Reusable, 'paper' | 'kept'>,
): Promise<Attachment> {
  const { id: draftId, accountId } = draft
  const fileId = randomUUID()
  await copyFile(tx, kept.fileId, { id: fileId, accountId, draftId, at: now })
  await noteUse(tx, { keptId: kept.id, draftId, fileId, at: now })
  const { name, type, bytes, sha256 } = await getFileInfo(tx, fileId)
  const before = (await getDossier(tx, kept.dossierId)).papers.find((one) => one.fileId === kept.fileId)
  return {
    paperId: paper.id,
    fileId,
    name,
    type,
    bytes,
    sha256,
    ...(before?.signatures && { signatures: before.signatures }),
    origin: {
      keptId: kept.id,
      dossierId: kept.dossierId,
      procedureName: kept.procedureName,
      kind: kept.kind,
    },
  }
}

/**
 * Papers that need not be handed in again where the law says so: of what is known to be valid, the latest kept of each
 * paper, taken into a new draft without asking (HN19-6.2.2). What nobody judged yet is offered, not taken.
 */
export async function takeWhatIsNotAskedAgain(
  room: Room,
  draft: Draft,
  papers: readonly Paper[],
): Promise<Attachment[]> {
  const taken: Attachment[] = []
  for (const reusable of await reusableFor(room, draft.accountId, papers)) {
    const { paper, kept, standing } = reusable
    if (standing.standing !== 'valid' || taken.some(({ paperId }) => paperId === paper.id)) continue
    if (reuseBasis(room.tenant, kept.kind, room.now).length === 0) continue
    taken.push(await takeFromKept(room, draft, reusable))
  }
  return taken
}
