import type { Page } from '@playwright/test'
import { isForEveryone, isForEveryoneHere } from './support/accessible.ts'
import { accept, atDesk } from './support/desk.ts'
import { fileLicence } from './support/filing.ts'
import { newCitizen } from './support/people.ts'
import { desk, portal, sandbox } from './support/places.ts'
import { expect, hydrated, test } from './support/test.ts'
import { openAccount } from './support/without-pages.ts'

/** A licence filed online in Long An and accepted: 135,000 đồng are owed. */
async function owing(page: Page, officer: Page): Promise<{ dossierId: string; fees: string }> {
  const citizen = newCitizen()
  await openAccount(page, 'long-an', citizen)
  const choices = { returnChannel: 'postal', paymentChannel: 'online' }
  const { dossierId } = await fileLicence(page, citizen, choices)
  await accept(officer, dossierId)
  return { dossierId, fees: portal('long-an', `/dossiers/${dossierId}/fees`) }
}

const toGateway = (page: Page) => page.getByRole('link', { name: 'Sang cổng VNPAY' })

/** Goes to the gateway as a payer does. */
async function goToGateway(page: Page, fees: string): Promise<void> {
  await page.goto(fees)
  await page.getByRole('button', { name: 'Thanh toán trực tuyến' }).click()
  await toGateway(page).click()
  await expect(page.getByRole('heading', { name: 'Cổng thanh toán thử' }).last()).toBeVisible()
}

test('LA19-8.2b: a fee is paid online, counted once and its receipt shown to both sides @phone', async ({
  page,
  browser,
}) => {
  const officer = await atDesk(browser, 'long-an', 'canbo.ttpvhcc')
  const { dossierId, fees } = await owing(page, officer)
  await page.goto(portal('long-an', `/dossiers/${dossierId}`))
  await page.getByRole('link', { name: 'Nộp phí, lệ phí' }).click()
  await expect(page.getByText('135.000')).not.toHaveCount(0)
  await isForEveryone(page, fees)

  await goToGateway(page, fees)
  await expect(page.getByText('135.000 đồng')).toBeVisible()
  await page.getByRole('button', { name: 'Thanh toán', exact: true }).click()
  await expect(page.getByText('Cơ quan đã ghi nhận khoản nộp')).toBeVisible()
  await page.goto(fees)
  await expect(page.getByRole('button', { name: 'Thanh toán trực tuyến' })).toHaveCount(0)
  await page.getByRole('link', { name: /Xem biên lai/ }).click()
  await expect(page.getByText('Một trăm ba mươi lăm nghìn đồng')).toBeVisible()
  await hydrated(page)
  await isForEveryoneHere(page)

  await officer.goto(desk(`/dossiers/${dossierId}/fees`))
  await expect(officer.getByText('Đã nhận tiền')).toHaveCount(1)
  await isForEveryone(officer, desk(`/dossiers/${dossierId}/fees`))
})

test('a payment given up at the gateway owes the same as before, and may be tried again', async ({
  page,
  browser,
}) => {
  const { fees } = await owing(page, await atDesk(browser, 'long-an', 'canbo.ttpvhcc'))
  await goToGateway(page, fees)
  await page.getByRole('button', { name: 'Hủy giao dịch' }).click()
  await expect(page.getByText('Thanh toán không thành công')).toBeVisible()
  await page.getByRole('button', { name: 'Thanh toán trực tuyến' }).click()
  await expect(toGateway(page)).toBeVisible()
})

test('without scripts a fee is paid all the same', async ({ browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const { fees } = await owing(page, await atDesk(browser, 'long-an', 'canbo.ttpvhcc'))
  const plain = await browser.newContext({ javaScriptEnabled: false })
  await plain.addCookies(await context.cookies())
  const payer = await plain.newPage()
  await goToGateway(payer, fees)
  await payer.getByRole('button', { name: 'Thanh toán', exact: true }).click()
  await expect(payer.getByText('Cơ quan đã ghi nhận khoản nộp')).toBeVisible()
})

test('a notice nobody signed settles nothing', async ({ page, browser }) => {
  const { fees } = await owing(page, await atDesk(browser, 'long-an', 'canbo.ttpvhcc'))
  await page.goto(fees)
  await page.getByRole('button', { name: 'Thanh toán trực tuyến' }).click()
  const sent = new URL((await toGateway(page).getAttribute('href'))!).searchParams
  const forged = new URLSearchParams({
    vnp_TxnRef: sent.get('vnp_TxnRef')!,
    vnp_TmnCode: sent.get('vnp_TmnCode')!,
    vnp_Amount: sent.get('vnp_Amount')!,
    vnp_ResponseCode: '00',
    vnp_TransactionStatus: '00',
    vnp_SecureHash: sent.get('vnp_SecureHash')!,
  })
  const answer = await page.evaluate(
    async (path): Promise<{ RspCode: string }> => (await fetch(path)).json(),
    `/payments/vnpay/ipn?${forged}`,
  )
  expect(answer.RspCode).toBe('97')
  await page.goto(fees)
  await expect(page.getByRole('link', { name: /Xem biên lai/ })).toHaveCount(0)
})

test('TQ25-26.1b, LA19-8.2b: cash at the counter is typed as it was counted, receipted, handed over and confirmed', async ({
  page,
  browser,
}) => {
  const officer = await atDesk(browser, 'long-an', 'canbo.ttpvhcc')
  const { dossierId } = await owing(page, officer)
  await isForEveryone(officer, desk(`/dossiers/${dossierId}/collect-fee`))
  const amount = officer.getByLabel('Số tiền đã nhận (đồng)')
  await amount.fill('130000')
  await officer.getByRole('button', { name: 'Kiểm tra trước khi gửi' }).click()
  await expect(officer.getByText('Nhập đúng số phải nộp').first()).toBeVisible()
  await amount.fill('135.000')
  await officer.getByRole('button', { name: 'Kiểm tra trước khi gửi' }).click()
  await officer.getByRole('button', { name: 'Đã nhận đủ tiền, lập biên lai' }).click()
  await expect(officer.getByText('Đã thu phí và lập biên lai.')).toBeVisible()

  await officer.goto(desk('/money'))
  await officer.getByRole('button', { name: /^Nộp toàn bộ/ }).click()
  await expect(officer.getByText('Chờ kế toán xác nhận')).toBeVisible()
  const accountant = await atDesk(browser, 'long-an', 'ketoan.ttpvhcc')
  await isForEveryone(accountant, desk('/money'))
  await accountant
    .getByRole('button', { name: /^Xác nhận đã nhận đủ/ })
    .first()
    .click()
  await expect(accountant.getByText('Đã xác nhận nhận tiền.')).toBeVisible()
})

test('a statement that cannot be read is told line by line; one that can is taken in once', async ({
  browser,
}) => {
  const accountant = await atDesk(browser, 'ha-nam', 'ketoan.ttpvhcc')
  const take = async (text: string): Promise<void> => {
    await accountant.goto(desk('/money'))
    const buffer = Buffer.from(text)
    await accountant
      .getByLabel('Tệp sao kê')
      .setInputFiles({ name: 'saoke.csv', mimeType: 'text/csv', buffer })
    await accountant.getByRole('button', { name: 'Nạp sao kê' }).click()
  }
  const head = 'Ngày;Số tham chiếu;Ghi có;Nội dung\n'
  await take(`${head}32/03/2026;FT1;1.000;x\n`)
  await expect(accountant.getByText('Dòng 2: ngày không đọc được')).toBeVisible()
  const ref = `FT${Date.now()}`
  await take(`${head}06/03/2026;${ref};77.000;khong ro ${ref}\n`)
  await expect(accountant.getByText('1 dòng chờ xem')).toBeVisible()
  await take(`${head}06/03/2026;${ref};77.000;khong ro ${ref}\n\n`)
  await expect(accountant.getByText('1 dòng đã có từ trước')).toBeVisible()
  const row = accountant.getByRole('row').filter({ hasText: ref })
  await row.getByLabel('hoặc lý do không phải phí').fill('Tiền của đơn vị khác')
  await row.getByRole('button').click()
  await expect(accountant.getByText('Đã ghi dòng sao kê.')).toBeVisible()
})

test('the sandbox gateway and its drills can be used by everybody', async ({ page }) => {
  await page.goto(sandbox('/vnpay'))
  await expect(page.getByRole('heading', { name: 'Giả lập sự cố' })).toBeVisible()
})
