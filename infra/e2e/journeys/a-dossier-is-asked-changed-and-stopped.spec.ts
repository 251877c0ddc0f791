import type { Page } from '@playwright/test'
import { isForEveryoneHere } from './support/accessible.ts'
import { accept, atDesk } from './support/desk.ts'
import { png } from './support/files.ts'
import { fileLicence, licence } from './support/filing.ts'
import { newCitizen } from './support/people.ts'
import { desk, portal } from './support/places.ts'
import { expect, hydrated, test } from './support/test.ts'
import { openAccount, post } from './support/without-pages.ts'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

test('PT20-7.2, ND118 art. 19.5, art. 21: an accepted dossier is amended, asked for more, completed and stopped, each with its reason and its clock', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  const citizen = newCitizen('Hà Thị Thu Trang')
  await openAccount(page, 'phu-tho', citizen)
  const { dossierId } = await fileLicence(page, citizen, {
    returnChannel: 'postal',
    paymentChannel: 'online',
  })
  const officer = await atDesk(browser, 'phu-tho', 'canbo.ttpvhcc')
  const code = await accept(officer, dossierId)

  await test.step('the applicant changes an answer on the portal, and sees what will change before it is sent', async () => {
    await page.goto(portal('phu-tho', `/dossiers/${dossierId}`))
    await page.getByRole('link', { name: 'Sửa đổi hồ sơ' }).click()
    await expect(page.getByText('Ngày hẹn trả kết quả không thay đổi.')).toBeVisible()
    await press(page, 'Bắt đầu sửa đổi')
    await expect(page.getByText('Chưa có gì thay đổi.')).toBeVisible()
    await page.locator('a[href*="/form/request"]').click()
    await page.getByRole('textbox').first().fill('Đổi giấy phép lái xe hạng C sắp hết hạn.')
    await press(page, 'Tiếp tục')
    await expect(heading(page, 'Sửa đổi hồ sơ')).toBeVisible()
    await expect(page.getByRole('cell', { name: 'Đổi giấy phép lái xe hạng C sắp hết hạn.' })).toBeVisible()
    await isForEveryoneHere(page)
    await page.getByLabel('Lý do sửa đổi').fill('Khai nhầm hạng')
    await press(page, 'Gửi sửa đổi')
    await expect(page.getByText('Đã ghi nhận sửa đổi')).toBeVisible()
    await expect(heading(page, new RegExp(code))).toBeVisible()
  })

  await test.step('the officer compares the two versions', async () => {
    await officer.goto(desk(`/dossiers/${dossierId}/changes`))
    await expect(officer.locator('del')).toHaveText('Đổi giấy phép lái xe hạng B sắp hết hạn.')
    await expect(officer.locator('ins')).toHaveText('Đổi giấy phép lái xe hạng C sắp hết hạn.')
    await isForEveryoneHere(officer)
  })

  await test.step('the officer asks for a supplement, and reads what it does to the clock before sending', async () => {
    await officer.goto(desk(`/dossiers/${dossierId}/request-supplement`))
    await hydrated(officer)
    await expect(officer.getByText('Đây là yêu cầu lần 1, quy định cho phép 1 lần.')).toBeVisible()
    const key = `paper-${licence.papers[1]}`
    await officer.locator(`#${key}`).check()
    await officer.locator(`#reason-${key}`).fill('Bản chụp mờ, không đọc được')
    await officer.locator(`#basis-${key}`).fill('khoản 1 Điều 21, 12/2025/TT-BCA')
    await press(officer, 'Kiểm tra trước khi gửi')
    await expect(officer.getByText(/Khi nhận đủ, thời hạn được tính lại từ đầu/)).toBeVisible()
    await expect(officer.getByText(/Người nộp có thời gian bổ sung đến/)).toBeVisible()
    await isForEveryoneHere(officer)
    await press(officer, 'Gửi phiếu yêu cầu bổ sung')
    await expect(officer.getByText('Đã gửi phiếu yêu cầu bổ sung cho người nộp.')).toBeVisible()
  })

  await test.step('the applicant reads the same, and completes it', async () => {
    await page.goto(portal('phu-tho', `/dossiers/${dossierId}/completion`))
    await expect(page.getByText(/thời hạn giải quyết được tính lại từ đầu/)).toBeVisible()
    const sent = await post(
      page,
      `/dossiers/${dossierId}/completion?/send`,
      {},
      { [`file:${licence.papers[1]}`]: png('kham-suc-khoe-ro.png') },
    )
    expect(sent.url).toContain('done=completed')
  })

  await test.step('the applicant stops it, with one page between the wish and the deed', async () => {
    await page.goto(portal('phu-tho', `/dossiers/${dossierId}/withdraw`))
    await isForEveryoneHere(page)
    await page.getByLabel(/^Lý do/).fill('Không còn nhu cầu')
    await press(page, 'Tiếp tục')
    await expect(heading(page, 'Xác nhận dừng giải quyết hồ sơ')).toBeVisible()
    await press(page, 'Dừng giải quyết hồ sơ')
    await expect(page.getByText('Hồ sơ đã dừng theo đề nghị của ông/bà.')).toBeVisible()
    await officer.goto(desk(`/dossiers/${dossierId}`))
    await expect(officer.getByText(/Đã dừng theo đề nghị của người nộp/)).toBeVisible()
    await expect(officer.getByText('Không còn nhu cầu').first()).toBeVisible()
  })
})
