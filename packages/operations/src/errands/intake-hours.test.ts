import { describe, expect, test } from 'vitest'
import { getDossier as getAtDesk } from '../dossier/get-dossier.ts'
import { fileDossier, openOffices } from '../testing.ts'
import { accept } from '../intake/accept.ts'

const { open } = await openOffices()
const ward = 'ubnd-phuong-1-tan-an'
/** Đăng ký thường trú: seven working days. */
const residence = '1.004222'

describe('AMB-42: an office that takes dossiers in on Saturday mornings as well', () => {
  const saturdays = async () => {
    const office = await open('long-an', { at: '2026-03-06T16:00:00+07:00' })
    await office.reapply((folder) => ({
      ...folder,
      calendar: {
        ...folder.calendar,
        intake: {
          segments: [
            {
              from: '2026-01-01' as never,
              to: '2026-12-31' as never,
              weekdays: [6],
              sessions: [{ from: '07:30', to: '11:30' }],
            },
          ],
        },
      },
    }))
    return office
  }

  test('has its eight hours of intake run on Saturday, and the time of the work not', async () => {
    const office = await saturdays()
    const { dossierId } = await fileDossier(await office.citizen(), residence, { agencyId: ward })
    const officer = await office.staff(ward)
    // One hour on Friday, four on Saturday, three on Monday.
    const view = await getAtDesk(officer, { id: dossierId })
    expect(view.intakeClock.dueAt).toBe('2026-03-09T10:30:00+07:00')
    expect(view.remainingMinutes).toBe(8 * 60)

    await accept(officer, { dossierId })
    const accepted = await getAtDesk(officer, { id: dossierId })
    expect(accepted.processingClock?.dueAt).toBe('2026-03-17T17:00:00+07:00')
    expect(accepted.remainingMinutes).toBe(60 + 7 * 8 * 60)
  })
})
