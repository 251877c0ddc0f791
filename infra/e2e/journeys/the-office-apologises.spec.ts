import type { Page } from '@playwright/test'
import { isForEveryoneHere } from './support/accessible.ts'
import { accept, atDesk } from './support/desk.ts'
import { fileLicence } from './support/filing.ts'
import { newCitizen } from './support/people.ts'
import { desk, portal } from './support/places.ts'
import { expect, hydrated, test } from './support/test.ts'
import { openAccount } from './support/without-pages.ts'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

test('LA19-11.3: an office that waits says what the law makes of it, apologises once, and everybody may read the slip', async ({
  page,
  browser,
}) => {
  const citizen = newCitizen('Phan Thị Ngọc Hà')
  await openAccount(page, 'long-an', citizen)
  const { dossierId } = await fileLicence(page, citizen, {
    returnChannel: 'postal',
    paymentChannel: 'online',
  })
  const officer = await atDesk(browser, 'long-an', 'canbo.ttpvhcc')
  const code = await accept(officer, dossierId)

  await test.step('a pause is recorded with its paper, and its effect on the clock is stated before', async () => {
    await officer.goto(desk(`/dossiers/${dossierId}/pause-clock`))
    await hydrated(officer)
    await press(officer, 'Kiểm tra trước khi gửi')
    await expect(officer.getByRole('alert')).toContainText('Nhập số và ngày của văn bản')
    await officer.locator('label').getByText('Lấy ý kiến cơ quan khác', { exact: true }).click()
    await officer.getByLabel('Nội dung phải chờ').fill('Chờ Công an tỉnh trả lời về giấy phép cũ')
    await officer.getByLabel('Số và ngày văn bản').fill('12/CV-TTPVHCC ngày 06/3/2026')
    await press(officer, 'Kiểm tra trước khi gửi')
    await expect(heading(officer, 'Kiểm tra việc tạm dừng')).toBeVisible()
    await expect(officer.getByText(/Không quy định nào cho dừng/)).toBeVisible()
    await press(officer, 'Ghi nhận tạm dừng')
    await expect(officer.getByText('Đã ghi nhận tạm dừng.')).toBeVisible()
  })

  await test.step('the applicant sees what is waited for', async () => {
    await page.goto(portal('long-an', `/dossiers/${dossierId}`))
    await expect(page.getByText('Chờ Công an tỉnh trả lời về giấy phép cũ').first()).toBeVisible()
    await expect(page.getByText('Thời hạn vẫn tính, ngày hẹn không đổi.')).toBeVisible()
  })

  await test.step('the clock runs on from a page that says the date before', async () => {
    await officer.goto(desk(`/dossiers/${dossierId}/resume-clock`))
    await expect(officer.getByText('Ngày hẹn trả nếu chạy lại ngay bây giờ')).toBeVisible()
    await press(officer, 'Cho thời hạn chạy lại')
    await expect(officer.getByText('Thời hạn chạy lại.')).toBeVisible()
  })

  await test.step('the meter shows what was used, and a date that is no later is refused beside its field', async () => {
    await officer.goto(desk(`/dossiers/${dossierId}/issue-apology`))
    await hydrated(officer)
    await expect(officer.getByText('Đã dùng 0/1 lần hẹn lại của cả đời hồ sơ')).toBeVisible()
    await officer.getByLabel('Lý do').fill('Hệ thống tra cứu giấy phép đang bảo trì')
    await typeDate(officer, ['13', '3', '2026'])
    await press(officer, 'Kiểm tra trước khi gửi')
    await expect(officer.getByRole('alert')).toContainText('Ngày hẹn lại phải sau ngày hẹn đang có')
    await hydrated(officer)
    await expect(officer.getByLabel('Lý do')).toHaveValue('Hệ thống tra cứu giấy phép đang bảo trì')
    await isForEveryoneHere(officer)
    await typeDate(officer, ['17', '3', '2026'])
    await press(officer, 'Kiểm tra trước khi gửi')
    await expect(officer.getByText('17:00 thứ Ba, 17/03/2026')).toBeVisible()
    await expect(officer.getByText(/được đưa lên danh sách công khai/)).toBeVisible()
    await press(officer, 'Gửi phiếu xin lỗi và hẹn lại')
    await expect(officer.getByText('Đã gửi phiếu xin lỗi cho người nộp.')).toBeVisible()
    await expect(officer.getByText('17:00 17/03/2026').first()).toBeVisible()
  })

  await test.step('a second new date is not to be had', async () => {
    await officer.goto(desk(`/dossiers/${dossierId}/issue-apology`))
    await expect(officer.getByText('Đã dùng 1/1 lần hẹn lại của cả đời hồ sơ')).toBeVisible()
    await expect(officer.getByText('Hồ sơ đã được hẹn lại đủ số lần cho phép.')).toBeVisible()
    await expect(officer.getByLabel('Ngày', { exact: true })).toHaveCount(0)
  })

  await test.step('the applicant has both dates and the reason', async () => {
    await page.goto(portal('long-an', `/dossiers/${dossierId}`))
    await expect(page.getByText('17:00 thứ Ba, 17/03/2026').first()).toBeVisible()
    await expect(page.getByText('Hệ thống tra cứu giấy phép đang bảo trì').first()).toBeVisible()
  })

  await test.step('everybody reads the slip, with the name shortened, on a page for everybody and as a file', async () => {
    const stranger = await (await browser.newContext()).newPage()
    await stranger.goto(portal('long-an', '/apologies'))
    const row = stranger.getByRole('row', { name: code })
    await expect(row).toContainText('Phan T*** N*** H***')
    await expect(row).toContainText('17:00 17/03/2026')
    await expect(stranger.getByText(citizen.citizenId)).toHaveCount(0)
    await isForEveryoneHere(stranger)
    const text = await stranger.evaluate(async () => (await fetch('/apologies.csv')).text())
    expect(text).toContain(code)
    expect(text).not.toContain(citizen.fullName)
  })
})

test('Phú Thọ publishes no slips, and the page says so', async ({ page }) => {
  await page.goto(portal('phu-tho', '/apologies'))
  await expect(page.getByText(/không yêu cầu công khai phiếu xin lỗi/)).toBeVisible()
})

test('the desk is told of what falls due, without a script too', async ({ page, browser }) => {
  const citizen = newCitizen('Lê Văn Út')
  await openAccount(page, 'long-an', citizen)
  const { submissionNo } = await fileLicence(page, citizen, {
    returnChannel: 'postal',
    paymentChannel: 'online',
  })
  const officer = await atDesk(browser, 'long-an', 'canbo.ttpvhcc')
  await expect(async () => {
    await officer.goto(desk('/alerts'))
    await expect(officer.getByRole('row', { name: submissionNo })).toContainText('Hồ sơ mới', {
      timeout: 500,
    })
  }).toPass({ timeout: 15_000 })
  await isForEveryoneHere(officer)

  const cookies = await officer.context().cookies()
  const plain = await browser.newContext({ javaScriptEnabled: false })
  await plain.addCookies(cookies)
  const bare = await plain.newPage()
  await bare.goto(desk('/alerts'))
  await bare.getByRole('row', { name: submissionNo }).getByRole('button').click()
  await expect(bare.getByText('Đã bỏ cảnh báo.')).toBeVisible()
  await expect(bare.getByRole('row', { name: submissionNo })).toHaveCount(0)
})

async function typeDate(page: Page, [day, month, year]: readonly [string, string, string]): Promise<void> {
  await page.locator('#newDueOn').fill(day)
  await page.locator('#newDueOn-month').fill(month)
  await page.locator('#newDueOn-year').fill(year)
}
