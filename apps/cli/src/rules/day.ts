import { type CivilDate, day } from '@motcua/calendar'
import { WrongUsage } from '../command.ts'

/** A day given as an option, such as `--at 2026-03-06`. */
export function dayOf(given: string | boolean | undefined, option = 'at'): CivilDate {
  try {
    return day(String(given))
  } catch (error) {
    const { message } = error as RangeError
    throw new WrongUsage({
      vi: `\`--${option}\` là một ngày, ví dụ 2026-03-06`,
      en: `\`--${option}\`: ${message}`,
    })
  }
}
