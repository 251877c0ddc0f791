/**
 * Vietnamese text is typed in more than one way: composed or decomposed, with the tone on one vowel or the other
 * (`khoá`, `khóa`), with Microsoft's half-composed letters. A fold key is the same for all of them and different for
 * words that differ in law: `ngày` and `ngay` stay apart.
 */
export function fold(word: string): string {
  const known = folded.get(word)
  if (known !== undefined) return known
  // A hostile text may be all different words; what is remembered of it is let go again.
  if (folded.size === 4_096) folded.clear()
  const key = foldKey(word)
  folded.set(word, key)
  return key
}

/** Regulations are made of few words, written over and over. */
const folded = new Map<string, string>()

function foldKey(word: string): string {
  let tones = ''
  let rest = ''
  for (const c of word.normalize('NFD').toLowerCase()) {
    if (tone.has(c)) tones += c
    else rest += lookAlike.get(c) ?? c
  }
  return rest.normalize('NFC') + tones
}

/** The word without any mark: for suggestions only, never for acceptance, because a mark can change the law. */
export function unaccented(word: string): string {
  return word.normalize('NFD').toLowerCase().replace(/\p{M}/gu, '').replace(/[đð]/gu, 'd')
}

/** Grave, acute, tilde, hook above, dot below. Circumflex, breve and horn make other letters and stay in place. */
const tone = new Set(['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'])

/** `Ð` (eth, U+00D0) looks like `Đ` and has no other use in Vietnamese; an apostrophe may be typed straight. */
const lookAlike = new Map([
  ['ð', 'đ'],
  ['’', "'"],
])
