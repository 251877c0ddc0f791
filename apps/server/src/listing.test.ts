import { expect, test } from 'vitest'
import { listingPage } from './listing.ts'

test('names are shown as they are and run nothing', () => {
  const page = listingPage(
    [{ name: '<b>Hà Nam & "khác"', url: 'http://ha-nam.localhost:3000' }],
    'http://desk.localhost:3000',
  )
  expect(page).toContain('&#60;b&#62;Hà Nam &#38; &#34;khác&#34;')
  expect(page).toContain('<a href="http://desk.localhost:3000">')
})
