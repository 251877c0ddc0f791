import { Parser } from 'htmlparser2'

/** What of a page can be checked without looking at it. */
export interface PageParts {
  readonly lang: string
  readonly title: string
  /** Text of its highest headings. */
  readonly headings: readonly string[]
  /** All that is read on it. */
  readonly text: string
  /** Where it leads and what it loads, as written. */
  readonly links: readonly string[]
  /** Boxes of its forms that offer choices: name → values in order. */
  readonly choices: ReadonlyMap<string, readonly string[]>
}

const unread = new Set(['script', 'style', 'template', 'svg'])

/** Reads a page of HTML. */
export function readPage(html: string): PageParts {
  const open: string[] = []
  const links: string[] = []
  const headings: string[] = []
  const choices = new Map<string, string[]>()
  let [lang, title, text, select] = ['', '', '', '']

  const offer = (name: string | undefined, value: string | undefined): void => {
    if (!name || !value) return
    choices.set(name, [...(choices.get(name) ?? []), value])
  }
  const parser = new Parser({
    onopentag(name, { href, src, value, type, lang: inLang = '', name: box }) {
      open.push(name)
      text += ' '
      if (name === 'html') lang = inLang
      if (name === 'h1') headings.push('')
      if ((name === 'a' || name === 'link') && href) links.push(href)
      if ((name === 'img' || name === 'script') && src) links.push(src)
      if (name === 'input' && type === 'radio') offer(box, value)
      if (name === 'select') select = box ?? ''
      if (name === 'option') offer(select, value)
    },
    ontext(read) {
      if (open.at(-1) === 'title' && !open.includes('svg')) title += read
      if (open.includes('h1')) headings[headings.length - 1] += read
      if (open.includes('body') && !open.some((name) => unread.has(name))) text += read
    },
    onclosetag() {
      open.pop()
      text += ' '
    },
  })
  parser.end(html)
  return { lang, title: title.trim(), headings: headings.map(squeezed), text: squeezed(text), links, choices }
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Words a page must not show: what a program says where a text is missing. */
const missing = /\b(undefined|NaN)\b|\[object \w+\]|%\w+\.\w+%|\{[a-z][a-zA-Z]*\}/

/** The first place where a page shows a program's words instead of a text; undefined where there is none. */
export function missingText({ title, text, headings }: PageParts): string | undefined {
  if (title === '') return '<title>'
  if (headings.length !== 1 || headings[0] === '') return '<h1>'
  return missing.exec(`${title} ${text}`)?.[0]
}
