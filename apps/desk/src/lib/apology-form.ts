import type { Fault, Refusal } from '@motcua/api/client'
import { joinDate } from '@motcua/ui/date-parts'
import type { ShownError } from '@motcua/ui/field-errors'
import { formatMoment } from '@motcua/ui/format'
import { words } from '@motcua/ui/words'
import { tooLong } from './completion-request.ts'
import type { Locale } from './locale.ts'
import type { Words } from './words/index.ts'

export const faults = ['agency', 'receiving-body', 'applicant'] as const satisfies Fault[]
export const mostReason = 1000

/** An apology as typed; the last two are worked out by the office for the page that checks it. */
export interface TypedApology {
  fault: string
  split: string
  reason: string
  newDueOn: string
  newDueTime: string
  newDueAt: string
  signer: string
}

export const noApology: TypedApology = {
  fault: 'agency',
  split: '',
  reason: '',
  newDueOn: '',
  newDueTime: '',
  newDueAt: '',
  signer: '',
}

/** Reads a posted apology. The date comes in three boxes, or whole from the page that checks it. */
export function readApology(posted: FormData): TypedApology {
  const text = (name: string): string => {
    const value = posted.get(name)
    return typeof value === 'string' ? value.trim().normalize('NFC') : ''
  }
  const [day, month, year] = [text('newDueOn-day'), text('newDueOn-month'), text('newDueOn-year')]
  return {
    ...noApology,
    fault: text('fault'),
    split: text('split') === 'yes' ? 'yes' : '',
    reason: text('reason'),
    newDueOn: text('newDueOn') || joinDate({ day, month, year }),
    newDueTime: text('newDueTime'),
  }
}

/** What is wrong with an apology before the law is asked. */
export function apologyErrors(typed: TypedApology, say: Words): ShownError[] {
  const { apology } = say
  const isFault = faults.some((fault) => fault === typed.fault)
  return [
    ...(isFault ? [] : [{ href: '#fault', text: apology.fault }]),
    ...(typed.reason ? [] : [{ href: '#reason', text: apology.reasonMissing }]),
    ...tooLong('#reason', apology.reason, typed.reason, mostReason, say),
    ...(typed.newDueOn === '' || isDate(typed.newDueOn)
      ? []
      : [{ href: '#newDueOn', text: apology.notADate }]),
    ...(typed.newDueTime === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(typed.newDueTime)
      ? []
      : [{ href: '#newDueTime', text: apology.notATime }]),
  ]
}

/** Whether a text is a day that exists. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** Where on the page a refusal of an apology is mended. */
export function refusedAt({ code }: Refusal): `#${string}` | undefined {
  if (code === 'reason-missing') return '#reason'
  return code.startsWith('extension') ? '#newDueOn' : undefined
}

/** Why the date may not move to what was typed, with the date it may move to. */
export function newDueOf({ code, data }: Refusal, locale: Locale): string {
  const latest = data?.['latest']
  const sentence = words(locale).refusals[code]
  return typeof latest === 'string' ? `${sentence} ${formatMoment(latest as never, locale)}.` : sentence
}
