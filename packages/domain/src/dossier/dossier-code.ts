import type { CivilDate } from '@motcua/calendar'

/**
 * The official code of a dossier (mã hồ sơ), `H35.12.03-260804-0001`: code of the body that receives it (Quyết định
 * 20/2020/QĐ-TTg), day of acceptance and running number of that body on that day (Thông tư 01/2018/TT-VPCP, art. 19).
 * It never changes.
 * @param of `n` counts from 1; more than four digits are written out.
 */
export function dossierCode(of: {
  readonly provinceCode: string
  readonly agencyCode: string
  readonly date: CivilDate
  readonly n: number
}): string {
  if (!Number.isInteger(of.n) || of.n < 1) throw new RangeError('numbers of dossiers count from 1')
  return `${of.provinceCode}.${of.agencyCode}-${shortDay(of.date)}-${String(of.n).padStart(4, '0')}`
}

/** True for text that has the form of a dossier code. */
export function isDossierCode(text: string): boolean {
  return /^[A-Z]\d{2}(\.\d{2,3}){1,3}-\d{6}-\d{4,}$/.test(text)
}

// Without letters and digits that are read for one another.
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The number a submission is tracked by until the dossier has its code: `260804-7KQ2-M9XD`. It cannot be guessed from
 * another one.
 * @param random at least eight bytes of chance.
 */
export function submissionNo(date: CivilDate, random: Uint8Array): string {
  if (random.length < 8) throw new RangeError('a submission number needs eight bytes of chance')
  const letters = [...random.subarray(0, 8)].map((byte) => alphabet[byte % alphabet.length]).join('')
  return `${shortDay(date)}-${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** True for text that has the form of a submission number. */
export function isSubmissionNo(text: string): boolean {
  return /^\d{6}-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/.test(text)
}

/** `2026-08-04` → `260804`. */
function shortDay(date: CivilDate): string {
  return date.slice(2).replaceAll('-', '')
}
