import { isForEveryone, isForEveryoneHere } from './support/accessible.ts'
import { accept, atDesk } from './support/desk.ts'
import { fileLicence } from './support/filing.ts'
import { newCitizen } from './support/people.ts'
import { desk } from './support/places.ts'
import { expect, hydrated, test } from './support/test.ts'
import { openAccount } from './support/without-pages.ts'

const choices = { returnChannel: 'postal', paymentChannel: 'online' }

test('several dossiers are accepted at once, each with an outcome of its own', async ({ page, browser }) => {
  const citizen = newCitizen('Đặng Thị Quỳnh Hoa')
  await openAccount(page, 'long-an', citizen)
  const filed = [
    await fileLicence(page, citizen, choices),
    await fileLicence(page, citizen, choices),
    await fileLicence(page, citizen, choices),
  ]
  const officer = await atDesk(browser, 'long-an', 'canbo.ttpvhcc')
  await officer.goto(desk(`/queues/new?q=${citizen.citizenId}`))
  await hydrated(officer)

  await test.step('rows are walked and ticked with letters', async () => {
    await officer.keyboard.press('j')
    await officer.keyboard.press('x')
    await expect(officer.getByRole('status').filter({ hasText: 'đã chọn' })).toHaveText('đã chọn 1/3')
    await officer.getByRole('button', { name: 'Chọn tất cả' }).click()
    await expect(officer.getByRole('status').filter({ hasText: 'đã chọn' })).toHaveText('đã chọn 3/3')
  })

  await test.step('the promise of each is read before it is made', async () => {
    await officer.getByRole('button', { name: 'Tiếp nhận' }).click()
    await expect(officer.getByRole('row').filter({ hasText: '17:00 thứ Sáu, 13/03/2026' })).toHaveCount(3)
    await isForEveryoneHere(officer)
  })

  await test.step('what a colleague did meanwhile hinders no other', async () => {
    const colleague = await atDesk(browser, 'long-an', 'truong.ttpvhcc')
    const code = await accept(colleague, filed[1]!.dossierId)
    await officer.getByRole('button', { name: 'Tiếp nhận 3 hồ sơ' }).click()
    await expect(officer.getByRole('heading', { level: 1 })).toHaveText('Đã tiếp nhận 2/3 hồ sơ')
    await expect(officer.getByRole('row', { name: filed[0]!.submissionNo })).toContainText(/mã hồ sơ H39\./)
    await expect(officer.getByRole('row', { name: filed[1]!.submissionNo })).toContainText(
      'Hồ sơ này đã được tiếp nhận hoặc từ chối.',
    )
    expect(code).toMatch(/^H39\./)
    await isForEveryoneHere(officer)
  })

  await test.step('their slips are printed together, one a page', async () => {
    await officer.getByRole('link', { name: 'In giấy tiếp nhận của các hồ sơ vừa tiếp nhận' }).click()
    await expect(officer.getByRole('article')).toHaveCount(2)
  })
})

test('a dossier is found from any list by a name without diacritics, and by the end of its code', async ({
  page,
  browser,
}) => {
  const citizen = newCitizen('Ngô Đình Khải Hoàn')
  await openAccount(page, 'long-an', citizen)
  const { dossierId, submissionNo } = await fileLicence(page, citizen, choices)
  const officer = await atDesk(browser, 'long-an', 'canbo.ttpvhcc')
  await isForEveryone(officer, desk('/search?q=khai+hoan'))
  await expect(officer.getByRole('row', { name: submissionNo })).toContainText('Mới nộp')
  const code = await accept(officer, dossierId)

  await officer.goto(desk('/queues/new?q=khai+hoan'))
  await expect(officer.getByText('Mục này không có hồ sơ nào khớp')).toBeVisible()
  await officer.getByRole('link', { name: 'Tìm trong mọi mục' }).click()
  await expect(officer.getByRole('row', { name: code })).toContainText('Đang giải quyết')
  await officer.getByLabel('Tìm trong mọi mục').fill(code.slice(code.indexOf('-') + 1))
  await officer.keyboard.press('Enter')
  await expect(officer.getByRole('row', { name: code })).toBeVisible()
})

test('PT20-2.2: the head’s day shows what is late and what falls due, and leads to it', async ({
  browser,
}) => {
  const head = await atDesk(browser, 'long-an', 'truong.ttpvhcc')
  await head.goto(desk('/'))
  await expect(head.getByRole('heading', { level: 1 })).toHaveText('Hôm nay')
  await isForEveryone(head, desk('/today'))
  await isForEveryone(head, desk('/en/today'))
  await head.goto(desk('/today'))
  await head.getByRole('link', { name: /Quá hạn trả kết quả/ }).click()
  await expect(head.getByRole('heading', { level: 1 })).toHaveText('Quá hạn')
  const officer = await atDesk(browser, 'long-an', 'canbo.ttpvhcc')
  const answer = await officer.goto(desk('/today'))
  expect(answer?.status()).toBe(403)
})

test('every list of the desk is for everybody', async ({ browser }) => {
  test.setTimeout(120_000)
  const officer = await atDesk(browser, 'long-an', 'canbo.ttpvhcc')
  for (const list of ['new', 'unpaid', 'due-soon', 'overdue', 'to-return', 'mine'])
    await isForEveryone(officer, desk(`/queues/${list}`))
  await isForEveryone(officer, desk('/search'))
  await isForEveryone(officer, desk('/bulk/accept'))
})
