import { withoutMarks } from './wording.ts'

/** What the words in braces stand for; a word without a value has nothing to say. */
export type Fillings = Readonly<Record<string, string | undefined>>

/** Fills a letter. A paragraph in which a word in braces has nothing to say is left out. */
export function fillLetter(template: string, fillings: Fillings): string {
  return template
    .trim()
    .split(/\n\s*\n/)
    .flatMap((paragraph) => fill(paragraph, fillings) ?? [])
    .join('\n\n')
}

/** Fills a line that must be one line, such as the subject of a letter. */
export function fillLine(template: string, fillings: Fillings): string {
  return (fill(template, fillings) ?? withoutHoles(template)).replace(/\s+/g, ' ').trim()
}

const most = 160

/**
 * Fills a text message: without diacritics, so that 160 characters are one message on every network. A sentence in which a
 * word in braces has nothing to say is left out, and so are, from the end, sentences that do not fit.
 */
export function fillText(template: string, fillings: Fillings): string {
  const sentences = template
    .trim()
    .split(/(?<=[.!?])\s+/)
    .flatMap((sentence) => fill(sentence, fillings) ?? [])
    .map((sentence) =>
      withoutMarks(sentence)
        .replace(/[^\x20-\x7e]/g, '')
        .replace(/\s+/g, ' '),
    )
  while (sentences.length > 1 && sentences.join(' ').length > most) sentences.pop()
  return sentences.join(' ').slice(0, most)
}

/** A text with its words filled in; undefined where one of them has nothing to say. */
export function fill(template: string, fillings: Fillings): string | undefined {
  let silent = false
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = fillings[name]
    if (!value) silent = true
    return value ?? ''
  })
  return silent ? undefined : filled
}

function withoutHoles(template: string): string {
  return template.replace(/\{\w+\}/g, '')
}
