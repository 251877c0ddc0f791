import type { Answers, Form, Locale } from '@motcua/domain'
import { answerRows } from '@motcua/ui/answers'

/** Every question of a form with its answer, page by page. */
export function answeredPages(
  form: Form,
  answers: Answers,
  agencies: Parameters<typeof answerRows>[3],
  locale: Locale,
) {
  return form.pages.map((page) => ({
    id: page.id,
    title: page.title[locale],
    rows: answerRows(page, answers, locale, agencies),
  }))
}
