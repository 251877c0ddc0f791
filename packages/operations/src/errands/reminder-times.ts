import type { Instant } from '@motcua/calendar'

/** When the law has the desk reminded. */
export interface Reminders {
  readonly at: readonly Instant[]
  readonly again?: { readonly at: readonly Instant[] }
}

/** The first reminder after a moment, if one is left. */
export function nextReminder(reminders: Reminders | null, after: Instant): Instant | undefined {
  const all = [...(reminders?.at ?? []), ...(reminders?.again?.at ?? [])]
  return all.filter((at) => at > after).toSorted()[0]
}
