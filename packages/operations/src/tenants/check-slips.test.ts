import { instant } from '@motcua/calendar'
import type { SlipTemplate } from '@motcua/domain'
import { describe, expect, test } from 'vitest'
import { getSlip } from '../slips/read-slips.ts'
import { openOffices, readProvince, takeIn } from '../testing.ts'
import { checkSlips } from './check-slips.ts'

const now = instant('2026-03-02T09:00:00+07:00')
const folder = await readProvince('ha-nam')
const withTemplates = (change: (templates: SlipTemplate[]) => SlipTemplate[]) => ({
  ...folder,
  slips: { ...folder.slips, templates: change(folder.slips.templates) },
})

describe('slips of a province that is applied', () => {
  test('can all be written today', () => {
    expect(checkSlips(folder, now)).toEqual([])
  })

  test('are missed where one has no template, or none in use yet', () => {
    const none = withTemplates((templates) => templates.filter(({ slip }) => slip !== 'apology'))
    expect(checkSlips(none, now).map(({ en }) => en)).toEqual([
      'the slip `apology` has no template in use today',
    ])
    expect(checkSlips(folder, instant('2018-12-31T09:00:00+07:00'))).toHaveLength(8)
  })

  test('name no word, table or column that nobody can fill in', () => {
    const wrong = withTemplates((templates) =>
      templates.map((template) =>
        template.slip === 'refusal'
          ? {
              ...template,
              body: [
                { text: 'Kính gửi {ong}' },
                { table: 'giay', columns: [['TT', 'no', 1]], none: '' },
                { table: 'items', columns: [['Giá', 'price', 1]], none: '' },
              ],
            }
          : template,
      ),
    )
    expect(checkSlips(wrong, now).map(({ en }) => en)).toEqual(
      ['{ong}', 'giay', 'no', 'price'].map(
        (name) => `the slip \`refusal\`: there is nothing named \`${name}\``,
      ),
    )
  })
})

test('a province rewrites one slip in its own words, and what its law asks is said all the same', async () => {
  const { open } = await openOffices()
  const office = await open('phu-tho', { at: '2021-03-01T09:00:00+07:00' })
  await office.reapply((own) => ({
    ...own,
    slips: {
      section: 'Trung tâm Phục vụ hành chính công',
      templates: own.slips.templates.map((template) =>
        template.slip === 'receipt'
          ? { ...template, title: 'Giấy hẹn', body: [{ text: 'Hẹn ông/bà {applicant}: {promisedAt}.' }] }
          : template,
      ),
    },
  }))
  const { agencyId, dossierId } = await takeIn(office, '1.004222')
  const slip = await getSlip(await office.staff(agencyId), {
    dossierId,
    slip: 'receipt',
  })
  expect(slip).toMatchObject({ title: 'Giấy hẹn', head: { section: 'Trung tâm Phục vụ hành chính công' } })
  expect(slip.blocks).toEqual([{ is: 'text', text: expect.stringMatching(/^Hẹn ông\/bà Hoàng Văn Páo: 1/) }])
})
