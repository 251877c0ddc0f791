const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
const scales = ['', ' nghìn', ' triệu', ' tỷ']

/** An amount as a receipt writes it out: `Một trăm hai mươi nghìn đồng`. Whole đồng below a thousand billion. */
export function dongInWords(amount: number): string {
  if (!Number.isInteger(amount) || amount < 0 || amount >= 1e12) throw new RangeError(`no amount: ${amount}`)
  const words = amount === 0 ? 'không' : groups(amount)
  return `${words[0]!.toUpperCase()}${words.slice(1)} đồng`
}

function groups(amount: number): string {
  const parts: string[] = []
  for (let rest = amount, scale = 0; rest > 0; rest = Math.floor(rest / 1000), scale++) {
    const three = rest % 1000
    const first = rest < 1000
    if (three > 0) parts.unshift(`${threeDigits(three, first)}${scales[scale]}`)
  }
  return parts.join(' ')
}

/** `first`: nothing stands before it, so that its missing hundreds are not said. */
function threeDigits(n: number, first: boolean): string {
  const [hundreds, tens, units] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10]
  const words: string[] = []
  if (hundreds > 0 || !first) words.push(`${digits[hundreds]} trăm`)
  if (tens > 1) words.push(`${digits[tens]} mươi`)
  else if (tens === 1) words.push('mười')
  else if (units > 0 && words.length > 0) words.push('linh')
  if (units > 0) words.push(unit(units, tens))
  return words.join(' ')
}

function unit(units: number, tens: number): string {
  if (units === 1 && tens > 1) return 'mốt'
  if (units === 5 && tens > 0) return 'lăm'
  if (units === 4 && tens > 1) return 'tư'
  return digits[units]!
}
