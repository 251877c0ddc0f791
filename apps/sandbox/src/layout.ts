import { html } from 'hono/html'
import { boxChannels } from './box.ts'
import type { Words } from './words.ts'

export type Html = ReturnType<typeof html>

/** What the box plays, in the order of its menu; each has a page of the same name and a word in both languages. */
export const sections = [...boxChannels, 'national-portal', 'vnpay', 'vneid', 'official-account'] as const
export type Section = (typeof sections)[number]

/** A page of the sandbox: its name, the way to the other rooms of the box, and the same page in the other language. */
export function layout(w: Words, here: Section | undefined, body: Html): Html {
  const other = w.language === 'vi' ? 'en' : 'vi'
  return html`<!doctype html>
    <html lang="${w.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${here ? `${w[here]} – ` : ''}${w.title}</title>
        <link rel="stylesheet" href="/style.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <a class="skip" href="#main">${w.skip}</a>
        <header>
          <h1>${w.title}</h1>
          <a href="/${here ?? 'email'}?lang=${other}" lang="${other}" hreflang="${other}">${w.other}</a>
          <nav aria-label="${w.channels}">
            ${sections.map(
              (section) =>
                html`<a
                  href="/${section}?lang=${w.language}"
                  ${section === here ? html`aria-current="page"` : ''}
                  >${w[section]}</a
                >`,
            )}
          </nav>
        </header>
        <main id="main">${body}</main>
      </body>
    </html>`
}

const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** A moment as people here read it. */
export function time(at: Date): Html {
  return html`<time datetime="${at.toISOString()}">${clock.format(at)}</time>`
}
