import type { Locator, Page } from '@playwright/test'
import { accept, atDesk, grant } from './support/desk.ts'
import { pdf } from './support/files.ts'
import { fileLicence, licence } from './support/filing.ts'
import { newCitizen } from './support/people.ts'
import { desk, portal } from './support/places.ts'
import { expect, hydrated, test } from './support/test.ts'
import { openAccount, read } from './support/without-pages.ts'

const choices = { returnChannel: 'postal', paymentChannel: 'online' }
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name, exact: true }).click()

test('a dossier goes from the queue through completion and acceptance to its result', async ({
  page,
  browser,
}) => {
  const citizen = newCitizen('Nguyễn Thị Đan')
  await openAccount(page, 'long-an', citizen)
  const { dossierId, submissionNo } = await fileLicence(page, citizen, choices)
  const officer = await atDesk(browser, 'long-an', 'canbo.ttpvhcc')

  await test.step('the queue shows its intake clock in word, icon, colour and time', async () => {
    await officer.goto(desk('/queues/new'))
    await dueInOrder(officer)
    await officer.getByLabel('Tìm trong mục này').fill(submissionNo)
    await press(officer, 'Tìm')
    const clock = officer.getByRole('row', { name: submissionNo }).locator('span.clock')
    await expect(clock).toContainText('Trong hạn')
    await expect(clock.locator('svg')).toBeVisible()
    await expect(clock.locator('time')).toHaveText('17:00 09/03/2026')
    await expect(clock).toContainText('còn 1 ngày làm việc')
    await follow(officer, submissionNo)
  })

  await test.step('papers lie beside the checklist, and the promise is shown before it is made', async () => {
    await expect(heading(officer, submissionNo)).toBeVisible()
    const promise = officer.getByRole('region', { name: 'Thời hạn và việc cần làm' })
    await expect(promise).toContainText('17:00 thứ Sáu, 13/03/2026')
    await expect(promise).toContainText('khoản 2 Điều 23, 30/2019/QĐ-UBND')
    await follow(officer, 'Giấy tờ')
    await expect(officer.getByText('Đã có 2/2 giấy tờ bắt buộc')).toBeVisible()
    await follow(officer, /^Xem ?: kham-suc-khoe\.png$/)
    await expect(officer.getByRole('img', { name: 'kham-suc-khoe.png' })).toBeVisible()
  })

  await test.step('what is lacking is asked for in one list, each thing with its reason and its law', async () => {
    await follow(officer, 'Yêu cầu bổ sung')
    await hydrated(officer)
    await press(officer, 'Kiểm tra trước khi gửi')
    await expect(officer.getByRole('alert')).toContainText('Chọn ít nhất một')
    await hydrated(officer)
    const health = officer.locator('.item').filter({ hasText: 'Giấy khám sức khỏe' })
    await ask(health, 'Bản chụp mờ, không đọc được', 'khoản 1 Điều 21, 12/2025/TT-BCA')
    const address = officer.locator('.item').filter({ hasText: 'Địa chỉ cư trú' })
    await ask(address, 'Ghi thiếu tên xã', 'khoản 2 Điều 8, 30/2019/QĐ-UBND')
    await press(officer, 'Kiểm tra trước khi gửi')
    await expect(heading(officer, 'Kiểm tra yêu cầu bổ sung')).toBeVisible()
    await press(officer, 'Gửi yêu cầu bổ sung')
    await expect(officer.getByText('Đã gửi yêu cầu bổ sung cho người nộp.')).toBeVisible()
  })

  await test.step('the applicant sees the list and supplies it, and a fresh clock begins', async () => {
    await page.goto(portal('long-an', `/dossiers/${dossierId}`))
    await expect(page.getByText('Bản chụp mờ, không đọc được', { exact: true })).toBeVisible()
    await expect(page.getByText('khoản 1 Điều 21, 12/2025/TT-BCA').first()).toBeVisible()
    await follow(page, 'Bổ sung hồ sơ')
    await hydrated(page)
    await page.locator(`#paper-${licence.papers[1]}`).setInputFiles(pdf('suc-khoe-ro.pdf'))
    await expect(page.getByRole('link', { name: 'suc-khoe-ro.pdf' })).toBeVisible()
    await page.getByLabel('Địa chỉ cư trú').fill('Ấp 3, xã Lợi Bình Nhơn, thành phố Tân An')
    await press(page, 'Gửi bổ sung')
    await expect(page.getByRole('status').filter({ hasText: 'Đã gửi bổ sung' })).toBeVisible()
    await expect(page.getByText('17:00 thứ Hai, 09/03/2026').first()).toBeVisible()
  })

  const code =
    await test.step('acceptance issues the code and the receipt slip, on paper and as a PDF', async () => {
      await officer.goto(desk(`/queues/new?q=${submissionNo}`))
      await expect(officer.getByRole('row', { name: submissionNo })).toContainText('nộp lần 2')
      await follow(officer, submissionNo)
      await follow(officer, 'Tiếp nhận')
      await expect(officer.locator('time').first()).toHaveText(/17:00\s+thứ Sáu, 13\/03\/2026/)
      await expect(officer.getByRole('listitem').filter({ hasText: 'đếm 05 ngày làm việc' })).toContainText(
        'bỏ qua thứ Bảy 07/03 và Chủ nhật 08/03',
      )
      await press(officer, 'Tiếp nhận và cấp mã hồ sơ')
      const slip = officer.getByRole('article')
      await expect(slip).toContainText('GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ')
      await expect(slip).toContainText('17:00 thứ Sáu, 13/03/2026')
      await expect(slip.getByRole('img', { name: 'Mã QR mở trang tra cứu hồ sơ' })).toBeVisible()
      await expect(officer.getByRole('button', { name: 'In giấy này' })).toBeVisible()
      const [issued] = (await slip.innerText()).match(/H39\.02-260306-\d{4}/) ?? []
      expect(issued).toBeDefined()

      await isPdf(officer, `/slips/${dossierId}/receipt.pdf`)
      await isPdf(page, `/dossiers/${dossierId}/slips/receipt.pdf`)
      await page.goto(portal('long-an', `/dossiers/${dossierId}/slips/receipt`))
      await expect(page).toHaveTitle(new RegExp(`^Giấy tiếp nhận hồ sơ và hẹn trả kết quả ${issued!}`))
      return issued!
    })

  await test.step('the officer records the result with its document', async () => {
    await officer.goto(desk(`/queues/processing?q=${code}`))
    await follow(officer, code)
    await follow(officer, 'Ghi kết quả')
    await officer.locator('label').getByText('Đồng ý giải quyết', { exact: true }).click()
    await officer.getByLabel(/^Ghi chú cho người nộp/).fill('Nhận giấy phép lái xe qua bưu chính.')
    await press(officer, 'Kiểm tra trước khi gửi')
    await officer.getByLabel(/^Tệp văn bản kết quả/).setInputFiles(pdf('giay-phep.pdf'))
    await press(officer, 'Ghi kết quả')
    await expect(officer.getByText('Đã ghi kết quả và báo cho người nộp.')).toBeVisible()
    await page.goto(portal('long-an', `/dossiers/${dossierId}`))
    await expect(page.getByText('Đồng ý giải quyết', { exact: true })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Tải văn bản kết quả' })).toHaveCount(0)
  })

  await test.step('LA19-8.3, LA19-8.2b: the originals are compared and the fee is paid, then the result is handed over and read', async () => {
    await officer.goto(desk(`/dossiers/${dossierId}/compare-originals`))
    await officer.locator('label').getByText('Bản chính', { exact: true }).click()
    await officer.locator('label').getByText('Khớp', { exact: true }).click()
    await press(officer, 'Kiểm tra trước khi gửi')
    await press(officer, 'Ghi kết quả đối chiếu')
    await expect(officer.getByText('Đã ghi kết quả đối chiếu bản gốc.')).toBeVisible()
    await officer.goto(desk(`/dossiers/${dossierId}/collect-fee`))
    await officer.getByLabel('Số tiền đã nhận (đồng)').fill('135.000')
    await press(officer, 'Kiểm tra trước khi gửi')
    await press(officer, 'Đã nhận đủ tiền, lập biên lai')
    await expect(officer.getByText('Đã thu phí và lập biên lai.')).toBeVisible()
    await officer.goto(desk(`/dossiers/${dossierId}`))
    await follow(officer, 'Trả kết quả')
    await officer.getByLabel(/^Số hiệu bưu gửi/).fill('EB123456789VN')
    await press(officer, 'Kiểm tra trước khi gửi')
    await press(officer, 'Trả kết quả')
    await expect(officer.getByText('Đã trả kết quả. Hồ sơ kết thúc.')).toBeVisible()
    await page.goto(portal('long-an', `/dossiers/${dossierId}`))
    const href = await page.getByRole('link', { name: 'Tải văn bản kết quả' }).getAttribute('href')
    await isPdf(page, href!)
  })
})

test('LA19-15.2a–LA19-15.2dd: a stranger with the code sees seven things of a dossier and no more; LA19-14.4a: a result before its day is early', async ({
  page,
  browser,
}) => {
  const citizen = newCitizen('Phạm Thị Ngọc Lan')
  await openAccount(page, 'long-an', citizen)
  const { dossierId } = await fileLicence(page, citizen, choices)
  const officer = await atDesk(browser, 'long-an', 'canbo.ttpvhcc')
  const code = await accept(officer, dossierId)
  await grant(officer, dossierId)

  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(portal('long-an', '/look-up'))
  await stranger.getByLabel('Mã hồ sơ hoặc số hồ sơ gửi').fill(` ${code.toLowerCase()} `)
  await press(stranger, 'Tra cứu')
  await expect(heading(stranger, `Hồ sơ ${code}`)).toBeVisible()
  await expect(stranger.getByRole('term')).toHaveText([
    'Mã hồ sơ',
    'Người nộp',
    'Lĩnh vực',
    'Thủ tục',
    'Ngày tiếp nhận',
    'Ngày hẹn trả',
    'Tình trạng',
  ])
  await expect(stranger.getByRole('definition').nth(1)).toHaveText('Phạm T*** N*** L***')
  await expect(stranger.getByText('khoản 2 Điều 15, 30/2019/QĐ-UBND')).toBeVisible()
  await expect(stranger.locator('.timeliness')).toContainText('Trước hạn')
  await expect(stranger.locator('.timeliness')).toContainText('điểm a khoản 4 Điều 14, 30/2019/QĐ-UBND')
  const shown = await stranger.getByRole('main').innerText()
  for (const secret of [citizen.citizenId, citizen.phone, citizen.email, citizen.address, 'Ngọc'])
    expect(shown).not.toContain(secret)
})

test('a refusal reaches the applicant with its reason and the law it rests on', async ({ page, browser }) => {
  const citizen = newCitizen('Trần Bị Từ')
  await openAccount(page, 'long-an', citizen)
  const { dossierId } = await fileLicence(page, citizen, choices)
  const officer = await atDesk(browser, 'long-an', 'canbo.ttpvhcc')
  await officer.goto(desk(`/dossiers/${dossierId}/refuse`))
  await hydrated(officer)
  await officer.getByLabel('Lý do từ chối').fill('Giấy phép do tỉnh khác cấp, nộp tại nơi đã cấp.')
  await press(officer, 'Kiểm tra trước khi gửi')
  await expect(officer.getByRole('alert')).toContainText('Nhập căn cứ pháp lý')
  await hydrated(officer)
  await expect(officer.getByLabel('Lý do từ chối')).toHaveValue(/tỉnh khác cấp/)
  await officer.getByLabel('Căn cứ pháp lý').fill('khoản 2 Điều 20, 12/2025/TT-BCA')
  await press(officer, 'Kiểm tra trước khi gửi')
  await press(officer, 'Từ chối tiếp nhận')
  await expect(officer.getByText('Đã từ chối tiếp nhận và báo cho người nộp.')).toBeVisible()

  await page.goto(portal('long-an', `/dossiers/${dossierId}`))
  const said = page.getByRole('main').getByRole('definition')
  await expect(said.nth(0)).toHaveText('Giấy phép do tỉnh khác cấp, nộp tại nơi đã cấp.')
  await expect(said.nth(1)).toHaveText('khoản 2 Điều 20, 12/2025/TT-BCA')
})

test('of two officers who answer one dossier, the second is told who was first', async ({
  page,
  browser,
}) => {
  const citizen = newCitizen('Đỗ Hai Người')
  await openAccount(page, 'long-an', citizen)
  const { dossierId } = await fileLicence(page, citizen, choices)
  const first = await atDesk(browser, 'long-an', 'canbo.ttpvhcc')
  const second = await atDesk(browser, 'long-an', 'truong.ttpvhcc')
  await second.goto(desk(`/dossiers/${dossierId}/accept`))
  const code = await accept(first, dossierId)
  await press(second, 'Tiếp nhận và cấp mã hồ sơ')
  await expect(heading(second, 'Hồ sơ này đã được xử lý trước đó')).toBeVisible()
  await expect(second.getByText('Phạm Ngọc Lan: Tiếp nhận hồ sơ')).toBeVisible()
  await follow(second, `Mở hồ sơ ${code}`)
  await expect(heading(second, code)).toBeVisible()
})

test('a dossier brought to the counter is entered, accepted and has its slip', async ({ browser }) => {
  const officer = await atDesk(browser, 'long-an', 'canbo.ttpvhcc')
  const citizen = newCitizen('Huỳnh Văn Quầy')
  await officer.goto(desk('/counter'))
  await officer.getByLabel('Tìm thủ tục').fill('doi giay phep')
  await press(officer, 'Tìm')
  await follow(officer, licence.name)
  await hydrated(officer)
  await officer.getByLabel('Họ, chữ đệm, tên').fill(citizen.fullName)
  await officer.getByLabel('Số định danh cá nhân').fill(citizen.citizenId)
  for (const paper of ['Đề nghị đổi giấy phép lái xe', 'Giấy khám sức khỏe'])
    await officer.locator('label').filter({ hasText: paper }).click()
  await officer.locator('label').getByText('Tại Bộ phận Một cửa', { exact: true }).first().click()
  await press(officer, 'Kiểm tra hồ sơ')
  await expect(heading(officer, 'Kiểm tra hồ sơ nhận tại quầy')).toBeVisible()
  await press(officer, 'Vào sổ, sang bước tiếp nhận')
  await expect(heading(officer, 'Tiếp nhận hồ sơ')).toBeVisible()
  await press(officer, 'Tiếp nhận và cấp mã hồ sơ')
  const slip = officer.getByRole('article')
  await expect(slip).toContainText(/H39\.02-260306-\d{4}/)
  await expect(slip).toContainText(citizen.fullName)
  await expect(slip.getByRole('row', { name: /Giấy khám sức khỏe/ })).toContainText('bản giấy')
})

/** Ticks one thing to be completed and says why. */
async function ask(item: Locator, reason: string, law: string): Promise<void> {
  await item.locator('label').first().click()
  await item.getByLabel('Lý do').fill(reason)
  await item.getByLabel('Căn cứ pháp lý').fill(law)
}

/** Dossiers that are due earlier stand above those that are due later; those without a limit stand last. */
async function dueInOrder(officer: Page): Promise<void> {
  const due = await officer
    .locator('span.clock')
    .evaluateAll((clocks) => clocks.map((clock) => clock.querySelector('time')?.dateTime ?? '9999'))
  expect(due.length).toBeGreaterThan(0)
  expect(due).toEqual(due.toSorted())
}

async function isPdf(page: Page, path: string): Promise<void> {
  const { status, type, start } = await read(page, path)
  expect({ status, type, start }).toEqual({ status: 200, type: 'application/pdf', start: '%PDF-' })
}
