import type { Locator, Page } from '@playwright/test'
import { accept, atDesk, grant } from './support/desk.ts'
import { fileLicence, licence } from './support/filing.ts'
import { newCitizen } from './support/people.ts'
import { desk, portal } from './support/places.ts'
import { expect, hydrated, test } from './support/test.ts'
import { openAccount } from './support/without-pages.ts'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

const monday = '2026-03-09T17:00:00+07:00'
const clocks = [
  {
    title:
      'LA19-9.1: in Long An the cut-off at 17:00 moves the day of receipt, and the eight hours are the Government’s',
    province: 'long-an',
    says: [
      'sau 17:00, nên được tính là nhận vào thứ Hai 09/03/2026 (khoản 1 Điều 9, Quyết định 30/2019/QĐ-UBND)',
      'trong 08 giờ làm việc (điểm c khoản 2 Điều 17, Nghị định 118/2025/NĐ-CP; tỉnh không quy định riêng nên áp dụng quy định quốc gia)',
    ],
  },
  {
    title: 'PT20-9.2a: in Phú Thọ the eight hours are the province’s own and run from the next working hour',
    province: 'phu-tho',
    says: [
      'tính từ giờ làm việc kế tiếp, 07:30 thứ Hai 09/03/2026 (điểm a khoản 2 Điều 9, Quyết định 31/2020/QĐ-UBND)',
      'trong 08 giờ làm việc (điểm a khoản 2 Điều 9, Quyết định 31/2020/QĐ-UBND)',
    ],
  },
  {
    title:
      'in Hà Nam, whose regulation is silent, the eight hours are the Government’s (NĐ 118/2025, article 17)',
    province: 'ha-nam',
    says: [
      'giờ làm việc đầu tiên được tính là từ 07:30 thứ Hai 09/03/2026',
      'trong 08 giờ làm việc (điểm c khoản 2 Điều 17, Nghị định 118/2025/NĐ-CP; tỉnh không quy định riêng nên áp dụng quy định quốc gia)',
    ],
  },
  {
    title:
      'in Tuyên Quang article 19 of 06/2025 refers to the Government’s eight hours (NĐ 118/2025, article 17)',
    province: 'tuyen-quang',
    says: [
      'giờ làm việc đầu tiên được tính là từ 07:30 thứ Hai 09/03/2026',
      'trong 08 giờ làm việc (Điều 19, Quyết định 06/2025/QĐ-CTUBND, dẫn chiếu điểm c khoản 2 Điều 17, Nghị định 118/2025/NĐ-CP)',
    ],
  },
]
for (const { title, province, says } of clocks) {
  test(`${title}: Friday 17:30 gives Monday 17:00`, async ({ page }) => {
    await page.goto(portal(province, `/procedures/${licence.code}`))
    const intake = page.locator('#intake')
    await expect(intake.locator('time').first()).toHaveAttribute('datetime', monday)
    await intake.getByText('Vì sao ngày này?').click()
    for (const sentence of says) await expect(intake).toContainText(sentence)
  })
}

const channels = [
  {
    province: 'long-an',
    code: licence.code,
    title:
      'LA19-8.2b, LA19-10.2: at level 4 Long An is paid at the counter, online or by post, and returns on paper',
    payment: ['Tại Bộ phận Một cửa', 'Trực tuyến', 'Dịch vụ bưu chính công ích'],
    result: ['Tại Bộ phận Một cửa (mặc định)', 'Dịch vụ bưu chính công ích'],
    basis: ['điểm b khoản 2 Điều 8', 'điểm a khoản 2 Điều 10'],
  },
  {
    province: 'long-an',
    code: '1.013978',
    title: 'LA19-8.1b: at level 3 Long An is not paid online',
    payment: ['Tại Bộ phận Một cửa', 'Dịch vụ bưu chính công ích'],
    result: ['Tại Bộ phận Một cửa (mặc định)', 'Dịch vụ bưu chính công ích'],
    basis: ['điểm b khoản 1 Điều 8', 'điểm c khoản 2 Điều 10'],
  },
  {
    province: 'phu-tho',
    code: licence.code,
    title:
      'PT20-13.2: at level 4 Phú Thọ is paid online or by transfer, and returns by e-mail, portal or post',
    payment: ['Chuyển khoản', 'Trực tuyến'],
    result: ['Thư điện tử', 'Cổng dịch vụ công của tỉnh', 'Dịch vụ bưu chính công ích'],
    basis: ['khoản 2 Điều 13, 31/2020/QĐ-UBND'],
  },
  {
    province: 'phu-tho',
    code: '1.013978',
    title: 'PT20-13.1: at level 3 Phú Thọ is paid and returns at the counter only',
    payment: ['Tại Bộ phận Một cửa'],
    result: ['Tại Bộ phận Một cửa'],
    basis: ['khoản 1 Điều 13, 31/2020/QĐ-UBND'],
  },
  {
    province: 'ha-nam',
    code: licence.code,
    title:
      'HN19-10.2: at level 4 Hà Nam is paid online, by transfer or by post, and returns by portal, e-mail or post',
    payment: ['Chuyển khoản', 'Trực tuyến', 'Dịch vụ bưu chính công ích'],
    result: ['Thư điện tử', 'Cổng dịch vụ công của tỉnh', 'Dịch vụ bưu chính công ích'],
    basis: ['điểm c khoản 2 Điều 10', 'điểm b khoản 2 Điều 10'],
  },
  {
    province: 'tuyen-quang',
    code: licence.code,
    title:
      'TQ25-17.2: fully online, Tuyên Quang is paid online only; what returns is the Government’s (article 24)',
    payment: ['Trực tuyến'],
    result: ['Tại Bộ phận Một cửa', 'Cổng Dịch vụ công quốc gia', 'Dịch vụ bưu chính công ích'],
    basis: ['khoản 2 Điều 17, 06/2025/QĐ-CTUBND', 'Điều 24, 06/2025/QĐ-CTUBND'],
  },
]
for (const { province, code, title, payment, result, basis } of channels) {
  test(title, async ({ page }) => {
    await page.goto(portal(province, `/procedures/${code}`))
    const ways = (name: string): Locator =>
      page.locator('#channels .pair > div').filter({ has: page.getByRole('heading', { name, exact: true }) })
    await expect(ways('Nộp phí, lệ phí').getByRole('listitem')).toHaveText(payment)
    await expect(ways('Nhận kết quả').getByRole('listitem')).toHaveText(result)
    for (const article of basis) await expect(page.locator('#channels')).toContainText(article)
  })
}

test('HN19-12.3: a look-up in Hà Nam shows nine things; HN19-14.1: a result before its day is on time, not early', async ({
  page,
  browser,
}) => {
  const citizen = newCitizen('Nguyễn Văn Phủ Lý')
  await openAccount(page, 'ha-nam', citizen)
  const { dossierId } = await fileLicence(page, citizen, { returnChannel: 'email', paymentChannel: 'online' })
  const officer = await atDesk(browser, 'ha-nam', 'canbo.ttpvhcc')
  const code = await accept(officer, dossierId)
  await grant(officer, dossierId)
  await page.goto(portal('ha-nam', `/look-up/${code}`))
  await expect(page.getByRole('term')).toHaveText([
    'Mã hồ sơ',
    'Thủ tục',
    'Người nộp',
    'Tổ chức',
    'Ngày nộp',
    'Ngày tiếp nhận',
    'Ngày hẹn trả',
    'Ngày có kết quả',
    'Tình trạng',
  ])
  await expect(page.getByText('khoản 3 Điều 12, 30/2019/QĐ-UBND')).toBeVisible()
  await expect(page.locator('.timeliness')).toContainText('Đúng hạn')
  await expect(page.locator('.timeliness')).toContainText('khoản 1 Điều 14, 30/2019/QĐ-UBND')
})

test('PT20-16.2: a look-up in Phú Thọ shows the status and nothing else', async ({ page, browser }) => {
  const citizen = newCitizen('Hà Văn Việt Trì')
  await openAccount(page, 'phu-tho', citizen)
  const { dossierId } = await fileLicence(page, citizen, {
    returnChannel: 'postal',
    paymentChannel: 'bank-transfer',
  })
  const code = await accept(await atDesk(browser, 'phu-tho', 'canbo.ttpvhcc'), dossierId)
  expect(code).toMatch(/^H44\.02-260306-\d{4}$/)
  await page.goto(portal('phu-tho', `/look-up/${code}`))
  await expect(page.getByRole('term')).toHaveText(['Tình trạng'])
  await expect(page.getByRole('definition')).toHaveText(['Đang giải quyết'])
  await expect(page.getByText('khoản 2 Điều 16, 31/2020/QĐ-UBND')).toBeVisible()
})

test('TQ25-5.1, TQ25-5.2: Tuyên Quang files on the national portal and opens no accounts of its own', async ({
  page,
}) => {
  await page.goto(portal('tuyen-quang'))
  await expect(page.getByRole('heading', { name: 'Nộp hồ sơ trên Cổng Dịch vụ công quốc gia' })).toBeVisible()
  await expect(
    page.getByText('khoản 1 Điều 17, 06/2025/QĐ-CTUBND; khoản 1 Điều 5, 06/2025/QĐ-CTUBND'),
  ).toBeVisible()
  await page.goto(portal('tuyen-quang', `/procedures/${licence.code}`))
  await expect(page.getByRole('link', { name: 'Nộp trên Cổng Dịch vụ công quốc gia' })).toHaveAttribute(
    'href',
    /^https:\/\/dichvucong\.gov\.vn\/.*3\.000347/,
  )
  await expect(page.getByRole('link', { name: 'Nộp trực tuyến', exact: true })).toHaveCount(0)
  await page.goto(portal('tuyen-quang', `/procedures/${licence.code}/start`))
  await expect(page, 'there is no way round').toHaveURL(portal('tuyen-quang', `/procedures/${licence.code}`))
  await page.goto(portal('tuyen-quang', '/register'))
  await expect(page.getByRole('main')).toContainText('Theo khoản 2 Điều 5, 06/2025/QĐ-CTUBND')
  await expect(page.getByRole('button', { name: 'Đăng ký và đăng nhập' })).toHaveCount(0)
})

test('TQ25-19, TQ25-30.1dd: a dossier at a counter in Tuyên Quang is timed by reference, and a look-up shows its progress', async ({
  page,
  browser,
}) => {
  const officer = await atDesk(browser, 'tuyen-quang', 'canbo.ttpvhcc')
  const citizen = newCitizen('Ma Văn Lâm')
  await officer.goto(desk(`/counter/${licence.code}`))
  await hydrated(officer)
  await officer.getByLabel('Họ, chữ đệm, tên').fill(citizen.fullName)
  await officer.getByLabel('Số định danh cá nhân').fill(citizen.citizenId)
  for (const paper of ['Đề nghị đổi giấy phép lái xe', 'Giấy khám sức khỏe'])
    await officer.locator('label').filter({ hasText: paper }).click()
  await officer.locator('label').getByText('Tại Bộ phận Một cửa', { exact: true }).click()
  await press(officer, 'Kiểm tra hồ sơ')
  await press(officer, 'Vào sổ, sang bước tiếp nhận')
  await expect(officer.locator('time').first()).toHaveText(/17:00\s+thứ Sáu, 13\/03\/2026/)
  await expect(officer.getByRole('main')).toContainText(
    'Điều 19, Quyết định 06/2025/QĐ-CTUBND, dẫn chiếu khoản 3 Điều 17, Nghị định 118/2025/NĐ-CP',
  )
  await press(officer, 'Tiếp nhận và cấp mã hồ sơ')
  const slip = officer.getByRole('article')
  await expect(slip).toContainText('Ma Văn Lâm')
  const [code] = (await slip.innerText()).match(/H60\.02-260306-\d{4}/)!

  await page.goto(portal('tuyen-quang', `/look-up/${code}`))
  await expect(page.getByRole('term')).toHaveText(['Tình trạng', 'Quá trình giải quyết'])
  await expect(page.getByRole('definition').nth(1)).toHaveText(
    /06\/03\/2026: Mới nộp\s+06\/03\/2026: Đang giải quyết/,
  )
  await expect(page.getByText('điểm đ khoản 1 Điều 30, 06/2025/QĐ-CTUBND')).toBeVisible()
})
