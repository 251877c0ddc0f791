import { dateOfDay } from '@motcua/calendar'
import type { CompiledWindow, LegalBasis } from '../compile/compiled.ts'
import type { Bilingual } from '../source/diagnostic.ts'
import { questionOf } from '../vocabulary/questions.ts'
import type { ForceStep } from './force-steps.ts'
import { sayAct, sayBases, sayDate, sayMoment } from './say.ts'
import { type ReasonSentence, basisOf, wrapCites } from './sentence.ts'

/** Why a rule is in force, or is not, in a sentence of each language. */
export function sayForce(step: ForceStep): ReasonSentence {
  switch (step.k) {
    case 'window': {
      const days = sayDays(step.window)
      return cited(step.window.cites, {
        vi: `Quy định này chỉ có hiệu lực ${days.vi}`,
        en: `This rule holds only ${days.en}`,
      })
    }
    case 'ended': {
      const { phrase } = questionOf.get(step.question)!
      const days = sayDays(step.window)
      return cited(step.window.cites, {
        vi: `Quy định của tỉnh về «${phrase.vi}» chỉ có hiệu lực ${days.vi}`,
        en: `The province's rule on “${phrase.en}” holds only ${days.en}`,
      })
    }
    case 'standing':
      return sayStanding(step)
    case 'running': {
      const on = sayDate(dateOfDay(step.day))
      const choice = choices[step.choice]
      return cited(step.cites, {
        vi: `Việc đang giải quyết khi quy định mới có hiệu lực ngày ${on.vi} được thực hiện ${choice.vi}`,
        en: `A matter under way when the new rule took effect on ${on.en} follows ${choice.en}`,
      })
    }
    case 'both': {
      const [old, other] = [sayDue(step.old), sayDue(step.other)]
      const won: Bilingual = step.took === 'old' ? { vi: 'cũ', en: 'old' } : { vi: 'mới', en: 'new' }
      return {
        vi: `Hạn theo quy định cũ: ${old.vi}; theo quy định mới: ${other.vi}; áp dụng quy định ${won.vi}.`,
        en: `By the old rule it is due ${old.en}; by the new rule ${other.en}; the ${won.en} rule is taken.`,
      }
    }
    case 'misprint': {
      const [printed, meant] = [sayBases([step.to]), sayBases([step.readAs])]
      return {
        vi: `Văn bản ghi dẫn chiếu ${printed.vi}; được hiểu là ${meant.vi}.`,
        en: `The text refers to ${printed.en}; it is read as ${meant.en}.`,
        basis: step.readAs,
      }
    }
  }
  step satisfies never
}

function cited(cites: readonly LegalBasis[], said: Bilingual): ReasonSentence {
  const places = wrapCites(cites)
  return { vi: `${said.vi}${places.vi}.`, en: `${said.en}${places.en}.`, ...basisOf(cites) }
}

/** `từ 01/01/2026 đến hết 30/06/2026` / `from 1 January 2026 through 30 June 2026`. */
function sayDays({ from, through }: Pick<CompiledWindow, 'from' | 'through'>): Bilingual {
  const vi = [from && `từ ${sayDate(from).vi}`, through && `đến hết ${sayDate(through).vi}`]
  const en = [from && `from ${sayDate(from).en}`, through && `through ${sayDate(through).en}`]
  return { vi: vi.filter(Boolean).join(' '), en: en.filter(Boolean).join(' ') }
}

function sayStanding({ how, act, by, on }: Extract<ForceStep, { k: 'standing' }>): ReasonSentence {
  const [old, now, day] = [sayAct(act), sayAct(by), sayDate(on)]
  if (how === 'issued') {
    return {
      vi: `${old.vi} được dẫn chiếu như tại ngày ${day.vi}, ngày ban hành quy chế; sửa đổi hoặc thay thế về sau không được tính đến.`,
      en: `${old.en} is referred to as it stood on ${day.en}, when the regulation was issued; later amendment or replacement does not count.`,
    }
  }
  if (how === 'amended') {
    return {
      vi: `${old.vi} được ${now.vi} sửa đổi từ ${day.vi}.`,
      en: `${old.en} is amended by ${now.en} from ${day.en}.`,
    }
  }
  return {
    vi: `${old.vi} đã được thay thế; dẫn chiếu theo ${now.vi} từ ${day.vi}.`,
    en: `${old.en} has been replaced; the reference follows ${now.en} from ${day.en}.`,
  }
}

const choices: Readonly<Record<Extract<ForceStep, { k: 'running' }>['choice'], Bilingual>> = {
  old: { vi: 'theo quy định cũ', en: 'the old rule' },
  new: { vi: 'theo quy định mới', en: 'the new rule' },
  better: { vi: 'theo quy định có lợi hơn cho người dân', en: 'the rule better for the citizen' },
}

function sayDue(due: number | undefined): Bilingual {
  if (due === undefined) return { vi: 'không quy định', en: 'at no set time' }
  const at = sayMoment(due)
  return { vi: at.vi, en: `at ${at.en}` }
}
