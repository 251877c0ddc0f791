import AxeBuilder from '@axe-core/playwright'
import { type Page, expect } from '@playwright/test'
import { hydrated } from './test.ts'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const desktop = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }

/**
 * Opens a page and holds it to what everybody needs, with everything that can be unfolded unfolded: no rule of
 * WCAG 2.2 A and AA that a machine can check is broken, on a desktop by day and on a phone by night, and nothing is
 * lost when text is twice as large.
 */
export async function isForEveryone(page: Page, address: string, how: Manner = {}): Promise<void> {
  await page.setViewportSize(desktop)
  await page.goto(address)
  await hydrated(page)
  await isForEveryoneHere(page, how)
}

interface Manner {
  /** A page held to all of it in the first language already: its other words are held to the rules on a phone only. */
  readonly translated?: boolean
}

/** The same of the page as it stands. */
export async function isForEveryoneHere(page: Page, { translated = false }: Manner = {}): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  if (!translated) await breaksNoRule(page)
  await doublesItsText(page)
  await page.setViewportSize(phone)
  await page.emulateMedia({ colorScheme: 'dark' })
  await painted(page)
  await breaksNoRule(page)
  await fitsItsWidth(page)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(desktop)
}

/** Waits until the page is drawn as it is now. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

async function breaksNoRule(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(wcag)
    .options({ resultTypes: ['violations'] })
    // Runs in the page itself: no frame of ours comes from elsewhere.
    .setLegacyMode()
    .analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  )
  expect.soft(found, `${page.url()} breaks`).toEqual([])
}

/** At 200 % nothing runs off the page and no words are cut off. */
async function doublesItsText(page: Page): Promise<void> {
  const cut = await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
    const words = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (element) => element.clientWidth > 1 && element.innerText?.trim(),
    )
    return words
      .filter((element) => ['hidden', 'clip'].includes(getComputedStyle(element).overflowX))
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map(({ outerHTML }) => outerHTML.slice(0, 200))
  })
  expect.soft(cut, `${page.url()} cuts off at 200 %`).toEqual([])
  await fitsItsWidth(page)
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
}

/** The page does not scroll sideways. */
async function fitsItsWidth(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const wide = [...document.querySelectorAll('main *')].find(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    )
    return scrollWidth > clientWidth
      ? `${scrollWidth - clientWidth} px: ${wide?.outerHTML.slice(0, 160)}`
      : ''
  })
  expect.soft(beyond, `${page.url()} is wider than its window by`).toBe('')
}
