import { type Page, expect } from '@playwright/test'
import { desk } from './places.ts'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const pick = (page: Page, name: string) => page.locator('label').getByText(name, { exact: true }).click()

/** What the office still has to do before it may hand a result over, as its page says. */
export async function dutiesBefore(officer: Page, dossierId: string): Promise<string[]> {
  await officer.goto(desk(`/dossiers/${dossierId}/hand-over-result`))
  const items = await officer.getByRole('main').getByRole('listitem').allInnerTexts()
  return ['Đối chiếu bản gốc', 'Báo trước khi trả sớm', 'Nộp phí, lệ phí'].filter((duty) =>
    items.some((item) => item.includes(duty) && item.includes('Chưa xong')),
  )
}

/** Compares originals and tells of an early result, where the law asks for it; then hands the result over. */
export async function returnResult(
  officer: Page,
  dossierId: string,
  by: { readonly consignment: string } | 'counter',
): Promise<string[]> {
  const duties = await dutiesBefore(officer, dossierId)
  if (duties.includes('Đối chiếu bản gốc')) {
    await officer.goto(desk(`/dossiers/${dossierId}/compare-originals`))
    await pick(officer, 'Bản chính')
    await pick(officer, 'Khớp')
    await press(officer, 'Kiểm tra trước khi gửi')
    await press(officer, 'Ghi kết quả đối chiếu')
    await expect(officer.getByText('Đã ghi kết quả đối chiếu bản gốc.')).toBeVisible()
  }
  if (duties.includes('Báo trước khi trả sớm')) {
    await officer.goto(desk(`/dossiers/${dossierId}/announce-result`))
    await officer.locator('label[for^="how"]').first().click()
    await press(officer, 'Ghi việc đã báo')
    await expect(officer).toHaveURL(/done=/)
  }
  await officer.goto(desk(`/dossiers/${dossierId}/hand-over-result`))
  if (by === 'counter') await pick(officer, 'Thẻ căn cước')
  else await officer.getByLabel(/^Số hiệu bưu gửi/).fill(by.consignment)
  const checked = officer.locator('#checked')
  if (await checked.count()) await checked.check()
  await press(officer, 'Kiểm tra trước khi gửi')
  await press(officer, 'Trả kết quả')
  await expect(officer.getByText('Đã trả kết quả. Hồ sơ kết thúc.')).toBeVisible()
  return duties
}
