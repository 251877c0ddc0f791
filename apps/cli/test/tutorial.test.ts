import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { root, run } from './run.ts'
import { commandsOf, walkThrough } from './tutorial.ts'

const walks = new Map(['tutorial/vi.md', 'tutorial/en.md'].map((name) => [name, walkThrough(name)]))

describe.each(['tutorial/vi.md', 'tutorial/en.md'])('docs/%s', (name) => {
  test('every command of it prints what the page says', { timeout: 60_000 }, async () => {
    const { page, walked, codes } = await walks.get(name)!
    expect(codes.length).toBeGreaterThan(10)
    if (process.env.UPDATE_GOLDENS === '1') writeFileSync(path.join(root, 'docs', name), walked)
    else expect(page).toBe(walked)
  })
})

test('both tutorials take the same steps', { timeout: 60_000 }, async () => {
  const [vietnamese, english] = await Promise.all(walks.values())
  expect(english!.codes).toEqual(vietnamese!.codes)
})

test.each(commandsOf('command-line.md').map((words) => [words.join(' '), words] as const))(
  'the page of the command line can be followed: %s',
  { timeout: 60_000 },
  async (_, words) => {
    const { code, out, err } = await run(words)
    expect([code, err]).toEqual([0, ''])
    expect(out.length).toBeGreaterThan(0)
  },
)
