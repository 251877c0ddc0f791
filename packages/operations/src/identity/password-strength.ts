import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { Refused } from '@motcua/domain'
import { fold } from '../catalogue/fold.ts'

/** Words people build passwords from here, beside the passwords everybody uses. */
const localWords = [
  'motcua',
  'dichvucong',
  'matkhau',
  'vietnam',
  'hanoi',
  'saigon',
  'canbo',
  'quantri',
  'ubnd',
]

const guesser = new ZxcvbnFactory({ dictionary: { ...dictionary, localWords }, graphs: adjacencyGraphs })

/** Longest part of a password that is judged: what is longer is strong, and judging it would take long. */
const longestJudged = 64

/**
 * Turns a password away that is among those tried first: known ones, and those made of what is known of the person.
 * @throws Refused `password-too-common`
 */
export function refuseCommonPassword(password: string, about: readonly string[]): void {
  const known = about.flatMap((text) => [fold(text).replaceAll(' ', ''), ...fold(text).split(' ')])
  const words = known.filter((word) => word.length > 2)
  const typed = password.slice(0, longestJudged)
  const plain = withoutMarks(typed)
  const scores = [typed, plain, plain.replace(/\s/g, '')].map((text) => guesser.check(text, words).score)
  if (Math.min(...scores) < 2) throw new Refused({ code: 'password-too-common' })
}

/** `mậtkhẩu` is guessed as soon as `matkhau`. */
function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
}
