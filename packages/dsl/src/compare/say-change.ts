import { sayName } from '../evaluate/explain-words.ts'
import { sayAnswer } from '../evaluate/say-answer.ts'
import { sayFacts } from '../evaluate/say-facts.ts'
import { both, capital, sayBases, sayBasis, sayList } from '../evaluate/say.ts'
import type { Bilingual } from '../source/diagnostic.ts'
import type { Change, Compared, Stand, Witness } from './diff.ts'

type Told = Omit<Change, 'sentences'>

/** A change in sentences: which way it goes, what each of the two laws says, and the facts that show it. */
export function sayChange(change: Told, before: Compared, after: Compared): Bilingual[] {
  const [a, b] = [nameOf(before), nameOf(after)]
  const stands =
    change.way === 'place' ? [placeOnly(change)] : [said(a, change.before), said(b, change.after)]
  return [
    headline(change, a, b),
    ...stands,
    ...sayMembers(change),
    ...change.witnesses.flatMap((witness) => sayWitness(change, witness, a, b)),
    ...(change.shares ? [sayShares(change.shares, b)] : []),
  ]
}

/** What a law is called: its number, or that there is none. */
const nameOf = ({ number }: Compared): Bilingual =>
  number === null ? { vi: 'tỉnh', en: 'the province' } : { vi: number, en: number }

function headline(change: Told, a: Bilingual, b: Bilingual): Bilingual {
  const { phrase, when } = change
  const way = wayWords(change, a, b)
  return both((lang) => {
    const where = when[lang] === '' ? '' : ` (${when[lang]})`
    return `${capital(phrase[lang])}${where}: ${way[lang]}.`
  })
}

function wayWords({ way, before, after }: Told, a: Bilingual, b: Bilingual): Bilingual {
  switch (way) {
    case 'gained':
      return onlyOne(b, before)
    case 'lost':
      return onlyOne(a, after)
    case 'earlier':
      return { vi: `hạn của ${b.vi} sớm hơn`, en: `${b.en} is earlier` }
    case 'later':
      return { vi: `hạn của ${b.vi} muộn hơn`, en: `${b.en} is later` }
    case 'mixed':
      return {
        vi: `hạn của ${b.vi} lúc sớm hơn, lúc muộn hơn`,
        en: `${b.en} is now earlier, now later`,
      }
    case 'fewer':
      return { vi: `${b.vi} cho ít hơn`, en: `${b.en} allows less` }
    case 'more':
      return { vi: `${b.vi} cho nhiều hơn`, en: `${b.en} allows more` }
    case 'widened':
      return { vi: `${b.vi} nêu thêm`, en: `${b.en} names more` }
    case 'narrowed':
      return { vi: `${b.vi} nêu ít hơn`, en: `${b.en} names fewer` }
    case 'other':
      return { vi: 'hai văn bản trả lời khác nhau', en: 'the two answer differently' }
    case 'binding':
      return {
        vi: 'nội dung như nhau, khác thời điểm chọn phiên bản',
        en: 'the same content, but another moment chooses the version',
      }
    case 'source':
      return {
        vi: `nội dung như nhau, nay do ${pathWords[after.path].vi} thay vì ${pathWords[before.path].vi}`,
        en: `the same content, by ${pathWords[after.path].en} instead of ${pathWords[before.path].en}`,
      }
    case 'place':
      return { vi: 'nội dung như nhau, chỉ đổi điều luật', en: 'the same content; only the article moves' }
  }
  way satisfies never
}

/** The other may be silent, or have a rule whose value is not certain. */
const onlyOne = ({ vi, en }: Bilingual, other: Stand): Bilingual =>
  other.path === 'silent'
    ? { vi: `chỉ ${vi} có quy định`, en: `only ${en} regulates it` }
    : { vi: `chỉ ${vi} cho câu trả lời`, en: `only ${en} gives an answer` }

const pathWords: Readonly<Record<Stand['path'], Bilingual>> = {
  answered: { vi: 'quy định của chính văn bản', en: 'its own rule' },
  delegated: { vi: 'dẫn chiếu', en: 'a reference' },
  inherited: { vi: 'quy định quốc gia', en: 'the national rule' },
  silent: { vi: 'không quy định', en: 'silence' },
}

function said(name: Bilingual, { path, basis, terms }: Stand): Bilingual {
  if (path === 'silent') return { vi: `${name.vi}: không quy định.`, en: `${name.en}: not regulated.` }
  const at = sayPlaces(basis, name)
  const [vi, en] = {
    answered: ['', ''],
    delegated: ['dẫn chiếu: ', 'by reference: '],
    inherited: [
      'không quy định riêng, theo quy định quốc gia: ',
      'no rule of its own, so the national one: ',
    ],
  }[path]
  return {
    vi: `${name.vi}: ${vi}«${terms!.vi}» (${at.vi}).`,
    en: `${name.en}: ${en}“${terms!.en}” (${at.en}).`,
  }
}

/** Places of the law; those of the act the sentence is about are named without it. */
function sayPlaces(basis: Stand['basis'], act: Bilingual): Bilingual {
  return both((lang) =>
    basis
      .map((one) => {
        const said = sayBasis(one)[lang]
        return one.regulation === act.vi ? said.slice(0, said.lastIndexOf(', ')) : said
      })
      .join('; '),
  )
}

function placeOnly({ before, after }: Told): Bilingual {
  const [from, to] = [sayBases(before.basis), sayBases(after.basis)]
  return { vi: `${from.vi} → ${to.vi}.`, en: `${from.en} → ${to.en}.` }
}

/** What the second set holds that the first does not, and what it lacks. */
function sayMembers({ way, witnesses: [witness] }: Told): Bilingual[] {
  if (!witness || way === 'gained' || way === 'lost') return []
  const { before, after } = witness
  if (!Array.isArray(before) || !Array.isArray(after)) return []
  const without = (all: unknown[], some: unknown[]) => all.filter((one) => !some.includes(one)).map(String)
  const parts = (
    [
      [without(after, before), 'Thêm', 'Added'],
      [without(before, after), 'Bớt', 'Dropped'],
    ] as const
  ).filter(([names]) => names.length > 0)
  const say = (names: readonly string[]) => sayList(names.map(sayName))
  return parts.map(([names, vi, en]) => ({ vi: `${vi}: ${say(names).vi}.`, en: `${en}: ${say(names).en}.` }))
}

/** `Hồ sơ nộp lúc …: theo A là …; theo B là …`; nothing where the facts say no more than the question. */
function sayWitness(
  change: Told,
  { facts, before, after }: Witness,
  a: Bilingual,
  b: Bilingual,
): Bilingual[] {
  const given = sayFacts(change.question, facts)
  if (given.vi === '') return []
  const [first, second] = [before, after].map((answer) => sayAnswer(change.kind, answer)) as [
    Bilingual,
    Bilingual,
  ]
  return [
    {
      vi: `${given.vi}: theo ${a.vi} là ${first.vi}; theo ${b.vi} là ${second.vi}.`,
      en: `${given.en}: ${first.en} by ${a.en}; ${second.en} by ${b.en}.`,
    },
  ]
}

function sayShares({ earlier, later }: NonNullable<Told['shares']>, b: Bilingual): Bilingual {
  const parts = (
    [
      [earlier, 'sớm hơn', 'earlier'],
      [later, 'muộn hơn', 'later'],
    ] as const
  ).filter(([share]) => share > 0)
  return {
    vi: `Tính trên mọi thời điểm trong một năm, ${b.vi} ${parts.map(([share, vi]) => `${vi} ở ${percent(share).replace('.', ',')} %`).join(' và ')}.`,
    en: `Over every moment of a year, ${b.en} is ${parts.map(([share, , en]) => `${en} at ${percent(share)} %`).join(' and ')}.`,
  }
}

/** One decimal, but never nothing of what there is, nor all of what is not all. */
function percent(share: number): string {
  const tenths = Math.round(share * 1_000)
  const kept = share < 1 && tenths === 1_000 ? 999 : share > 0 && tenths === 0 ? 1 : tenths
  return kept % 10 === 0 ? String(kept / 10) : (kept / 10).toFixed(1)
}
