import { type APIRequestContext } from '@playwright/test'
import { accept, atDesk } from './support/desk.ts'
import { fileLicence } from './support/filing.ts'
import { newCitizen } from './support/people.ts'
import { sandbox } from './support/places.ts'
import { expect, test } from './support/test.ts'
import { openAccount } from './support/without-pages.ts'

interface Message {
  readonly id: string
  readonly channel: 'email' | 'sms' | 'zalo'
  readonly from: string
  readonly subject: string
  readonly text: string
}

test('LA19-9.2: an acceptance in Long An is told by one of the three ways, and the letter can be read', async ({
  page,
  browser,
  request,
}) => {
  const citizen = newCitizen()
  await openAccount(page, 'long-an', citizen)
  const { dossierId } = await fileLicence(page, citizen, {
    returnChannel: 'postal',
    paymentChannel: 'online',
  })
  const code = await accept(await atDesk(browser, 'long-an', 'canbo.ttpvhcc'), dossierId)
  const subject = `Đã tiếp nhận hồ sơ ${code}`
  const letter = await arrived(request, citizen.email, (message) => message.subject === subject)
  expect(letter.channel).toBe('email')
  const messages = await sentTo(request, citizen.phone)
  const alsoToldOfIt = messages.filter(({ text }) => text.includes(code))
  expect(alsoToldOfIt, 'one way is enough').toEqual([])

  await page.goto(sandbox(`/email/${letter.id}`))
  await expect(page.getByRole('heading', { name: subject })).toBeVisible()
  await expect(page.locator('.letter')).toContainText('Hẹn trả kết quả: 17:00 thứ Sáu, 13/03/2026')
  await expect(page.locator('.letter')).toContainText(`/look-up/${code}`)
})

test('HN19-12.1: an acceptance in Hà Nam is told by SMS and by e-mail, by every way the applicant gave', async ({
  page,
  browser,
  request,
}) => {
  const citizen = newCitizen()
  await openAccount(page, 'ha-nam', citizen)
  const { dossierId } = await fileLicence(page, citizen, { returnChannel: 'email', paymentChannel: 'online' })
  const code = await accept(await atDesk(browser, 'ha-nam', 'canbo.ttpvhcc'), dossierId)
  await arrived(
    request,
    citizen.email,
    ({ channel, subject }) => channel === 'email' && subject.includes(code),
  )
  const text = await arrived(request, citizen.phone, ({ channel }) => channel === 'sms')
  expect(text.text).toContain(code)
  expect(text.text.length).toBeLessThanOrEqual(160)

  await page.goto(sandbox(`/sms?to=${citizen.phone}`))
  await expect(page.getByText(text.text)).toBeVisible()
})

async function sentTo(request: APIRequestContext, to: string): Promise<Message[]> {
  const answer = await request.get(sandbox('/api/messages'), { params: { to } })
  return ((await answer.json()) as { messages: Message[] }).messages
}

/** The message that came for somebody, waited for. */
async function arrived(
  request: APIRequestContext,
  to: string,
  isIt: (message: Message) => boolean,
): Promise<Message> {
  let found: Message | undefined
  await expect
    .poll(async () => (found = (await sentTo(request, to)).find(isIt)), { message: `a message to ${to}` })
    .toBeDefined()
  return found!
}
