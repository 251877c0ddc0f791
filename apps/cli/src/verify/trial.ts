import { randomUUID } from 'node:crypto'
import type { TenantFolder } from '@motcua/operations/tenants/folder'
import { filled } from './filling.ts'
import { found, type Finding } from './finding.ts'
import { readPage } from './page.ts'
import { codeOfNobody } from './public-pages.ts'
import { visitor, type Answer, type Visitor } from './visitor.ts'

/** A trial at its addresses, and the people who try it. */
export interface Trial {
  readonly folder: TenantFolder
  /** Address of the trial's portal. */
  readonly portal: string
  /** Address of the province's own portal, which must know nothing of all this. */
  readonly province: string
  readonly desk: string
  /** A procedure anybody may file without a paper, and a body that receives it. */
  readonly offer: Offer
  readonly sessions: { readonly applicant: string; readonly officer: string }
}

export interface Offer {
  readonly code: string
  readonly agencyId: string
}

/** What can be tried without a paper: procedures of this province that are filed online. */
export function offersWithoutPapers({ offered, procedures }: TenantFolder): Offer[] {
  const bare = new Set(
    procedures.filter(({ papers }) => papers.every(({ required }) => !required)).map(({ code }) => code),
  )
  return offered
    .filter(
      ({ code, agencies, level }) => bare.has(code) && agencies.length > 0 && !['1', '2'].includes(level),
    )
    .map(({ code, agencies }) => ({ code, agencyId: agencies[0]! }))
}

/** The first of them that the portal lets people start; at the others it leads back to their description. */
export async function firstFiledOnline(portal: string, offers: readonly Offer[]): Promise<Offer | undefined> {
  const stranger = visitor()
  for (const offer of offers) {
    if ((await stranger.get(`${portal}/procedures/${offer.code}/start`)).status === 200) return offer
  }
  return undefined
}

/** Files an application at the trial, takes it in at the desk, and looks it up; then looks for it where it is not. */
export async function checkTrial(trial: Trial): Promise<Finding[]> {
  const { portal, desk, sessions } = trial
  const filing = { vi: 'Nộp một hồ sơ ở bản thử', en: 'An application is filed at the trial' }
  const applicant = visitor(cookiesOf('motcua-session', sessions.applicant))
  const last = await fileOne(trial, applicant)
  const [, dossierId] = /\/dossiers\/([0-9a-f-]{36})\/confirmation$/.exec(last.headers.location ?? '') ?? []
  if (!dossierId) return [found(filing, saidBy(last))]

  const confirmation = readPage((await applicant.get(`${portal}/dossiers/${dossierId}/confirmation`)).text)
  const [submissionNo = ''] = /\d{6}-\w{4}-\w{4}/.exec(confirmation.title) ?? []
  const stranger = visitor()
  const lookedUp = await stranger.get(`${portal}/look-up/${submissionNo}`)
  const officer = visitor(cookiesOf('motcua-desk-session', sessions.officer))
  const page = await officer.get(`${desk}/dossiers/${dossierId}/accept`)
  const [caseId = ''] = readPage(page.text).choices.get('caseId') ?? [caseOf(trial)]
  const taken = await officer.post(`${desk}/dossiers/${dossierId}/accept?/send`, { caseId })
  const seen = await applicant.get(`${portal}/dossiers/${dossierId}`)
  return [
    found(filing, submissionNo ? undefined : confirmation.title),
    found(
      { vi: `Tra cứu được ${submissionNo}`, en: `${submissionNo} is found by look-up` },
      lookedUp.status === 200 && lookedUp.text.includes(submissionNo) ? undefined : `${lookedUp.status}`,
    ),
    found(
      { vi: 'Tiếp nhận tại bàn làm việc', en: 'It is taken in at the desk' },
      /receipt\?accepted$/.test(taken.headers.location ?? '') ? undefined : saidBy(taken),
    ),
    found(
      { vi: 'Người nộp thấy mã hồ sơ được cấp', en: 'Who filed it sees the code it was issued' },
      /H\d{2}\.[\d.]+-\d{6}-\d{4}/.test(seen.text) ? undefined : `${seen.status}`,
    ),
    ...(await checkItIsNowhereElse(trial, { dossierId, submissionNo })),
  ]
}

async function fileOne({ folder, portal, offer }: Trial, applicant: Visitor): Promise<Answer> {
  const started = await applicant.post(`${portal}/procedures/${offer.code}/start`, {})
  const [draft] = /\/drafts\/[0-9a-f-]{36}/.exec(started.headers.location ?? '') ?? []
  if (!draft) return started
  const { form } = folder.offered.find(({ code }) => code === offer.code)!
  for (const { id, fields } of folder.forms.find((one) => one.id === form)?.pages ?? []) {
    const boxes = fields.map((field) => filled(field, offer.agencyId))
    const saved = await applicant.post(`${portal}${draft}/form/${id}`, Object.assign({}, ...boxes))
    if (saved.status >= 400) return saved
  }
  // Asked only where there is something to choose.
  for (const [path, box] of [
    ['case', 'caseId'],
    ['return', 'returnChannel'],
    ['payment', 'paymentChannel'],
  ] as const) {
    const asked = await applicant.get(`${portal}${draft}/${path}`)
    const [first] = readPage(asked.text).choices.get(box) ?? []
    if (first) await applicant.post(`${portal}${draft}/${path}`, { [box]: first })
  }
  return applicant.post(`${portal}${draft}/check`, {})
}

/** The session, the dossier and its number lead to nothing at the province itself, as if they had never been. */
async function checkItIsNowhereElse(
  { province, desk, sessions }: Trial,
  { dossierId, submissionNo }: { dossierId: string; submissionNo: string },
): Promise<Finding[]> {
  const insider = visitor(cookiesOf('motcua-session', sessions.applicant))
  const own = await insider.get(`${province}/dossiers`)
  const stranger = visitor()
  const [looked, unknown] = await Promise.all(
    [submissionNo, codeOfNobody].map((code) => stranger.get(`${province}/look-up/${code}`)),
  )
  const [its, nobodys] = await Promise.all(
    [dossierId, randomUUID()].map((id) => insider.get(`${province}/dossiers/${id}`)),
  )
  const officer = visitor(cookiesOf('motcua-desk-session', sessions.officer))
  const elsewhere = await officer.get(`${desk}/dossiers/${randomUUID()}/accept`)
  const same = (a: Answer, b: Answer, names: readonly [string, string]): boolean =>
    a.status === b.status &&
    readPage(a.text).text.replaceAll(names[0], '') === readPage(b.text).text.replaceAll(names[1], '')
  return [
    found(
      {
        vi: 'Phiên đăng nhập của bản thử không vào được cổng của tỉnh',
        en: 'A session of the trial opens nothing at the province',
      },
      /\/sign-in/.test(own.headers.location ?? '') ? undefined : saidBy(own),
    ),
    found(
      {
        vi: 'Số hồ sơ của bản thử tra ở cổng của tỉnh như số không có',
        en: 'A number of the trial is answered at the province as one that nobody has',
      },
      same(looked!, unknown!, [submissionNo, codeOfNobody]) ? undefined : `${looked!.status}`,
    ),
    found(
      {
        vi: 'Địa chỉ hồ sơ của bản thử ở cổng của tỉnh như địa chỉ không có',
        en: 'The address of its dossier is answered at the province as one that is not there',
      },
      its!.status === nobodys!.status ? undefined : `${its!.status} / ${nobodys!.status}`,
    ),
    found(
      {
        vi: 'Hồ sơ không có thì bàn làm việc trả lời 404',
        en: 'The desk answers 404 for a dossier it does not have',
      },
      elsewhere.status === 404 ? undefined : `${elsewhere.status}`,
    ),
  ]
}

const caseOf = ({ folder, offer }: Trial): string =>
  folder.procedures.find(({ code }) => code === offer.code)?.cases[0]?.id ?? ''

/** A session cookie, also under the name it has where it is kept to https. */
export const cookiesOf = (name: string, session: string) => ({ [name]: session, [`__Host-${name}`]: session })

function saidBy({ status, headers, text }: Answer): string {
  const { headings } = readPage(text)
  return [status, headers.location, headings[0]].filter((part) => part).join(' ')
}
