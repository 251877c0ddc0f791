import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Undeliverable, type Letter } from '@motcua/operations'
import { afterEach, expect, test } from 'vitest'
import { createEmailSender } from '../src/senders/email.ts'
import { createGatewaySender } from '../src/senders/gateway.ts'
import { openMailServer, type TestMailServer } from './mail-server.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

async function mailServer(rcpt?: string): Promise<TestMailServer> {
  const server = await openMailServer(rcpt === undefined ? {} : { rcpt })
  closing.push(server.close)
  return server
}

const letter: Letter = {
  to: 'dan@example.vn',
  from: { name: 'Cổng Dịch vụ công tỉnh Long An', address: 'hotro@long-an.example' },
  subject: 'Đã tiếp nhận hồ sơ H39.21.01-260804-0001',
  text: 'Kính gửi ông/bà Trần Thị Đan,\n\nHẹn trả kết quả: 17:00.',
  key: 'notice-1',
}

test('a letter is MIME in UTF-8 and carries the same Message-ID in every attempt', async () => {
  const { url, letters } = await mailServer()
  const send = createEmailSender(url)
  await send(letter)
  await send(letter)

  expect(letters[0]).toMatch(/^Content-Type: text\/plain; charset=utf-8$/m)
  expect(letters[0]).toMatch(/^Content-Transfer-Encoding: quoted-printable$/m)
  expect(letters[0]).toContain('K=C3=ADnh g=E1=BB=ADi')
  for (const sent of letters) expect(sent).toMatch(/^Message-ID: <notice-1@long-an\.example>$/m)
  expect(letters[0]).not.toMatch(/[^\x00-\x7f]/)
})

test('a recipient the server will never know is undeliverable; one it cannot take now is not', async () => {
  const never = await mailServer('550 no such user')
  await expect(createEmailSender(never.url)(letter)).rejects.toThrow(Undeliverable)
  const notNow = await mailServer('451 try later')
  await expect(createEmailSender(notNow.url)(letter)).rejects.not.toThrow(Undeliverable)
})

test('a mail server that does not answer is a fault that may pass', async () => {
  const gone = await openMailServer()
  gone.close()
  await expect(createEmailSender(gone.url)(letter)).rejects.not.toThrow(Undeliverable)
})

/** A gateway that answers as told and keeps its calls. */
async function gateway(status: number) {
  const calls: { body: string; headers: Record<string, unknown> }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      calls.push({ body, headers: request.headers })
      response.writeHead(status).end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`, calls }
}

const text = { to: '0900000039', from: 'DVC Long An', text: 'da tiep nhan', key: 'notice-2' }

test('a gateway call is signed over its timestamp and exactly its bytes, and names its key', async () => {
  const { url, calls } = await gateway(202)
  await createGatewaySender<typeof text>(url, 'a shared secret')(text)

  const { body, headers } = calls[0]!
  expect(JSON.parse(body)).toEqual({ to: '0900000039', from: 'DVC Long An', text: 'da tiep nhan' })
  const expected = createHmac('sha256', 'a shared secret')
    .update(`${String(headers['x-motcua-timestamp'])}.${body}`)
    .digest('hex')
  expect(headers['x-motcua-signature']).toBe(`sha256=${expected}`)
  expect(headers['idempotency-key']).toBe('notice-2')
})

test.each([
  [400, true],
  [404, true],
  [422, true],
  [401, false],
  [429, false],
  [503, false],
])('a gateway that answers %i refuses for good: %s', async (status, forGood) => {
  const { url } = await gateway(status)
  const sending = createGatewaySender<typeof text>(url, 'a shared secret')(text)
  const error = await sending.catch((reason: unknown) => reason)
  expect(error instanceof Undeliverable).toBe(forGood)
  expect(String(error)).toContain(String(status))
})
