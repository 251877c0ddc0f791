import { expect, test } from 'vitest'
import { incidentFaults, readIncidentForm } from './incident-form.ts'

function typed(fields: Record<string, string>) {
  const posted = new FormData()
  for (const [name, value] of Object.entries(fields)) posted.append(name, value)
  return readIncidentForm(posted)
}

test('an outage needs a title, a part and a notice before it is shown once more; its moments may be silent', () => {
  expect(incidentFaults(typed({ form: 'declare' }))).toEqual({
    titleVi: 'required',
    affects: 'required',
    bodyVi: 'required',
  })
  const full = { form: 'declare', titleVi: 'Mất điện', bodyVi: 'Đang khắc phục', affects: 'portal' }
  expect(incidentFaults(typed(full))).toEqual({})
  expect(incidentFaults(typed({ ...full, expectedAt: '2026-02-30T09:00' }))).toEqual({
    expectedAt: 'not-a-date',
  })
})

test('maintenance is announced with both its moments', () => {
  const full = { form: 'maintenance', titleVi: 'Bảo trì', bodyVi: 'Nâng cấp', affects: 'portal' }
  expect(incidentFaults(typed(full))).toEqual({ startsAt: 'required', expectedAt: 'required' })
})

test('a word about an outage that lasts needs its text only', () => {
  expect(incidentFaults(typed({ form: 'close', id: 'x' }))).toEqual({ bodyVi: 'required' })
  expect(incidentFaults(typed({ form: 'update', id: 'x', bodyVi: 'Còn một giờ nữa' }))).toEqual({})
})
