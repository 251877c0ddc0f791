import { once } from 'node:events'
import { simpleParser, type AddressObject } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import type { Box } from './box.ts'

/** Takes in every letter sent to it, for any recipient and without a password. Returns how to stop it. */
export async function serveMail(
  box: Box,
  { port, host, now }: { port: number; host: string; now: () => Date },
): Promise<{ port: number; close: () => Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: 30 * 1024 * 1024,
    logger: false,
    onConnect(_session, done) {
      if (!box.isOut('email')) return done()
      box.refuse('email')
      done(Object.assign(new Error('the mail server is out of order'), { responseCode: 421 }))
    },
    onData(stream, session, done) {
      simpleParser(stream).then(
        (mail) => {
          box.put({
            channel: 'email',
            to: session.envelope.rcptTo.map(({ address }) => address),
            from: addressLine(mail.from),
            subject: mail.subject ?? '',
            text: mail.text ?? '',
            ...(mail.html ? { html: mail.html } : {}),
            ...(mail.messageId ? { key: mail.messageId } : {}),
            attachments: mail.attachments.map(({ filename, contentType, content }) => ({
              name: filename ?? 'attachment',
              type: contentType,
              content,
            })),
            receivedAt: now(),
          })
          done()
        },
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      )
    },
  })
  server.on('error', () => {
    // A client that hangs up mid-sentence is no fault of the box.
  })
  const listener = server.listen(port, host)
  await once(listener, 'listening')
  const address = listener.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function addressLine(address: AddressObject | undefined): string {
  return address?.text ?? ''
}
