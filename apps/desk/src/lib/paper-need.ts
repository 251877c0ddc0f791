import type { Paper } from '@motcua/api/client'
import { words } from '@motcua/ui/words'
import type { Locale } from './locale.ts'
import { deskWords } from './words/index.ts'

/** How many of a paper are asked for, and when: `1 bản chính · bắt buộc`. */
export function paperNeed({ required, presentedOnly, originals, copies }: Paper, locale: Locale): string {
  const shared = words(locale).files
  const say = deskWords(locale).papers
  const duty = presentedOnly ? say.presentedOnly : required ? say.required : say.whenApplicable
  return [originals > 0 && shared.originals(originals), copies > 0 && shared.copies(copies), duty]
    .filter(Boolean)
    .join(' · ')
}
