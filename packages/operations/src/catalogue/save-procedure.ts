import { getProcedureVersionForUpdate, listProcedureVersions } from '@motcua/db'
import {
  Conflict,
  draftProcedure,
  Form,
  NotFound,
  ProcedureContent,
  reviseProcedure,
  type ProcedureVersion,
} from '@motcua/domain'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { staffOf } from '../dossier/reach.ts'
import { operation, type Room } from '../operation.ts'
import { granted } from '../record.ts'
import { contentOf, ownFormId } from './content.ts'
import { storeVersion } from './store-version.ts'

/** A version as it was read: whoever read an older one is told. */
export const ReadVersion = z.object({
  code: z.string().max(40),
  version: z.int().positive(),
  revision: z.int().positive(),
})
export type ReadVersion = z.infer<typeof ReadVersion>

const reason = z.string().trim().max(2000).optional()

/** Draws up a new version of a procedure: out of what stands on the portal, to end it, or of one that is new here. */
export const draftProcedureVersion = operation({
  name: 'catalogue.draft',
  may: 'catalogue:draft',
  input: z.object({
    code: z.string().max(40),
    /** Of a procedure that is new here: what it says. */
    content: ProcedureContent.optional(),
    ends: z.boolean().default(false),
    reason,
  }),

  async run(room, { code, content: given, ends, reason }): Promise<{ version: number }> {
    const { tx, tenant, now } = room
    const present = contentOf(tenant, code)
    const content = given ?? present
    if (!content || (ends && !present)) throw new NotFound('procedure')
    const version = await nextProcedureVersion(room, code)
    const kind = ends ? 'ended' : present ? 'changed' : 'new'
    const by = byWhom(room)
    const said = { ...content, procedure: { ...content.procedure, code } }
    const draft = draftProcedure(version, { kind, content: said, ...(reason && { reason }), ...by })
    await storeVersion(tx, draft, { by: by.by, now })
    return { version }
  },
})

/** Changes what a draft says, besides its form. */
export const saveProcedure = operation({
  name: 'catalogue.save',
  may: 'catalogue:draft',
  input: ReadVersion.extend({ content: ProcedureContent.omit({ form: true }), reason }),

  async run(room, { content, reason, ...read }): Promise<{ revision: number }> {
    const before = await readForUpdate(room, read)
    const procedure = { ...content.procedure, code: read.code }
    return revise(room, before, { ...content, procedure, form: before.content.form }, reason)
  },
})

/** Changes the form of a draft: its pages, questions, conditions and bounds. */
export const saveForm = operation({
  name: 'catalogue.saveForm',
  may: 'catalogue:draft',
  input: ReadVersion.extend({ pages: Form.shape.pages }),

  async run(room, { pages, ...read }): Promise<{ revision: number }> {
    const before = await readForUpdate(room, read)
    const form = { id: ownFormId(read.code), pages }
    const saved = await revise(room, before, { ...before.content, form })
    const thingId = `${read.code}/${read.version}`
    await audit(room, { deed: 'catalogue:edit-form', thing: 'procedure', thingId })
    return saved
  },
})

/** The member of staff who acts, and when, as it is kept with a version. */
export function byWhom({ actor, now }: Room) {
  const { fullName, accountId } = staffOf(actor)
  return { at: now, by: fullName, accountId }
}

/** Locks the version that was read. @throws Conflict where somebody else changed it since */
export async function readForUpdate({ tx }: Room, read: ReadVersion): Promise<ProcedureVersion> {
  const version = await getProcedureVersionForUpdate(tx, read.code, read.version)
  if (version.revision !== read.revision) throw new Conflict('procedure')
  return version
}

async function revise(
  room: Room,
  before: ProcedureVersion,
  content: ProcedureContent,
  reason?: string,
): Promise<{ revision: number }> {
  const by = byWhom(room)
  const change = { content, ...(reason && { reason }), ...by }
  const [after] = granted(reviseProcedure(before, change))
  await storeVersion(room.tx, after!, { by: by.by, now: room.now })
  return { revision: after!.revision }
}

/** A number for a new version; the first one is left to what the province always had. */
export async function nextProcedureVersion({ tx, tenant }: Room, code: string): Promise<number> {
  const lines = await listProcedureVersions(tx, code)
  if (lines.length === 0) return contentOf(tenant, code) ? 2 : 1
  return Math.max(...lines.map(({ version }) => version)) + 1
}
