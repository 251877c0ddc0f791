import type { Page } from '@playwright/test'
import { isForEveryoneHere } from './support/accessible.ts'
import { newCitizen } from './support/people.ts'
import { portal, sandbox } from './support/places.ts'
import { expect, test } from './support/test.ts'

/** The link to choose a new password, once the letter has come. */
async function linkIn(page: Page, email: string): Promise<string> {
  let link: string | undefined
  await expect(async () => {
    const box = await page.request.get(sandbox(`/api/messages?channel=email&to=${encodeURIComponent(email)}`))
    const { messages } = (await box.json()) as { messages: { text: string }[] }
    link = messages.map(({ text }) => /http:\S+\/recovery\/[\w-]{43}/.exec(text)?.[0]).find(Boolean)
    expect(link).toBeDefined()
  }).toPass({ timeout: 15_000 })
  return link!
}

test('a person proves who they are with VNeID, finds their account, and links the one they had', async ({
  page,
}) => {
  const person = newCitizen('Nông Thị Lan Chi')

  // Tuyên Quang knows the national identity only (TQ25-5.2).
  await page.goto(portal('tuyen-quang', '/sign-in'))
  await page.getByRole('link', { name: 'Đăng nhập bằng VNeID' }).click()
  await page.getByLabel('Họ và tên').fill(person.fullName)
  await page.getByLabel('Số định danh cá nhân').fill(person.citizenId)
  await page.getByLabel('Thư điện tử').fill(person.email)
  await page.getByLabel('Mức tài khoản').selectOption('2')
  await page.getByRole('button', { name: 'Đồng ý', exact: true }).click()
  await expect(page).toHaveURL(portal('tuyen-quang', '/dossiers'))
  await page.getByRole('link', { name: 'Tài khoản', exact: true }).click()
  await expect(page.getByText('VNeID mức 2')).toBeVisible()
  await isForEveryoneHere(page)
  await page.getByRole('link', { name: 'Hủy tài khoản' }).click()
  await isForEveryoneHere(page)

  // Who refuses is told so, and where they are.
  await page.goto(portal('tuyen-quang', '/sign-out'))
  await page.context().clearCookies()
  await page.goto(portal('tuyen-quang', '/sign-in/vneid'))
  await page.getByRole('button', { name: 'Từ chối' }).click()
  await expect(page.getByRole('alert')).toContainText('không đồng ý chia sẻ')

  // Phú Thọ has accounts of its own and lets others be joined (PT20-7.3): its holder is asked before they become one.
  await page.goto(portal('phu-tho', '/register'))
  await page.getByLabel('Họ và tên').fill(person.fullName)
  await page.getByLabel('Số căn cước').fill(person.citizenId)
  await page.getByLabel('Thư điện tử').fill(person.email)
  await page.getByLabel('Số điện thoại').fill(person.phone)
  await page.getByLabel('Mật khẩu', { exact: true }).fill('đồi chè xanh mướt mắt')
  await page.getByRole('button', { name: 'Đăng ký và đăng nhập' }).click()
  await expect(page).toHaveURL(portal('phu-tho', '/dossiers'))
  await page.context().clearCookies()
  await page.goto(portal('phu-tho', '/sign-in/vneid'))
  await page.getByRole('button', { name: `Đồng ý, tôi là ${person.fullName}` }).click()
  await expect(page.getByRole('heading', { name: 'Liên kết với tài khoản đã có' })).toBeVisible()
  await isForEveryoneHere(page)
  await page.getByRole('button', { name: 'Đồng ý liên kết' }).click()
  await expect(page).toHaveURL(portal('phu-tho', '/dossiers'))

  // Without its old password the account has none left; a letter lets its holder choose another one.
  await page.context().clearCookies()
  await page.goto(portal('phu-tho', '/recovery'))
  await page.getByLabel('Thư điện tử, số điện thoại').fill(person.citizenId)
  await page.getByRole('button', { name: 'Gửi đường dẫn' }).click()
  await expect(page.getByRole('status')).toContainText('Nếu có tài khoản như vậy')
  await page.goto(await linkIn(page, person.email))
  await isForEveryoneHere(page)
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('nương ngô vàng ven suối')
  await page.getByRole('button', { name: 'Lưu mật khẩu mới' }).click()
  await page.getByLabel('Thư điện tử, số điện thoại').fill(person.email)
  await page.getByLabel('Mật khẩu', { exact: true }).fill('nương ngô vàng ven suối')
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await expect(page).toHaveURL(portal('phu-tho', '/dossiers'))
})
