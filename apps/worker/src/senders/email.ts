import { Undeliverable, type Letter } from '@motcua/operations'
import { createTransport } from 'nodemailer'

/** How long a mail server may take to answer. */
const timeoutMs = 10_000

/** Sends letters over SMTP: MIME in UTF-8, one recipient each, a Message-ID that stays the same in every attempt. */
export function createEmailSender(smtpUrl: string): (letter: Letter) => Promise<void> {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  })
  return async ({ to, from, subject, text, enclosures = [], key }) => {
    const domain = from.address.split('@')[1]
    try {
      await transport.sendMail({
        to,
        from,
        subject,
        text,
        textEncoding: 'quoted-printable',
        attachments: enclosures.map(({ name, type, bytes }) => ({
          filename: name,
          contentType: type,
          content: Buffer.from(bytes),
        })),
        messageId: `<${key}@${domain}>`,
        headers: { 'Content-Language': 'vi, en', 'Auto-Submitted': 'auto-generated' },
      })
    } catch (error) {
      if (isRefusedForGood(error)) throw new Undeliverable(error.message, { cause: error })
      throw error
    }
  }
}

/** The server knows this recipient will never be found (5xx to the envelope); anything else may pass. */
function isRefusedForGood(error: unknown): error is Error {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number }
  return code === 'EENVELOPE' && responseCode >= 500
}
