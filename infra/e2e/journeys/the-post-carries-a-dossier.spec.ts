import type { Page } from '@playwright/test'
import { isForEveryone } from './support/accessible.ts'
import { accept, atDesk, grant } from './support/desk.ts'
import { pdf } from './support/files.ts'
import { newCitizen } from './support/people.ts'
import { desk } from './support/places.ts'
import { returnResult } from './support/returning.ts'
import { expect, hydrated, test } from './support/test.ts'

/** A copy from the register: taken in by post in every province, one working day, no fee. */
const copy = { code: '2.000908', form: 'ban-chinh-hoac-ban-sao-co' }
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const pick = (page: Page, name: string) => page.locator('label').getByText(name, { exact: true }).click()

/** Counts a dossier in at the applicant's table; gives the number of its slip. */
async function collect(
  carrier: Page,
  {
    agency,
    slip,
    fullName,
    citizenId,
    phone,
    of: { code, form } = copy,
    fees = '',
    which,
  }: Record<'agency' | 'fullName' | 'citizenId' | 'phone', string> & {
    slip?: string
    of?: typeof copy
    fees?: string
    /** The case, where the procedure has several. */
    which?: string
  },
): Promise<string> {
  await carrier.goto(desk(`/post/collect/${code}`))
  await hydrated(carrier)
  await carrier.getByLabel('Cơ quan nhận hồ sơ').selectOption({ label: agency })
  await carrier.getByLabel('Họ, chữ đệm, tên').fill(fullName)
  await carrier.getByLabel('Số định danh cá nhân').fill(citizenId)
  await carrier.getByLabel('Số điện thoại').fill(phone)
  await carrier.locator(`#originals-${form}`).fill('1')
  await carrier.locator(`#photo-${form}`).setInputFiles(pdf('to-khai.pdf'))
  if (which) await pick(carrier, which)
  if (slip) await pick(carrier, slip)
  await pick(carrier, 'Dịch vụ bưu chính công ích')
  await pick(carrier, 'Địa chỉ của khách hàng')
  await carrier.getByLabel('Phí, lệ phí thu trước').fill(fees)
  await press(carrier, 'Lưu kết quả kiểm đếm')
  await expect(carrier.getByText('Đã lưu. Đọc lại cho người nộp')).toBeVisible()
  const [no] = (await heading(carrier, /^Phiếu nhận hộ BC-/).innerText()).match(/BC-260306-\d{4}/) ?? []
  expect(no).toBeDefined()
  return no!
}

async function confirm(carrier: Page): Promise<void> {
  await hydrated(carrier)
  await carrier.locator('#proof').setInputFiles(pdf('phieu-da-ky.pdf'))
  await press(carrier, 'Ghi nhận ủy quyền')
  await expect(carrier.getByText('nộp hồ sơ, nhận kết quả')).toBeVisible()
}

/** Puts one collected dossier on a record; gives the record's address. */
async function handOver(carrier: Page, no: string): Promise<string> {
  await carrier.goto(desk('/post/hand-over'))
  for (const box of await carrier.getByRole('checkbox').all())
    if (!(await box.evaluate((one, no) => one.parentElement!.innerText.includes(no), no))) await box.uncheck()
  const body = carrier.locator('form').filter({ hasText: no })
  await body.getByRole('button', { name: 'Lập biên bản' }).click()
  await expect(heading(carrier, /^Biên bản giao nhận BB-260306-\d{4}$/)).toBeVisible()
  return new URL(carrier.url()).pathname
}

async function sign(officer: Page, record: string): Promise<void> {
  await officer.goto(desk(record))
  await press(officer, 'Xem lại trước khi ký')
  await expect(officer.getByText('Ký nhận 1 hồ sơ. Biên bản đã ký thì không sửa được nữa.')).toBeVisible()
  await press(officer, 'Ký nhận')
  await expect(officer.getByRole('status').filter({ hasText: 'Đã ký nhận 1 hồ sơ.' })).toBeVisible()
}

test(
  'LA19-19.2, LA19-19.3: in Long An the post counts, files online by mandate before transport, hands over and delivers',
  { tag: '@phone' },
  async ({ browser }, { project }) => {
    const person = newCitizen(`Trần Thị Bưu ${project.name}`)
    const carrier = await atDesk(browser, 'long-an', 'buuta.ttpvhcc')
    const no = await collect(carrier, {
      ...person,
      agency: 'Ủy ban nhân dân phường 1, thành phố Tân An',
      slip: 'Ủy quyền bưu chính nhận và mang đến',
    })
    await test.step('the count shows each paper beside the list, and the mandate is one signed paper', async () => {
      await expect(carrier.getByRole('row', { name: /Bản chính hoặc bản sao/ })).toContainText('đủ')
      await hydrated(carrier)
      await carrier.locator('#proof').setInputFiles(pdf('phieu-da-ky.pdf'))
      await press(carrier, 'Ghi nhận ủy quyền')
      await expect(carrier.getByText('nộp hồ sơ, nhận giấy hẹn, nhận kết quả')).toBeVisible()
    })
    await test.step('it is filed online under the post’s own account; that moment counts', async () => {
      await expect(carrier.getByText('khoản 2 Điều 19, 30/2019/QĐ-UBND')).toBeVisible()
      await press(carrier, 'Nộp hồ sơ trực tuyến')
      await expect(carrier.getByText('Đưa bản giấy vào biên bản giao nhận với cơ quan.')).toBeVisible()
    })
    const record = await handOver(carrier, no)
    const officer = await atDesk(browser, 'long-an', 'canbo.phuong-1')
    await sign(officer, record)

    const { code, dossierId } =
      await test.step('the office takes it in and decides as with any other', async () => {
        await officer.goto(desk(`/queues/new?q=${encodeURIComponent(person.citizenId)}`))
        await officer
          .getByRole('link', { name: /^260306-/ })
          .first()
          .click()
        await expect(officer.getByText(`Qua bưu chính, phiếu nhận hộ ${no}`)).toBeVisible()
        const dossierId = new URL(officer.url()).pathname.split('/').at(-1)!
        const issued = await accept(officer, dossierId)
        await expect(officer.getByRole('article')).toContainText('17:00 thứ Hai, 09/03/2026')
        await grant(officer, dossierId)
        return { code: issued, dossierId }
      })
    await test.step('LA19-19.3c: the post brings the result by its number, and it is over once it is taken', async () => {
      const number = `RL${person.phone.slice(1)}VN`
      // LA19-8.3: what came by post needs no comparing of originals.
      expect(await returnResult(officer, dossierId, { consignment: number })).not.toContain(
        'Đối chiếu bản gốc',
      )
      await carrier.goto(desk('/post/deliver'))
      await carrier.getByLabel('Mã hồ sơ hoặc số hồ sơ gửi').fill(code)
      await carrier.getByLabel('Số bưu gửi').fill(number)
      await pick(carrier, 'Kết quả giải quyết')
      await press(carrier, 'Nhận để phát')
      await expect(heading(carrier, `Bưu gửi ${number}`)).toBeVisible()
      await pick(carrier, 'Đã phát')
      await carrier.getByLabel('Người nhận, hoặc lý do không phát được').fill(person.fullName)
      await press(carrier, 'Ghi lần phát')
      await expect(heading(carrier, 'Bưu chính công ích')).toBeVisible()
      await expect(carrier.getByRole('link', { name: number })).toHaveCount(0)
    })
    await test.step('LA19-20.2: the day report has all of it', async () => {
      await carrier.goto(desk('/post/day'))
      await expect(heading(carrier, 'Báo cáo ngày 06/03/2026')).toBeVisible()
      for (const figure of ['Nhận hộ', 'Nộp', 'Cơ quan ký nhận', 'Đã phát'])
        await expect(carrier.getByRole('row', { name: new RegExp(`^${figure} [1-9]`) })).toBeVisible()
    })
  },
)

test('AMB-45: in Phú Thọ nothing is filed online before; the office’s signature files it', async ({
  browser,
}) => {
  const person = newCitizen('Hà Thị Bưu')
  const carrier = await atDesk(browser, 'phu-tho', 'buuta.ttpvhcc')
  const officer = await atDesk(browser, 'phu-tho', 'canbo.gia-cam')
  const no = await collect(carrier, {
    ...person,
    agency: 'Ủy ban nhân dân phường Gia Cẩm, thành phố Việt Trì',
  })
  await confirm(carrier)
  await expect(carrier.getByText('Lúc cơ quan ký biên bản giao nhận là lúc nộp hồ sơ.')).toBeVisible()
  await officer.goto(desk(`/queues/new?q=${person.citizenId}`))
  await expect(officer.getByRole('link', { name: /^260306-/ })).toHaveCount(0)
  const record = await handOver(carrier, no)
  await officer.goto(desk(record))
  await expect(officer.getByText('khoản 4 Điều 7, 45/2016/QĐ-TTg')).toBeVisible()
  await sign(officer, record)
  await officer.goto(desk(`/queues/new?q=${person.citizenId}`))
  await expect(officer.getByRole('link', { name: /^260306-/ })).toHaveCount(1)
})

test('HN19-11.3a, PT20-28.2: the fee sent along is paid for the applicant, held by the post and handed over in full', async ({
  browser,
}) => {
  const person = newCitizen('Hà Thị Thu Hộ')
  const carrier = await atDesk(browser, 'phu-tho', 'buuta.ttpvhcc')
  const officer = await atDesk(browser, 'phu-tho', 'canbo.gia-cam')
  const collected = {
    ...person,
    agency: 'Ủy ban nhân dân phường Gia Cẩm, thành phố Việt Trì',
    of: { code: '1.004873', form: 'to-khai-cap-giay-xac-nhan' },
    which: 'Thông thường',
  }
  const no = await collect(carrier, { ...collected, fees: '12.000' })
  await confirm(carrier)
  await sign(officer, await handOver(carrier, no))

  await carrier.goto(desk('/post/hand-over'))
  const held = carrier.locator('#held-post')
  await expect(held).toContainText('Bưu chính phải nộp đủ, đúng hạn.')
  await expect(held).toContainText(/12\.000\sđồng/)
  await isForEveryone(carrier, desk('/post/hand-over'))
  await carrier.getByRole('button', { name: /^Nộp toàn bộ/ }).click()
  await expect(carrier.getByText('Đã ghi việc nộp tiền. Chờ kế toán xác nhận.')).toBeVisible()
  await expect(held).toContainText('Không giữ khoản nào.')
  await expect(carrier.locator('#handOvers')).toContainText('chờ xác nhận')
})

test('a postal officer’s pages work without JavaScript and are for everyone', async ({ browser }) => {
  const carrier = await atDesk(browser, 'ha-nam', 'buuta.ttpvhcc')
  const cookies = await carrier.context().cookies()
  const plain = await browser.newContext({ javaScriptEnabled: false })
  await plain.addCookies(cookies)
  const page = await plain.newPage()
  await page.goto(desk(`/post/collect/${copy.code}`))
  await press(page, 'Lưu kết quả kiểm đếm')
  await expect(page.getByRole('alert')).toContainText('Chọn cơ quan nhận hồ sơ')
  await page.getByLabel('Cơ quan nhận hồ sơ').selectOption({ index: 1 })
  await page.getByLabel('Họ, chữ đệm, tên').fill('Ngô Thị Giấy')
  await page.getByLabel('Số định danh cá nhân').fill(newCitizen().citizenId)
  await page.locator(`#originals-${copy.form}`).fill('một')
  await page.getByRole('radio').filter({ visible: true }).last().check({ force: true })
  await press(page, 'Lưu kết quả kiểm đếm')
  await expect(page.getByRole('alert')).toContainText('bằng chữ số')
  await expect(page.getByLabel('Họ, chữ đệm, tên')).toHaveValue('Ngô Thị Giấy')
  await plain.close()

  for (const path of [
    '/post',
    '/post/collect',
    `/post/collect/${copy.code}`,
    '/post/hand-over',
    '/post/deliver',
    '/post/day',
  ])
    await isForEveryone(carrier, desk(path))
})
