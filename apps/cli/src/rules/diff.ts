import {
  type Change,
  type Compared,
  type Difference,
  bindCalendar,
  daysToCompare,
  diff,
  hoursOf,
  questions,
} from '@motcua/dsl'
import { type Call, type Command, type Lang, WrongUsage } from '../command.ts'
import { dayOf } from './day.ts'
import { type Draft, draftOf } from './draft.ts'

/** Says what changes in meaning from one regulation to another, each change with facts that show it. */
export const command: Command = {
  usage: 'A B [--at DATE] [--only QUESTION]',
  options: { at: { type: 'string' }, only: { type: 'string' } },
  operands: [2, 2],

  async run(call) {
    const [first, second] = call.operands.map((operand) => draftOf(operand, call.io.cwd)) as [Draft, Draft]
    const days = call.options.at === undefined ? daysToCompare(first, second) : both(dayOf(call.options.at))
    const hours = hoursOf(second.program, second.path)
    const [before, after] = [first, second].map(({ program, files }, i) => ({
      law: bindCalendar(program, hours),
      files,
      asOf: days[i]!,
    })) as [Parameters<typeof diff>[0], Parameters<typeof diff>[1]]
    const found = only(diff(before, after), call.options.only)
    await call.io.out(call.json ? `${JSON.stringify(found)}\n` : told(found, call))
    return 0
  },
}

/** The changes of one question, or of all whose keys begin with the word. */
function only(found: Difference, key: string | boolean | undefined): Difference {
  if (typeof key !== 'string') return found
  const asked = (question: string) => question === key || question.startsWith(`${key}.`)
  if (!questions.some((one) => asked(one.key))) {
    throw new WrongUsage({
      vi: `không có câu hỏi nào tên \`${key}\`; xem \`rules questions\``,
      en: `no question is called \`${key}\`; see \`rules questions\``,
    })
  }
  return {
    ...found,
    changes: found.changes.filter(({ question }) => asked(question)),
    unchanged: found.unchanged.filter(asked),
  }
}

const both = <T>(one: T): readonly [T, T] => [one, one]

/** The changes of content first, dates and numbers before words; then what is only found elsewhere. */
function told({ before, after, changes, unchanged }: Difference, { lang }: Call): string {
  const weight = (one: Change) =>
    (ofContent(one) ? 0 : 100) + (order.indexOf(one.kind) + 1 || order.length + 1)
  const inOrder = changes.toSorted((a, b) => weight(a) - weight(b))
  const items = inOrder.map(({ sentences }, i) => {
    const [head, ...rest] = sentences.map((one) => one[lang])
    return [`${i + 1}. ${head}`, ...rest.map((line) => `   ${line}`)].join('\n')
  })
  const content = changes.filter(ofContent).length
  const figures = summary(content, changes.length - content, unchanged.length)[lang]
  return `${[`${named(before, lang)} → ${named(after, lang)}\n${figures}`, ...items].join('\n\n')}\n`
}

/** Kinds of questions as a reader looks for them; the others follow. */
const order: readonly string[] = [
  'deadline',
  'day',
  'amount',
  'count',
  'ratio',
  'score',
  'set',
  'list',
  'notification',
]

const ofContent = ({ way }: Change): boolean => !['binding', 'source', 'place'].includes(way)

function named({ number, asOf }: Compared, lang: Lang): string {
  const at = lang === 'vi' ? asOf.split('-').toReversed().join('/') : asOf
  const [none, on] = lang === 'vi' ? ['không có quy chế', 'xét ngày'] : ['no regulation', 'as of']
  return `${number ?? none} (${on} ${at})`
}

function summary(content: number, place: number, unchanged: number) {
  const s = (n: number) => (n === 1 ? '' : 's')
  return {
    vi: `${content} điểm khác nội dung, ${place} điểm chỉ khác nơi quy định; ${unchanged} câu hỏi không có gì khác`,
    en: `${content} change${s(content)} of content, ${place} of where it stands; ${unchanged} question${s(unchanged)} without any`,
  }
}
