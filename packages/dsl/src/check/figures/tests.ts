import { type Test, atomsOf } from '../../ast/tests.ts'
import type { Bilingual, Findings, Language } from '../../source/diagnostic.ts'
import { wordsFor } from '../../syntax/phrase-table.ts'
import { type Measure, type PointInTime, numbers, pointsInTime } from '../../vocabulary/figures.ts'
import type { QuestionInfo } from '../../vocabulary/questions.ts'

/** A test speaks only of what its question is told, compares like with like, and says which due date it means. */
export function checkTest(language: Language, test: Test, question: QuestionInfo, findings: Findings): void {
  const knows = (name: string) => question.facts.some((fact) => fact.name === name)
  for (const one of atomsOf(test)) {
    switch (one.k) {
      case 'settled':
        if (!knows('resultAt')) unknown(one, question, findings)
        break
      case 'points': {
        const [left, right] = [pointsInTime[one.left]!, pointsInTime[one.right]!]
        if (![left, right].every(({ of }) => knows(factOf[of]))) unknown(one, question, findings)
        else if (left.grain !== right.grain || left.of === right.of) unlike(one, findings)
        else if (one.left === 'due-at' || one.right === 'due-at') checkDue(language, one, question, findings)
        break
      }
      case 'number':
        if (!knows(one.fact)) unknown(one, question, findings)
        else if (one.than.measure !== numbers[one.fact]) wrongMeasure(one, numbers[one.fact], findings)
        break
      case 'flag':
      case 'in':
        if (!knows(one.dim)) unknown(one, question, findings)
        break
      default:
        one satisfies never
    }
  }
}

const factOf: Readonly<Record<PointInTime['of'], string>> = {
  result: 'resultAt',
  due: 'dueAt',
  'original-due': 'originalDueAt',
  report: 'reportAt',
}

function unknown({ span }: Test, question: QuestionInfo, findings: Findings): void {
  findings.add('E0304', span, {
    vi: `câu hỏi «${question.phrase.vi}» không được cho biết điều này`,
    en: `\`${question.phrase.en}\` is not told this`,
  })
}

function unlike({ span }: Test, findings: Findings): void {
  findings.add('E0904', span, {
    vi: 'chỉ so sánh được ngày với ngày, thời điểm với thời điểm, và hai mốc khác nhau',
    en: 'a day is compared with a day and a moment with a moment, and the two are different points in time',
  })
}

/** Where a dossier may have been re-appointed, its due day is the original or the current one (AMB-14). */
function checkDue(
  language: Language,
  { left, op, right, span }: Extract<Test, { k: 'points' }>,
  question: QuestionInfo,
  findings: Findings,
): void {
  if (!question.facts.some(({ name }) => name === 'originalDueAt')) return
  const names = ['original-due', 'current-due'].map((name) => ({
    name,
    vi: say(name, 'vi'),
    en: say(name, 'en'),
  }))
  findings.add(
    'E0903',
    span,
    {
      vi: '«ngày hẹn trả» chưa nói là ngày hẹn ban đầu hay ngày hẹn sau khi hẹn lại',
      en: '`due day` does not say whether the first due day or the one after a re-appointment is meant',
    },
    {
      help: {
        vi: `viết ${names.map(({ vi }) => `«${vi}»`).join(' hoặc ')}`,
        en: `write ${names.map(({ en }) => `\`${en}\``).join(' or ')}`,
      },
      notes: [
        {
          vi: 'hẹn trả 10/06, hẹn lại 15/06, có kết quả 12/06: trễ so với ngày hẹn ban đầu, sớm so với ngày hẹn hiện tại',
          en: 'due 10 June, re-appointed to 15 June, result on 12 June: late by the original day, early by the current one',
        },
      ],
      fixes: names.map(({ name, vi, en }) => ({
        label: { vi, en },
        span,
        text: [left, right].map((one) => say(one === 'due-at' ? name : one, language)).join(` ${op} `),
      })),
    },
  )
}

const say = (name: string, lang: Language): string => wordsFor('NAME', name, lang)

const measureWords: Readonly<Record<Measure, Bilingual>> = {
  count: { vi: 'viết số không kèm đơn vị', en: 'write the number without a unit' },
  percent: { vi: 'viết thêm «phần trăm»', en: 'add `percent`' },
  points: { vi: 'viết thêm «điểm»', en: 'add `points`' },
}

function wrongMeasure({ span }: Test, wanted: Measure, findings: Findings): void {
  findings.add(
    'E0904',
    span,
    {
      vi: 'số này không cùng đơn vị với điều được so sánh',
      en: 'the number is not in the unit of what is compared',
    },
    { help: measureWords[wanted] },
  )
}
