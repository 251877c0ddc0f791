import type { Page } from '@playwright/test'
import { isForEveryone, isForEveryoneHere } from './support/accessible.ts'
import { accept, atDesk } from './support/desk.ts'
import { pdf } from './support/files.ts'
import { fileLicence } from './support/filing.ts'
import { newCitizen } from './support/people.ts'
import { desk, portal } from './support/places.ts'
import { expect, hydrated, test } from './support/test.ts'
import { openAccount } from './support/without-pages.ts'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const pick = (page: Page, name: string) => page.locator('label').getByText(name, { exact: true }).click()

test('an accepted dossier is taken, appraised, submitted, sent back, signed and issued, and its applicant sees where it stands', async ({
  page,
  browser,
}) => {
  test.slow()
  const citizen = newCitizen('Đặng Thị Hoa Lý')
  await openAccount(page, 'long-an', citizen)
  const { dossierId } = await fileLicence(page, citizen, {
    returnChannel: 'postal',
    paymentChannel: 'online',
  })
  const officer = await atDesk(browser, 'long-an', 'canbo.ttpvhcc')
  const code = await accept(officer, dossierId)
  const specialist = await atDesk(browser, 'long-an', 'chuyenvien.ttpvhcc')
  const leader = await atDesk(browser, 'long-an', 'lanhdao.ttpvhcc')

  await test.step('the specialist finds it in their list and takes it', async () => {
    await specialist.goto(desk('/work'))
    await expect(specialist.getByRole('link', { name: code })).toBeVisible()
    await specialist.getByRole('link', { name: code }).click()
    await expect(specialist.getByText('Thủ tục chưa có quy trình được phê duyệt')).toBeVisible()
    await specialist.goto(desk(`/dossiers/${dossierId}/take-step`))
    await press(specialist, 'Nhận việc')
    await expect(specialist.getByText('Đã nhận việc.')).toBeVisible()
  })

  await test.step('another body is asked, by a deadline before the promise', async () => {
    await specialist.goto(desk(`/dossiers/${dossierId}/ask-opinion`))
    await hydrated(specialist)
    await specialist.getByLabel('Cơ quan được hỏi').selectOption({ label: 'Sở Tư pháp' })
    await specialist.getByLabel('Nội dung lấy ý kiến').fill('Giấy phép cũ có bị thu hồi không?')
    await press(specialist, 'Kiểm tra trước khi gửi')
    await expect(specialist.getByRole('alert')).toContainText('Nhập hạn trả lời')
    const day = specialist.getByRole('group', { name: 'Hạn trả lời' })
    for (const [label, value] of [
      ['Ngày', '10'],
      ['Tháng', '3'],
      ['Năm', '2026'],
    ] as const)
      await day.getByLabel(label).fill(value)
    await press(specialist, 'Kiểm tra trước khi gửi')
    await press(specialist, 'Gửi lấy ý kiến')
    await expect(specialist.getByText('Đã gửi lấy ý kiến.')).toBeVisible()
  })

  await test.step('the body that was asked answers', async () => {
    const other = await atDesk(browser, 'long-an', 'chuyenvien.so-tu-phap')
    await other.goto(desk('/work'))
    await expect(other.getByText('Giấy phép cũ có bị thu hồi không?').first()).toBeVisible()
    await other.goto(desk(`/dossiers/${dossierId}/give-opinion`))
    await hydrated(other)
    await pick(other, 'Đồng ý')
    await other.getByLabel('Nội dung trả lời').fill('Không bị thu hồi')
    await press(other, 'Kiểm tra trước khi gửi')
    await press(other, 'Gửi ý kiến')
    await expect(other.getByText('Đã ghi ý kiến.')).toBeVisible()
  })

  const submit = async () => {
    await specialist.goto(desk(`/dossiers/${dossierId}/submit-result`))
    await hydrated(specialist)
    await pick(specialist, 'Đồng ý giải quyết')
    await press(specialist, 'Kiểm tra trước khi gửi')
    await specialist.getByLabel('Dự thảo kết quả').setInputFiles(pdf('giay-phep.pdf'))
    await press(specialist, 'Trình lãnh đạo')
    await expect(specialist.getByText('Đã trình ký.')).toBeVisible()
  }

  await test.step('the leader sends it back with a reason, and it lies before who had it', async () => {
    await submit()
    await leader.goto(desk(`/dossiers/${dossierId}/take-step`))
    await press(leader, 'Nhận việc')
    await leader.goto(desk(`/dossiers/${dossierId}/send-back`))
    await hydrated(leader)
    await leader.getByLabel('Lý do').fill('Thiếu số giấy phép cũ')
    await press(leader, 'Kiểm tra trước khi gửi')
    await press(leader, 'Trả lại')
    await expect(leader.getByText('Đã trả lại bước trước.')).toBeVisible()
    await specialist.goto(desk('/work'))
    await expect(specialist.getByRole('link', { name: code })).toBeVisible()
  })

  await test.step('the leader signs, and the officer issues what was signed', async () => {
    await submit()
    await leader.goto(desk(`/dossiers/${dossierId}/sign-result`))
    await press(leader, 'Ký duyệt')
    await expect(leader.getByText('Đã ký duyệt.')).toBeVisible()
    await officer.goto(desk(`/dossiers/${dossierId}/workflow`))
    await hydrated(officer)
    await expect(officer.getByRole('img', { name: 'Sơ đồ quy trình' })).toBeVisible()
    await isForEveryoneHere(officer)
  })

  await test.step('the applicant sees the body that has it, and nothing the office wrote to itself', async () => {
    await page.goto(portal('long-an', `/dossiers/${dossierId}`))
    await expect(page.getByText('Lãnh đạo đã ký kết quả').first()).toBeVisible()
    await expect(page.getByText('Thiếu số giấy phép cũ')).toHaveCount(0)
    await expect(page.getByText('Không bị thu hồi')).toHaveCount(0)
  })
})

test('TQ25-16: an administrator drafts a workflow, sees what the law says and what is still wrong', async ({
  browser,
}) => {
  const admin = await atDesk(browser, 'tuyen-quang', 'quantri')
  await isForEveryone(admin, desk('/workflows'))
  await isForEveryone(admin, desk('/backups'))
  await admin.goto(desk('/workflows/1.013225/1'))
  await hydrated(admin)
  await expect(admin.getByRole('img', { name: 'Sơ đồ quy trình' })).toBeVisible()
  await expect(admin.getByText('Cổng Dịch vụ công quốc gia').first()).toBeVisible()
  await isForEveryoneHere(admin)

  await admin.goto(desk('/workflows/1.013225/edit'))
  await hydrated(admin)
  const assigning = admin.getByRole('group', { name: 'Bước 1', exact: true })
  await assigning.getByLabel('Số giờ làm việc').fill('400')
  await press(admin, 'Lưu dự thảo')
  await expect(admin.getByText('Phải sửa trước khi đi tiếp')).toBeVisible()
  await expect(admin.getByText(/các bước cần 476 giờ/).first()).toBeVisible()
  await expect(admin.getByRole('button', { name: 'Ghi kết quả thẩm định' })).toHaveCount(0)
})
