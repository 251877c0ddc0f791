import { fold } from './fold.ts'

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

/** The ways a number from 0 to 99 is said in Vietnamese. */
function spoken(n: number): string[] {
  if (n < 10) return n === 7 ? ['bảy', 'bẩy'] : [digits[n]!]
  const tens = Math.floor(n / 10)
  const units = n % 10
  const head = tens === 1 ? 'mười' : `${digits[tens]!} mươi`
  if (units === 0) return [head]
  const tails = [digits[units]!]
  if (units === 5) tails[0] = 'lăm'
  if (units === 1 && tens > 1) tails[0] = 'mốt'
  if (units === 4 && tens > 1) tails.push('tư')
  return tails.map((tail) => `${head} ${tail}`)
}

const english = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
]

const byWords = new Map<string, number>()
for (let n = 0; n < 100; n++) {
  for (const words of spoken(n)) byWords.set(words.split(' ').map(fold).join(' '), n)
}
english.forEach((word, n) => byWords.set(fold(word), n))

/** The number a folded phrase says, or undefined where it says none below 100. */
export const numeral = (key: string): number | undefined => byWords.get(key)

/** A number below 100 in Vietnamese words. */
export const inWords = (n: number): string | undefined => (n < 100 ? spoken(n)[0] : undefined)
