import { createHmac } from 'node:crypto'
import { createConnection } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startSandbox, type Sandbox } from './sandbox.ts'

const secret = 'a shared secret'
let sandbox: Sandbox
let at: Date

beforeEach(async () => {
  at = new Date('2026-03-02T02:00:00Z')
  sandbox = await startSandbox({ port: 0, smtpPort: 0, host: '127.0.0.1', secret, now: () => at })
})
afterEach(() => sandbox.close())

const url = (path: string): string => `http://127.0.0.1:${sandbox.port}${path}`

function signed(
  body: string,
  { key, with: by = secret, time = at }: { key?: string; with?: string; time?: Date } = {},
) {
  const timestamp = String(Math.floor(time.getTime() / 1000))
  return {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-motcua-timestamp': timestamp,
      'x-motcua-signature': `sha256=${createHmac('sha256', by).update(`${timestamp}.${body}`).digest('hex')}`,
      ...(key ? { 'idempotency-key': key } : {}),
    },
  }
}

const outage = (channel: string, on: boolean): Promise<Response> =>
  fetch(url('/outage'), {
    method: 'POST',
    body: JSON.stringify({ channel, on }),
    headers: { 'content-type': 'application/json' },
  })

const text = (to: string, words: string): string => JSON.stringify({ to, from: 'DVC Long An', text: words })

/** Speaks SMTP as a mail client does; returns the code of each answer. */
async function sendLetter(lines: readonly string[]): Promise<string[]> {
  const socket = createConnection(sandbox.smtpPort, '127.0.0.1')
  const answers: string[] = []
  const waiting = [...lines]
  for await (const chunk of socket) {
    const answer = String(chunk)
    if (/^\d{3}-/m.test(answer) && !/^\d{3} /m.test(answer)) continue
    answers.push(answer.slice(0, 3))
    const line = waiting.shift()
    if (line === undefined) break
    socket.write(`${line}\r\n`)
  }
  socket.destroy()
  return answers
}

const letter = [
  'EHLO test',
  'MAIL FROM:<hotro@long-an.example>',
  'RCPT TO:<dan@example.vn>',
  'DATA',
  [
    'From: =?UTF-8?Q?C=E1=BB=95ng_D=E1=BB=8Bch_v=E1=BB=A5_c=C3=B4ng?= <hotro@long-an.example>',
    'To: dan@example.vn',
    'Subject: =?UTF-8?B?xJDDoyB0aeG6v3Agbmjhuq1uIGjhu5Mgc8ahIDxiPg==?=',
    'Message-ID: <1@long-an.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Kính gửi <script>alert(1)</script>',
    '--x',
    'Content-Type: application/pdf; name="phieu.pdf"',
    'Content-Disposition: attachment; filename="phieu.pdf"',
    '',
    '%PDF-1.7',
    '--x--',
    '.',
  ].join('\r\n'),
  'QUIT',
]

test('a letter sent by SMTP can be read on its page, with its attachment, and no markup of it runs', async () => {
  expect(await sendLetter(letter)).toEqual(['220', '250', '250', '250', '354', '250', '221'])

  const list = await (await fetch(url('/email'))).text()
  expect(list).toContain('Đã tiếp nhận hồ sơ &lt;b&gt;')
  const page = await (await fetch(url('/email/1'))).text()
  expect(page).toContain('Kính gửi &lt;script&gt;')
  expect(page).not.toContain('<script>')
  const attachment = await fetch(url('/email/1/attachments/0'))
  expect(await attachment.text()).toContain('%PDF-1.7')
  expect(attachment.headers.get('content-type')).toBe('application/octet-stream')
})

test('a mail server that is out takes no letter, and takes it once it works again', async () => {
  await outage('email', true)
  expect((await sendLetter(letter))[0]).toBe('421')
  expect(sandbox.box.list()).toEqual([])

  await outage('email', false)
  await sendLetter(letter)
  expect(sandbox.box.list()).toHaveLength(1)
})

test('a text message is taken in only with a fresh signature over exactly its bytes', async () => {
  const body = text('0900000039', 'Ho so da duoc tiep nhan')
  const post = async (init: RequestInit): Promise<number> => (await fetch(url('/sms'), init)).status

  expect(await post(signed(body))).toBe(202)
  expect(await post(signed(body, { with: 'another secret' }))).toBe(401)
  expect(await post({ ...signed(body), body: body.replace('Ho so', 'Hồ sơ') })).toBe(401)
  expect(await post(signed(body, { time: new Date(at.getTime() - 301_000) }))).toBe(401)
  expect(await post(signed(JSON.stringify({ to: '0900000039', text: 'no sender' })))).toBe(400)
  expect(sandbox.box.list({ channel: 'sms' })).toHaveLength(1)
})

test('a text message sent twice under one key is one message', async () => {
  const body = text('0900000039', 'Ho so da duoc tiep nhan')
  const ids = await Promise.all(
    [1, 2].map(async () => (await fetch(url('/sms'), signed(body, { key: 'n-1' }))).json()),
  )
  expect(ids).toEqual([{ id: '1' }, { id: '1' }])
  expect(sandbox.box.list()).toHaveLength(1)
})

test('a gateway that is out answers 503 and counts what it refused', async () => {
  const form = new URLSearchParams({ channel: 'zalo', on: 'true', back: 'zalo', lang: 'vi' })
  const answer = await fetch(url('/outage'), {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { origin: url('') },
  })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/zalo?lang=vi'])

  const body = JSON.stringify({ to: '+84900000039', from: 'DVC', title: 'Đã tiếp nhận', text: 'Hồ sơ …' })
  expect((await fetch(url('/zalo'), signed(body))).status).toBe(503)
  expect(await (await fetch(url('/zalo'))).text()).toContain('đã từ chối 1 lần')
})

test('another site cannot switch a channel off', async () => {
  const form = new URLSearchParams({ channel: 'sms', on: 'true' })
  const answer = await fetch(url('/outage'), {
    method: 'POST',
    body: form,
    headers: { origin: 'http://elsewhere.example' },
  })
  expect(answer.status).toBe(403)
  expect(sandbox.box.isOut('sms')).toBe(false)
})

test('messages are found by part of the recipient, and a number with +84 is the number with 0', async () => {
  await fetch(url('/sms'), signed(text('+84900000039', 'mot')))
  await fetch(url('/sms'), signed(text('0900000025', 'hai')))

  const { messages } = (await (await fetch(url('/api/messages?to=0900000039'))).json()) as {
    messages: { text: string }[]
  }
  expect(messages.map((message) => message.text)).toEqual(['mot'])
  expect(await (await fetch(url('/sms?to=0025&lang=en'))).text()).toContain('1 message')
})

test('the box keeps the newest 500 messages and no more', async () => {
  for (let n = 1; n <= 510; n++) {
    sandbox.box.put({
      channel: 'sms',
      to: ['0900000039'],
      from: 'DVC',
      subject: '',
      text: String(n),
      receivedAt: at,
    })
  }
  const texts = sandbox.box.list().map((message) => message.text)
  expect([texts.length, texts[0], texts.at(-1)]).toEqual([500, '510', '11'])
})
