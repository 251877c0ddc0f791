import type { CatalogueFault, FormFault, Locale } from '@motcua/domain'
import { words } from '@motcua/ui/words'
import { deskWords } from '../words/index.ts'

/** A fault of a procedure, said to the person who can mend it. */
export function faultText(fault: CatalogueFault, locale: Locale): string {
  const say = deskWords(locale).catalogueFaults
  switch (fault.code) {
    case 'form':
      return formFaultText(fault.fault, locale)
    case 'case-twice':
      return say.caseTwice(fault.id)
    case 'paper-twice':
      return say.paperTwice(fault.id)
    case 'field-missing':
      return say.fieldMissing(say.fieldNames[fault.field] ?? fault.field)
    case 'name-differs':
      return say.nameDiffers(fault.announced)
    case 'level-too-low':
      return say.levelTooLow(words(locale).levels[fault.least])
    case 'body-unknown':
      return say.bodyUnknown(fault.agencyId)
    case 'body-receives-nothing':
      return say.bodyReceivesNothing(fault.agencyId)
    default:
      return fault satisfies never
  }
}

function formFaultText(fault: FormFault, locale: Locale): string {
  const say = deskWords(locale).catalogueFaults
  switch (fault.code) {
    case 'page-id-twice':
      return say.pageTwice(fault.page)
    case 'field-id-twice':
      return say.fieldTwice(fault.field)
    case 'depends-on-unknown':
      return say.dependsOnUnknown(fault.at, fault.field)
    case 'value-not-a-choice':
      return say.valueNotAChoice(fault.at, fault.value)
    case 'condition-without-value':
      return say.conditionWithoutValue(fault.at)
    case 'choices-missing':
      return say.choicesMissing(fault.field)
    case 'choice-twice':
      return say.choiceTwice(fault.field, fault.value)
    case 'bounds-crossed':
      return say.boundsCrossed(fault.field)
    case 'applicant-not-asked':
      return say.applicantNotAsked
    case 'body-not-asked':
      return say.bodyNotAsked
    default:
      return fault satisfies never
  }
}
