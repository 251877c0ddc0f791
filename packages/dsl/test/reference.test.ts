import { expect, test } from 'vitest'
import { questions } from '../src/index.ts'
import { leading } from '../src/vocabulary/keywords.ts'
import { namesPage } from './manual/names.ts'
import { questionsPage } from './manual/questions.ts'
import { settlePage } from './manual/settle-page.ts'
import { statementsPage } from './manual/statements.ts'

const pages = { statements: statementsPage(), questions: questionsPage(), names: namesPage() }

test.each(Object.entries(pages))(
  'docs/reference/%s.md says what the tables of the language say',
  (name, text) => {
    settlePage(`reference/${name}.md`, `${text}\n`, (there, made) => expect(there).toBe(made))
  },
)

test('every leading phrase opens a statement of the reference, in both languages', () => {
  for (const { vi, en } of leading) {
    for (const text of [vi[0]!, en[0]!]) {
      const opens = pages.statements
        .split('\n')
        .some(
          (line) =>
            (line.startsWith('|') && line.includes(`\`${text}`)) ||
            line.includes(`| ${text}`) ||
            line.includes(`${text} \\|`),
        )
      expect(opens, text).toBe(true)
    }
  }
})

test('every question stands in the reference with its key and both phrases', () => {
  const rows = pages.questions.split('\n').filter((line) => line.startsWith('| '))
  for (const { key, phrase } of questions) {
    expect(
      rows.filter((line) => line.startsWith(`| ${phrase.vi} | ${phrase.en} | \`${key}\` |`)),
    ).toHaveLength(1)
  }
})
