import { type Locator, type Page, expect } from '@playwright/test'
import { hydrated } from './test.ts'

/** Moves the focus to something with Tab and nothing else; the mark of the focus must be seen there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await hydrated(page)
  await expect(target).toBeVisible()
  const isFocused = () => target.evaluate((element) => element === document.activeElement)
  for (let presses = 0; !(await isFocused()); presses++) {
    expect(presses, `Tab presses to reach ${target}`).toBeLessThan(60)
    await page.keyboard.press('Tab')
  }
  const outline = await target.evaluate((element) => getComputedStyle(element).outlineStyle)
  expect(outline, `${target} shows that it has the focus`).not.toBe('none')
}

/** Activates a link or button with Enter; it leads to another page. */
export async function follow(page: Page, target: Locator): Promise<void> {
  const before = page.url()
  await tabTo(page, target)
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(before)
}

/** Types into the box with this label, or chooses what begins so from its list. */
export async function typeInto(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }))
  await page.keyboard.type(text)
}
