import type { Words } from './words/index.ts'

/** Why a clock stands or stood still, in words; what nobody has words for is shown as it is written. */
export function pauseReasonOf(reason: string, { pause }: Words): string {
  const known: Readonly<Record<string, string>> = { ...pause.reasons, ...pause.otherReasons }
  return Object.hasOwn(known, reason) ? known[reason]! : reason
}
