import AxeBuilder from '@axe-core/playwright'
import { type Page, expect } from '@playwright/test'

/** No rule of WCAG 2.2 level A and AA that a machine can check is broken on the page, and nothing runs off its side. */
export async function isAccessible(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  expect(found, page.url()).toEqual([])
  await fitsItsWidth(page)
}

/** The page does not scroll sideways. */
export async function fitsItsWidth(page: Page): Promise<void> {
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(beyond, `${page.url()} is wider than its window by`).toBe(0)
}
