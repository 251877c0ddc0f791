// For tests: the journey of a dossier up to the point a test begins at.
import type { Channel } from '@motcua/domain'
import { attachFile } from './drafts/attach-file.ts'
import { openDraft } from './drafts/open-draft.ts'
import { saveChoice } from './drafts/save-choice.ts'
import { savePage } from './drafts/save-page.ts'
import { submit } from './intake/submit.ts'
import type { Context } from './operation.ts'
import type { DraftView } from './views.ts'

/** A small PDF. */
export const pdf = new TextEncoder().encode('%PDF-1.7\n%âãÏÓ\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')

/** An answer each field takes. */
const answerOf = {
  text: 'Trần Thị Đan',
  'long-text': 'Đề nghị giải quyết',
  date: '1985-03-27',
  phone: '0901 234 567',
  email: 'dan@example.vn',
  'citizen-id': '080185000123',
  number: '120',
} as const

/** A draft with every page answered, every required paper attached and every choice made. */
export async function fillDraft(
  citizen: Context,
  procedureCode: string,
  { agencyId, returnChannel }: { agencyId?: string; returnChannel?: Channel } = {},
): Promise<DraftView> {
  let draft = await openDraft(citizen, { procedureCode })
  const { id, procedure, form } = draft
  const agency = agencyId ?? procedure.agencies[0]!.id
  for (const page of form.pages) {
    const answers = Object.fromEntries(
      page.fields.map((field) => {
        if (field.kind === 'choice') return [field.id, field.choices![0]!.value]
        return [field.id, field.kind === 'agency' ? agency : answerOf[field.kind]]
      }),
    )
    const saved = await savePage(citizen, { id, pageId: page.id, answers })
    if ('errors' in saved) throw new Error(`${page.id}: ${JSON.stringify(saved.errors)}`)
  }
  for (const paper of procedure.papers.filter(({ required, presentedOnly }) => required && !presentedOnly)) {
    await attachFile(citizen, { draftId: id, paperId: paper.id, name: 'giấy tờ.pdf', bytes: pdf })
  }
  draft = await saveChoice(citizen, {
    id,
    caseId: procedure.cases[0]!.id,
    agencyId: agency,
    returnChannel: returnChannel ?? procedure.return.channels[0]!,
  })
  return draft
}

/** A dossier filed online. */
export async function fileDossier(
  citizen: Context,
  procedureCode: string,
  options?: Parameters<typeof fillDraft>[2],
): Promise<{ dossierId: string; submissionNo: string; draftId: string }> {
  const draft = await fillDraft(citizen, procedureCode, options)
  return { ...(await submit(citizen, { draftId: draft.id })), draftId: draft.id }
}
