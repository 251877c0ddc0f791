import { randomInt } from 'node:crypto'
import { test as base, type Page } from '@playwright/test'

export { expect } from '@playwright/test'

/** A test whose people come from a network address of their own. */
export const test = base.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern that no other fixture is needed.
  extraHTTPHeaders: async ({}, use) => {
    const part = () => randomInt(1, 255)
    await use({ 'x-forwarded-for': `10.${part()}.${part()}.${part()}` })
  },
})

/** Waits until the scripts of a page have taken it over. */
export async function hydrated(page: Page): Promise<void> {
  await page.locator('html[data-hydrated]').waitFor({ state: 'attached' })
}
