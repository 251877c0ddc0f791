import { type Page, expect } from '@playwright/test'
import { pdf, png } from './files.ts'
import type { Citizen } from './people.ts'
import { post } from './without-pages.ts'

/** Exchange of a driving licence: one body, one case of five working days, a fee, two required papers. */
export const licence = {
  code: '3.000347',
  name: 'Đổi giấy phép lái xe',
  papers: ['de-nghi-doi-giay-phep-lai', 'giay-kham-suc-khoe-cua-nguoi'],
} as const

export interface Filed {
  readonly dossierId: string
  readonly submissionNo: string
}

/** Channels an applicant picks where a province leaves the choice. */
export interface Choices {
  readonly returnChannel: string
  readonly paymentChannel: string
}

/** Files a licence exchange form by form, without looking at the pages, for tests of what comes afterwards. */
export async function fileLicence(page: Page, citizen: Citizen, choices: Choices): Promise<Filed> {
  const draft = await draftLicence(page, citizen, choices)
  return submitted(await post(page, `${draft}/check`, {}))
}

/** Prepares one up to the check; gives the path of the draft. */
export async function draftLicence(page: Page, citizen: Citizen, choices: Choices): Promise<string> {
  const started = await post(page, `/procedures/${licence.code}/start`, {})
  const draft = new URL(started.url).pathname
  expect(draft).toMatch(/^\/drafts\/[0-9a-f-]{36}$/)
  const { fullName, citizenId, phone, email, address } = citizen
  const birth = { 'birthDate-day': '27', 'birthDate-month': '3', 'birthDate-year': '1985' }
  await post(page, `${draft}/form/agency`, { agencyId: 'ttpvhcc' })
  await post(page, `${draft}/form/applicant`, { fullName, citizenId, ...birth })
  await post(page, `${draft}/form/contact`, { phone, email })
  await post(page, `${draft}/form/address`, { address })
  await post(page, `${draft}/form/request`, { request: 'Đổi giấy phép lái xe hạng B sắp hết hạn.' })
  await post(
    page,
    `${draft}/papers?/continue`,
    {},
    {
      [`file:${licence.papers[0]}`]: pdf('don-de-nghi.pdf'),
      [`file:${licence.papers[1]}`]: png('kham-suc-khoe.png'),
    },
  )
  await post(page, `${draft}/return`, { returnChannel: choices.returnChannel })
  const last = await post(page, `${draft}/payment`, { paymentChannel: choices.paymentChannel })
  expect(new URL(last.url).pathname, 'nothing is left to do').toBe(`${draft}/check`)
  return draft
}

/** The dossier a submission led to. */
export function submitted({ url, html }: { readonly url: string; readonly html: string }): Filed {
  const [, dossierId] = new URL(url).pathname.match(/^\/dossiers\/([0-9a-f-]{36})\/confirmation$/) ?? []
  const [, submissionNo] = html.match(/<title>[^<]*?(\d{6}-\w{4}-\w{4})/) ?? []
  if (!dossierId || !submissionNo) throw new Error(`no confirmation, but ${url}`)
  return { dossierId, submissionNo }
}
