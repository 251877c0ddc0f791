import { type Answer, ask, questions, sayAnswer } from '@motcua/dsl'
import { type Command, type Lang, WrongUsage } from '../command.ts'
import { answered } from './answered.ts'
import { lawOf } from './law.ts'

/** Answers one question of one province in sentences, every step with the article it rests on. */
export const command: Command = {
  usage: 'TENANT QUESTION --facts JSON',
  options: { facts: { type: 'string' } },
  operands: [2, 2],

  async run({ io, operands, options, lang, json }) {
    const [tenant, question] = operands as [string, string]
    const facts = factsOf(options.facts)
    const bound = await lawOf(tenant, io.cwd)
    const found = answered(() => ask(bound, question, facts))
    if (json) {
      await io.out(`${JSON.stringify(found)}\n`)
      return 0
    }
    const lines = [
      headline(found, lang),
      ...found.because.map((reason) => `  ${reason[lang]}`),
      ...(found.provisional ? [`  ${provisional[lang]}`] : []),
    ]
    await io.out(`${lines.join('\n')}\n`)
    return 0
  },
}

const notRecorded = { vi: 'chưa ghi', en: 'not recorded' }

const provisional = {
  vi: 'Tạm tính: ngày này vượt quá lịch nghỉ đã được công bố.',
  en: 'Provisional: this passes the days off announced so far.',
}

/** `kiểm tra hồ sơ nộp trực tuyến (intake.decision): 17:00 thứ Hai 09/03/2026` */
function headline({ question, answer, note }: Answer, lang: Lang): string {
  const { kind, phrase } = questions.find(({ key }) => key === question)!
  const said = answer === null && note ? notRecorded : sayAnswer(kind, answer)
  return `${phrase[lang]} (${question}): ${said[lang]}`
}

function factsOf(json: string | boolean | undefined): Record<string, unknown> {
  try {
    const facts: unknown = JSON.parse(typeof json === 'string' ? json : '{}')
    if (typeof facts === 'object' && facts !== null && !Array.isArray(facts)) return { ...facts }
  } catch {
    // Said below, together with JSON that is no object.
  }
  throw new WrongUsage({
    vi: '`--facts` là một đối tượng JSON, ví dụ \'{"submittedAt":"2026-03-06T16:00:00+07:00"}\'',
    en: '`--facts` is a JSON object, such as \'{"submittedAt":"2026-03-06T16:00:00+07:00"}\'',
  })
}
