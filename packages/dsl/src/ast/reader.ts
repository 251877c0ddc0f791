import type { Bilingual, Findings } from '../source/diagnostic.ts'
import type { Span } from '../source/span.ts'
import type { Cst, CstPart } from '../syntax/parse.ts'
import type { Lexeme } from '../syntax/lexemes.ts'
import { inWords, numeral } from '../syntax/numerals.ts'
import { type Channel, channels } from '../vocabulary/names.ts'
import type { Cite, Quantity, Share } from './nodes.ts'

/** Where a statement is read: its file and the list its faults go to. */
export interface Room {
  readonly path: string
  readonly findings: Findings
}

/** A part of a statement as the lexeme, the production or the list that the grammar makes of it. */
export const leaf = (part: CstPart | undefined): Lexeme => part as Lexeme
export const node = (part: CstPart | undefined): Cst => part as Cst
export const list = (part: CstPart | undefined): readonly CstPart[] => part as readonly CstPart[]
/** Whether a part is a production. */
export const isNode = (part: CstPart | undefined): part is Cst => part !== undefined && 'k' in part

/** The stretch of a file a part was read from. */
export function spanOf({ path }: Room, part: CstPart): Span {
  if (isLexeme(part)) return { path, from: part.from, to: part.to }
  let from = Infinity
  let to = 0
  const look = (one: CstPart): void => {
    if (isLexeme(one)) {
      from = Math.min(from, one.from)
      to = Math.max(to, one.to)
    } else for (const child of isNode(one) ? one.d : one) look(child)
  }
  look(part)
  return { path, from, to }
}

const isLexeme = (part: CstPart): part is Lexeme => 'type' in part

/** `dd/mm/yyyy` or `yyyy-mm-dd` as `yyyy-mm-dd`; a day that is not on the calendar is a fault. */
export function dateOf(room: Room, part: CstPart | undefined): string {
  const { text } = leaf(part)
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})/.exec(text) ?? []
  const [, d2, m2, y2] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  const [year, month, date] = [y ?? y2!, (m ?? m2!).padStart(2, '0'), (d ?? d2!).padStart(2, '0')]
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  if (Number(month) < 1 || Number(month) > 12 || Number(date) < 1 || Number(date) > days) {
    room.findings.add('E0121', spanOf(room, leaf(part)), {
      vi: `«${text}» không phải là một ngày có thật`,
      en: `\`${text}\` is not a day of the calendar`,
    })
    return '2000-01-01'
  }
  return `${year}-${month}-${date}`
}

/** `HH:MM[:SS]` as `HH:MM`. */
export function timeOf(room: Room, part: CstPart | undefined): string {
  const { text } = leaf(part)
  const [hours, minutes] = text.split(':')
  const seconds = Number(hours) * 3_600 + Number(minutes) * 60
  if (Number(minutes) > 59 || seconds > 86_400) {
    room.findings.add('E0121', spanOf(room, leaf(part)), {
      vi: `«${text}» không phải là giờ trong ngày`,
      en: `\`${text}\` is not a time of day`,
    })
    return '00:00'
  }
  return `${hours!.padStart(2, '0')}:${minutes}`
}

/** An instant of the language, in Vietnam's time; a cut-off that is read strictly needs its seconds (AMB-05b). */
export function momentOf(room: Room, cst: Cst): string {
  const [first, second] = cst.d
  const day = dateOf(room, second ?? first)
  const time = second ? leaf(first) : { ...leaf(first), text: leaf(first).text.slice(11) }
  const seconds = /:\d{2}:([0-5]\d)$/.exec(time.text)?.[1] ?? '00'
  return `${day}T${timeOf(room, time)}:${seconds}+07:00`
}

/** A number with its unit; a bare unit is left to the checks. */
export function quantityOf(room: Room, cst: Cst): Quantity {
  const unit = leaf(cst.d.at(-1)).value as Quantity['unit']
  return { k: 'quantity', n: numberOf(room, cst.d), unit, span: spanOf(room, cst) }
}

/** The number that opens the parts, checked against the words in brackets after it: `07 (bảy)`. */
export function numberOf(room: Room, parts: readonly CstPart[]): number {
  const n = Number(leaf(parts[0]).text)
  const words = leaf(parts[1])
  if (words?.type === 'NUMWORD') {
    const said = numeral(words.value)
    if (said !== n) {
      const right = inWords(n)
      room.findings.add(
        'E0120',
        spanOf(room, words),
        {
          vi: `số ${n} không khớp với chữ ${words.text}`,
          en: `the number ${n} is not what the words ${words.text} say`,
        },
        right === undefined
          ? {}
          : {
              fixes: [
                {
                  label: { vi: `viết (${right})`, en: `write (${right})` },
                  span: spanOf(room, words),
                  text: `(${right})`,
                },
              ],
            },
      )
    }
  }
  return n
}

/** A fraction of the whole time with its rounding, which the checks ask for. */
export function shareOf(room: Room, cst: Cst): Share {
  const [part, of] = leaf(cst.d[0]).text.split('/').map(Number)
  const rounding = cst.d.find((one) => leaf(one).type === 'ROUNDING')
  return {
    k: 'share',
    part: part!,
    of: of!,
    ...(rounding ? { rounding: leaf(rounding).value as 'down' | 'up' } : {}),
    subDay: cst.d.some((one) => leaf(one).type === 'SUB_DAY'),
    span: spanOf(room, cst),
  }
}

/** Words of a closed list; one that is of another list is a fault that names the list. */
export function channelsOf(room: Room, parts: readonly CstPart[]): Channel[] {
  return parts.flatMap((part) => {
    const found = channels.find((one) => one === leaf(part).value)
    if (!found) notOfList(room, part, { vi: 'kênh', en: 'a channel' })
    return found ? [found] : []
  })
}

/** Reports a word that is not of the list it stands in. */
export function notOfList(room: Room, part: CstPart, what: Bilingual): void {
  const { text } = leaf(part)
  room.findings.add('E0303', spanOf(room, part), {
    vi: `«${text}» không phải là ${what.vi}`,
    en: `\`${text}\` is not ${what.en}`,
  })
}

const pointLetters = 'abcdđeghiklmnopqrstuvxy'

/** A place of the law: article, clause and point, in words or as `9.2.a`. */
export function citeOf(room: Room, cst: Cst): Cite {
  const span = spanOf(room, cst)
  const at = (i: number) => leaf(cst.d[i]).value.replace(/^0+(?=\d)/, '')
  switch (cst.k) {
    case 'point':
      return { point: pointOf(room, cst.d[1]!), clause: at(3), article: at(5), span }
    case 'clause':
      return { clause: at(1), article: at(3), span }
    case 'pointOfArticle':
      return { point: pointOf(room, cst.d[1]!), article: at(3), span }
    case 'article':
      return { article: at(1), span }
    default: {
      const [article, clause, point] = leaf(cst.d[0]).value.split('.')
      if (!/^\d+$/.test(clause!)) return { article: article!, point: clause!, span }
      return { article: article!, clause: clause!, ...(point === undefined ? {} : { point }), span }
    }
  }
}

function pointOf(room: Room, part: CstPart): string {
  const letter = leaf(part).value
  if (!pointLetters.includes(letter)) {
    room.findings.add('W0130', spanOf(room, part), {
      vi: `điểm «${letter}» không có trong bảng chữ cái tiếng Việt dùng để đánh điểm`,
      en: `point \`${letter}\` is not a letter that Vietnamese points are numbered with`,
    })
  }
  return letter
}
