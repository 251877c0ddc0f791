import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { accept, atDesk, grant } from './support/desk.ts'
import { pdf } from './support/files.ts'
import { newCitizen } from './support/people.ts'
import { desk, sandbox } from './support/places.ts'
import { returnResult } from './support/returning.ts'
import { expect, test } from './support/test.ts'

/** A copy from the register: one working day, no fee. */
const copy = { code: '2.000908', form: 'ban-chinh-hoac-ban-sao-co' }
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const states = (page: Page) => page.locator('.states > li > strong')

/** Files at the national portal as a person does; gives the number it is known by there. */
async function file(
  page: Page,
  province: string,
  person: ReturnType<typeof newCitizen>,
  agency?: string,
): Promise<string> {
  await page.goto(sandbox(`/national-portal/new?province=${province}&procedure=${copy.code}`))
  if (agency) await page.getByLabel('Cơ quan tiếp nhận').selectOption({ label: agency })
  await page.getByLabel('Họ, chữ đệm, tên', { exact: true }).fill(person.fullName)
  await page.getByLabel('Số định danh cá nhân', { exact: true }).fill(person.citizenId)
  await page.getByLabel('Số điện thoại', { exact: true }).fill(person.phone)
  await page.getByLabel('Thư điện tử', { exact: true }).fill(person.email)
  for (const box of await page.locator('input[type=date]').all()) await box.fill('1990-05-14')
  for (const box of await page.locator('input[name^="answer-"][type=text]').all())
    await box.fill('Xin cấp bản sao từ sổ gốc')
  await page.locator(`#paper-${copy.form}`).setInputFiles(pdf('to-khai.pdf'))
  await press(page, 'Ký và gửi')
  const [, id] = /\/filings\/(QG-[0-9A-F]+)/.exec(page.url()) ?? []
  expect(id).toBeDefined()
  return id!
}

/** Reads the page again until the states have come. */
async function comes(page: Page, names: readonly string[]): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.reload()
        return states(page).allInnerTexts()
      },
      { timeout: 20_000 },
    )
    .toEqual(names)
}

test(
  'TQ25-17.1, TQ25-32.2.2, TQ25-25.2a: Tuyên Quang is filed with at the national portal, decides, and tells it every state',
  { tag: '@phone' },
  async ({ page, browser }) => {
    const person = newCitizen('Ma Thị Quốc Gia')
    const agency = 'Ủy ban nhân dân phường Minh Xuân'
    const id = await file(page, 'tuyen-quang', person, agency)
    await expect(page.getByText(/Đã nhận, số hồ sơ gửi 260306-/)).toBeVisible()
    await comes(page, ['1. Mới đăng ký'])

    const officer = await atDesk(browser, 'tuyen-quang', 'canbo.minh-xuan')
    await officer.goto(desk(`/queues/new?q=${person.citizenId}`))
    await officer
      .getByRole('link', { name: /^260306-/ })
      .first()
      .click()
    await expect(officer.getByText(`Nộp tại Cổng Dịch vụ công quốc gia, số ${id}`)).toBeVisible()
    const dossierId = new URL(officer.url()).pathname.split('/').at(-1)!
    const code = await accept(officer, dossierId)
    expect(code).toMatch(/^H60\./)
    await expect(officer.getByRole('article')).toContainText('17:00 thứ Hai, 09/03/2026')
    await grant(officer, dossierId)
    await test.step('TQ25-17.4: originals are compared, then it is handed over at the counter', async () => {
      expect(await returnResult(officer, dossierId, 'counter')).toContain('Đối chiếu bản gốc')
    })
    await test.step('every state came back, signed, with code and date', async () => {
      await expect
        .poll(
          async () => {
            await page.reload()
            return (await states(page).allInnerTexts()).at(-1)
          },
          { timeout: 20_000 },
        )
        .toBe('10. Đã trả kết quả')
      await expect(page.locator('.states')).toContainText(code)
      await expect(page.locator('.states')).toContainText('17:00:00 9/3/26')
    })
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  },
)

test('AMB-24: Long An, whose own portal is the front door, does not take it in and says why', async ({
  page,
}) => {
  await file(page, 'long-an', newCitizen())
  await expect(page.getByText(/Không nhận \(422\): not-filed-here/)).toBeVisible()
})

test('what is sent twice is one dossier, and a withdrawal made there ends it here', async ({
  page,
  browser,
}) => {
  const person = newCitizen('Ma Thị Rút')
  await file(page, 'tuyen-quang', person, 'Ủy ban nhân dân phường Minh Xuân')
  await comes(page, ['1. Mới đăng ký'])
  await page.getByLabel('Lý do').fill('Nộp nhầm')
  await press(page, 'Ký và gửi yêu cầu rút')
  await comes(page, ['1. Mới đăng ký', '7. Công dân yêu cầu rút hồ sơ'])
  const officer = await atDesk(browser, 'tuyen-quang', 'canbo.minh-xuan')
  await officer.goto(desk(`/queues/new?q=${person.citizenId}`))
  await expect(officer.getByRole('link', { name: /^260306-/ })).toHaveCount(0)
})
