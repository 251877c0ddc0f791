import type { Page } from '@playwright/test'
import { disguised, heavyPdf, pdf, png } from './support/files.ts'
import { draftLicence, licence } from './support/filing.ts'
import { newCitizen } from './support/people.ts'
import { portal } from './support/places.ts'
import { expect, hydrated, test } from './support/test.ts'
import { openAccount } from './support/without-pages.ts'

const land = {
  name: 'Đăng ký đất đai, cấp GCN lần đầu (hộ gia đình, cá nhân)',
  request: 'don-dang-ky-dat-dai-tai',
  proof: 'mot-trong-cac-loai-giay-to',
}
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const pick = (page: Page, name: string) => page.locator('label').getByText(name, { exact: true }).click()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const problems = (page: Page) => page.getByRole('alert')

test('“dat dai” finds “đất đai”, and the page of a procedure has every part the law asks for', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByLabel('Việc cần làm').fill('dat dai')
  await press(page, 'Tìm')
  await expect(page.getByRole('status')).toContainText('“dat dai”')
  await page.getByRole('link', { name: land.name }).click()

  await expect(heading(page, land.name)).toBeVisible()
  const part = (name: string) =>
    page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) })
  await expect(part('Ai được làm')).toContainText('Công dân Việt Nam')
  await expect(part('Giấy tờ cần có')).toContainText('2 giấy tờ bắt buộc')
  await expect(part('Giấy tờ cần có').getByRole('row', { name: /Đơn đăng ký đất đai/ })).toContainText(
    'Bắt buộc',
  )
  await expect(part('Thời hạn giải quyết theo từng trường hợp').getByRole('row')).toContainText([
    'Trường hợp',
    '17 ngày làm việc',
    '20 ngày làm việc',
    '27 ngày làm việc',
  ])
  await expect(part('Cơ quan tiếp nhận trong bao lâu')).toContainText('17:00 thứ Hai, 09/03/2026')
  await expect(part('Cách nhận kết quả và nộp phí')).toContainText('Theo mức của Hội đồng nhân dân tỉnh')
  await expect(part('Cách nhận kết quả và nộp phí')).toContainText('điểm b khoản 1 Điều 8, 30/2019/QĐ-UBND')
  await expect(part('Cách nhận kết quả và nộp phí')).toContainText('Giấy chứng nhận quyền sử dụng đất')
  await expect(part('Nơi tiếp nhận và giải quyết')).toContainText('Cơ quan quyết định')
  await expect(part('Các bước').getByRole('listitem')).toHaveCount(5)
  await expect(part('Căn cứ pháp lý')).toContainText('31/2024/QH15')
})

test(
  'LA19-9.1: what is filed on Friday at 17:30 is received on Monday, and the office answers within eight working hours (NĐ 118/2025, article 17)',
  { tag: '@phone' },
  async ({ page }) => {
    const citizen = newCitizen()
    await page.goto('/procedures/1.013978')
    await page.getByRole('link', { name: 'Nộp trực tuyến', exact: true }).click()
    await expect(heading(page, 'Trước khi bắt đầu')).toBeVisible()
    await page.getByRole('link', { name: 'Chưa có tài khoản? Đăng ký' }).click()

    await expect(heading(page, 'Đăng ký tài khoản')).toBeVisible()
    await hydrated(page)
    await page.getByLabel('Họ và tên').fill(citizen.fullName)
    await page.getByLabel('Số căn cước hoặc số định danh cá nhân').fill(citizen.citizenId)
    await page.getByLabel('Thư điện tử').fill(citizen.email)
    await page.getByLabel('Số điện thoại').fill(citizen.phone)
    await page.getByLabel('Mật khẩu').fill(citizen.password)
    await press(page, 'Đăng ký và đăng nhập')
    await press(page, 'Bắt đầu')

    await page.getByRole('link', { name: 'Làm tiếp' }).click()
    await pick(page, 'Đăng ký đất đai lần đầu')
    await press(page, 'Tiếp tục')
    await page.getByLabel('Ông/bà nộp hồ sơ cho cơ quan nào?').selectOption('ubnd-tan-an')
    await press(page, 'Tiếp tục')
    await expect(page.getByLabel('Họ, chữ đệm, tên')).toHaveValue(citizen.fullName)
    await expect(page.getByLabel('Số định danh cá nhân')).toHaveValue(citizen.citizenId)
    await page.getByLabel('Ngày', { exact: true }).fill('27')
    await page.getByLabel('Tháng').fill('3')
    await page.getByLabel('Năm').fill('1985')
    await press(page, 'Tiếp tục')
    await expect(heading(page, 'Cách liên hệ với ông/bà')).toBeVisible()
    await press(page, 'Tiếp tục')
    await page.getByLabel('Địa chỉ cư trú').fill(citizen.address)
    await press(page, 'Tiếp tục')
    await pick(page, 'Cá nhân')
    await press(page, 'Tiếp tục')
    await page.getByLabel('Địa chỉ thửa đất').fill('Khu phố 2, phường 2, thành phố Tân An')
    await press(page, 'Tiếp tục')
    await page.getByLabel('Diện tích (m²)').fill('120,5')
    await press(page, 'Tiếp tục')
    await pick(page, 'Đất ở')
    await page.getByLabel('Sử dụng từ năm nào?').fill('1992')
    await press(page, 'Tiếp tục')
    await page.getByLabel('Nguồn gốc đất').fill('Nhận thừa kế của cha mẹ năm 1992.')
    await press(page, 'Tiếp tục')
    await pick(page, 'Đăng ký và cấp Giấy chứng nhận')
    await press(page, 'Tiếp tục')

    await expect(heading(page, 'Tải giấy tờ lên')).toBeVisible()
    await hydrated(page)
    await page.locator(`#paper-${land.request}`).setInputFiles(pdf('don-dang-ky.pdf'))
    await expect(page.getByRole('link', { name: 'don-dang-ky.pdf' })).toBeVisible()
    await page.locator(`#paper-${land.proof}`).setInputFiles(png('giay-to-dat.png'))
    await expect(page.getByRole('link', { name: 'giay-to-dat.png' })).toBeVisible()
    await press(page, 'Tiếp tục')
    await pick(page, 'Dịch vụ bưu chính công ích')
    await press(page, 'Tiếp tục')
    await pick(page, 'Tại Bộ phận Một cửa')
    await press(page, 'Tiếp tục')

    await expect(heading(page, 'Xem lại trước khi nộp')).toBeVisible()
    const answer = (question: string) =>
      page.locator('dl > div').filter({ has: page.getByText(question, { exact: true }) })
    await expect(answer('Trường hợp')).toContainText('Đăng ký đất đai lần đầu')
    await expect(answer('Thời hạn giải quyết')).toContainText('17 ngày làm việc')
    await expect(answer('Ngày sinh')).toContainText('27/03/1985')
    await expect(answer('Đất đang dùng để làm gì?')).toContainText('Đất ở')
    await expect(answer('Nhận kết quả')).toContainText('Dịch vụ bưu chính công ích')
    await expect(page.getByText('cơ quan phải trả lời chậm nhất 17:00 thứ Hai, 09/03/2026')).toBeVisible()
    await press(page, 'Nộp hồ sơ')

    await expect(heading(page, 'Đã nộp hồ sơ')).toBeVisible()
    await saysWhy(page)
  },
)

/** The confirmation: number, QR, the moment by which the office must act, and why in sentences, picture and table. */
async function saysWhy(page: Page): Promise<void> {
  await expect(page.getByText(/^260306-\w{4}-\w{4}$/)).toBeVisible()
  await expect(page.getByRole('img', { name: /^Quét để tra cứu/ })).toBeVisible()

  const promise = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Cơ quan phải trả lời chậm nhất' }) })
  await expect(promise.locator('time').first()).toHaveAttribute('datetime', '2026-03-09T17:00:00+07:00')
  await expect(promise.locator('time').first()).toHaveText(/17:00\s+thứ Hai, 09\/03\/2026/)
  const because = promise.getByRole('listitem')
  await expect(because.nth(0)).toContainText(
    'thứ Sáu 06/03/2026, sau 17:00, nên được tính là nhận vào thứ Hai 09/03/2026',
  )
  await expect(because.nth(0)).toContainText('khoản 1 Điều 9, Quyết định 30/2019/QĐ-UBND')
  await expect(because.nth(1)).toContainText('Cơ quan phải trả lời trong 08 giờ làm việc')
  await expect(because.nth(1)).toContainText('điểm c khoản 2 Điều 17, Nghị định 118/2025/NĐ-CP')
  await expect(because.nth(2)).toContainText('nghỉ trưa 12:00–13:30')
  await expect(because.nth(2)).toContainText('bỏ qua thứ Bảy 07/03 và Chủ nhật 08/03')

  const picture = promise.getByRole('img', { name: /đến 17:00 thứ Hai, 09\/03\/2026$/ })
  await expect(picture).toContainText(/T6.*T7.*CN.*T2.*Nghỉ.*8 giờ.*Hạn 17:00/s)
  await promise.getByText('Xem dạng bảng').click()
  const day = (name: RegExp) => promise.getByRole('row', { name }).first()
  await expect(day(/thứ Bảy, 07\/03\/2026/)).toContainText(/Ngày nghỉ hằng tuần\s*không\s*không/)
  await expect(day(/thứ Hai, 09\/03\/2026/)).toContainText('8 giờ (07:30–12:00, 13:30–17:00)')
  await expect(page.getByText('Được tính là tiếp nhận vào ngày thứ Hai, 09/03/2026.')).toBeVisible()
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a person files from the first page to the confirmation', { tag: '@phone' }, async ({ page }) => {
    const citizen = newCitizen()
    await page.goto(`/register?next=/procedures/${licence.code}/start`)
    await page.getByLabel('Họ và tên').fill(citizen.fullName)
    await page.getByLabel('Số căn cước hoặc số định danh cá nhân').fill(citizen.citizenId)
    await page.getByLabel('Thư điện tử').fill(citizen.email)
    await page.getByLabel('Số điện thoại').fill(citizen.phone)
    await page.getByLabel('Mật khẩu').fill(citizen.password)
    await press(page, 'Đăng ký và đăng nhập')
    await press(page, 'Bắt đầu')
    await page.getByRole('link', { name: 'Làm tiếp' }).click()
    await page.getByLabel('Ông/bà nộp hồ sơ cho cơ quan nào?').selectOption('ttpvhcc')
    await press(page, 'Tiếp tục')
    await page.getByLabel('Ngày', { exact: true }).fill('27')
    await page.getByLabel('Tháng').fill('3')
    await page.getByLabel('Năm').fill('1985')
    await press(page, 'Tiếp tục')
    await press(page, 'Tiếp tục')
    await page.getByLabel('Địa chỉ cư trú').fill(citizen.address)
    await press(page, 'Tiếp tục')
    await page.getByLabel('Ông/bà đề nghị cơ quan giải quyết việc gì?').fill('Đổi giấy phép lái xe hạng B.')
    await press(page, 'Tiếp tục')

    const [request, health] = licence.papers
    await page.locator(`#paper-${request}`).setInputFiles(pdf('don.pdf'))
    await page
      .locator(`#paper-${request}-row`)
      .getByRole('button', { name: /^Tải lên/ })
      .click()
    await expect(page.getByRole('link', { name: 'don.pdf' })).toBeVisible()
    await page.locator(`#paper-${health}`).setInputFiles(png('suc-khoe.png'))
    await press(page, 'Tiếp tục')
    await pick(page, 'Dịch vụ bưu chính công ích')
    await press(page, 'Tiếp tục')
    await pick(page, 'Trực tuyến')
    await press(page, 'Tiếp tục')
    await press(page, 'Nộp hồ sơ')

    await expect(heading(page, 'Đã nộp hồ sơ')).toBeVisible()
    await saysWhy(page)
  })

  test('a file larger than the office takes, or than the server takes at all, leaves the other papers there', async ({
    page,
    browser,
  }, info) => {
    const citizen = newCitizen()
    const prepared = await (await browser.newContext({ javaScriptEnabled: true })).newPage()
    await openAccount(prepared, 'long-an', citizen)
    const draft = await draftLicence(prepared, citizen, {
      returnChannel: 'counter',
      paymentChannel: 'online',
    })
    await page.context().addCookies(await prepared.context().cookies())

    await page.goto(`${draft}/papers`)
    const box = page.locator(`#paper-${licence.papers[1]}`)
    await box.setInputFiles(await heavyPdf(info.outputPath('nang.pdf'), 21))
    await press(page, 'Tiếp tục')
    await expect(problems(page)).toContainText('Tệp nang.pdf nặng 21 MB. Chọn tệp không quá 20 MB')
    await box.setInputFiles(await heavyPdf(info.outputPath('qua-nang.pdf'), 30))
    await press(page, 'Tiếp tục')
    await expect(problems(page)).toContainText('Tải lên từng tệp một')
    for (const name of ['don-de-nghi.pdf', 'kham-suc-khoe.png'])
      await expect(page.getByRole('link', { name })).toBeVisible()
  })
})

test('a wrong answer is named beside its box, and the right ones stay', async ({ page }) => {
  await openAccount(page, 'long-an', newCitizen())
  await page.goto(`/procedures/${licence.code}/start`)
  await press(page, 'Bắt đầu')
  const draft = new URL(page.url()).pathname
  await page.goto(`${draft}/form/contact`)
  await hydrated(page)
  await page.getByLabel('Số điện thoại').fill('0912')
  await page.getByLabel('Thư điện tử').fill('dan.moi@example.vn')
  await press(page, 'Tiếp tục')

  await expect(page).toHaveTitle(/^Lỗi: /)
  await expect(problems(page)).toBeFocused()
  await page.getByRole('link', { name: /^Nhập số điện thoại gồm 10 chữ số/i }).click()
  await expect(page.getByLabel('Số điện thoại')).toBeFocused()
  await expect(page.getByLabel('Số điện thoại')).toHaveValue('0912')
  await expect(page.getByLabel('Thư điện tử')).toHaveValue('dan.moi@example.vn')
})

test('a file of a wrong kind or too large is refused by name, and the papers given before stay', async ({
  page,
}, info) => {
  const citizen = newCitizen()
  await openAccount(page, 'long-an', citizen)
  const draft = await draftLicence(page, citizen, { returnChannel: 'counter', paymentChannel: 'online' })
  await page.goto(`${draft}/papers`)
  await hydrated(page)
  const box = page.locator(`#paper-${licence.papers[1]}`)

  await box.setInputFiles(disguised('thu-tay.pdf'))
  await expect(problems(page)).toContainText('Tệp thu-tay.pdf không phải PDF, JPG hoặc PNG')
  await expect(page.getByRole('link', { name: 'don-de-nghi.pdf' })).toBeVisible()

  await box.setInputFiles(await heavyPdf(info.outputPath('nang.pdf'), 21))
  await expect(problems(page)).toContainText('Tệp nang.pdf nặng 21 MB. Chọn tệp không quá 20 MB')
  await expect(page.getByRole('link', { name: 'kham-suc-khoe.png' })).toBeVisible()
})

test('a draft is left, and taken up again after signing in anew', async ({ page }) => {
  const citizen = newCitizen()
  await openAccount(page, 'long-an', citizen)
  await draftLicence(page, citizen, { returnChannel: 'postal', paymentChannel: 'online' })
  await page.goto('/')
  await press(page, 'Đăng xuất')
  await expect(page.getByText('Ông/bà đã đăng xuất.')).toBeVisible()

  await page.getByLabel('Thư điện tử, số điện thoại hoặc số căn cước').fill(citizen.phone)
  await page.getByLabel('Mật khẩu').fill(citizen.password)
  await press(page, 'Đăng nhập')
  await expect(page).toHaveURL(portal('long-an', '/dossiers'))
  await page.getByRole('link', { name: `Làm tiếp bản nháp ${licence.name}` }).click()
  await page.getByRole('link', { name: 'Người nộp hồ sơ' }).click()
  await expect(page.getByLabel('Họ, chữ đệm, tên')).toHaveValue(citizen.fullName)
  await page.goBack()
  await page.getByRole('link', { name: 'Tải giấy tờ lên' }).click()
  await expect(page.getByRole('link', { name: 'don-de-nghi.pdf' })).toBeVisible()
})

test('what is typed before the scripts of a page arrive is not lost when they do', async ({ page }) => {
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/_app/**/*.js', async (route) => {
    await released
    await route.continue()
  })
  await page.goto('/register', { waitUntil: 'commit' })
  await page.getByLabel('Họ và tên').fill('Trần Thị Chậm')
  release()
  await hydrated(page)
  await expect(page.getByLabel('Họ và tên')).toHaveValue('Trần Thị Chậm')
})
