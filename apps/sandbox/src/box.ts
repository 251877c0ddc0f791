/** What reached the box from outside: letters, text messages, Zalo messages. Kept in memory, newest first, and never more than `most`. */
export interface Box {
  put(message: NewMessage): Message
  list(filter?: { channel?: BoxChannel; to?: string }): readonly Message[]
  find(id: string): Message | undefined
  /** The message that came in before under the same key, if any. */
  findByKey(channel: BoxChannel, key: string): Message | undefined
  clear(): void
  /** While a channel is out, its gateway refuses every message. */
  isOut(channel: BoxChannel): boolean
  setOutage(channel: BoxChannel, on: boolean): void
  /** How many messages were refused while a channel was out. */
  refused(channel: BoxChannel): number
  refuse(channel: BoxChannel): void
}

export const boxChannels = ['email', 'sms', 'zalo'] as const
export type BoxChannel = (typeof boxChannels)[number]

export interface NewMessage {
  readonly channel: BoxChannel
  /** Every address or number it was sent to. */
  readonly to: readonly string[]
  readonly from: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  /** Message-ID of a letter, idempotency key of a text message. */
  readonly key?: string
  readonly attachments?: readonly Attachment[]
  readonly receivedAt: Date
}

export interface Message extends NewMessage {
  readonly id: string
}

export interface Attachment {
  readonly name: string
  readonly type: string
  readonly content: Uint8Array
}

/** Opens an empty box. */
export function openBox(most = 500): Box {
  let messages: Message[] = []
  let next = 1
  const outages = new Set<BoxChannel>()
  const refusals = new Map<BoxChannel, number>()

  return {
    put(message) {
      const kept = { ...message, id: String(next++) }
      messages = [kept, ...messages].slice(0, most)
      return kept
    },
    list({ channel, to } = {}) {
      const wanted = to === undefined ? undefined : plain(to)
      return messages.filter(
        (message) =>
          (channel === undefined || message.channel === channel) &&
          (wanted === undefined || message.to.some((address) => plain(address).includes(wanted))),
      )
    },
    find: (id) => messages.find((message) => message.id === id),
    findByKey: (channel, key) =>
      messages.find((message) => message.channel === channel && message.key === key),
    clear() {
      messages = []
      refusals.clear()
    },
    isOut: (channel) => outages.has(channel),
    setOutage(channel, on) {
      if (on) outages.add(channel)
      else outages.delete(channel)
    },
    refused: (channel) => refusals.get(channel) ?? 0,
    refuse(channel) {
      refusals.set(channel, (refusals.get(channel) ?? 0) + 1)
    },
  }
}

/** A phone number is the same with and without spaces and with +84 or 0 in front. */
function plain(address: string): string {
  const text = address.trim().toLowerCase()
  if (text.includes('@')) return text
  return text.replace(/[\s.-]/g, '').replace(/^\+?84/, '0')
}
