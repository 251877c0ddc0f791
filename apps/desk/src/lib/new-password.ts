import type { ShownError } from '@motcua/ui/field-errors'
import type { Locale } from './locale.ts'
import { deskWords } from './words/index.ts'

/** Fewest and most characters of a password, as the office takes it. */
const [fewest, most] = [8, 1024]

/** A new password as it was typed, twice. Nothing of it is shown again. */
export function newPassword(posted: FormData, locale: Locale): { password: string; errors: ShownError[] } {
  const typed = (name: string): string => {
    const value = posted.get(name)
    return typeof value === 'string' ? value : ''
  }
  const [password, again] = [typed('password'), typed('again')]
  const say = deskWords(locale).invitation
  if (password.length < fewest) return { password, errors: [{ href: '#password', text: say.passwordShort }] }
  if (password.length > most) return { password, errors: [{ href: '#password', text: say.passwordLong }] }
  return { password, errors: password === again ? [] : [{ href: '#again', text: say.notTheSame }] }
}
