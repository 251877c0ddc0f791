import type { Field } from '@motcua/domain'
import { en } from './words/en.ts'
import { vi } from './words/vi.ts'

const v = vi.account.register
const e = en.account.register

/** Fewest characters of a password; the office refuses shorter ones. */
export const shortestPassword = 8

/** What a person tells to open an account, in the order it is asked. The password is asked apart. */
export const accountFields: readonly Field[] = [
  {
    id: 'fullName',
    kind: 'text',
    label: { vi: v.fullName, en: e.fullName },
    hint: { vi: v.fullNameHint, en: e.fullNameHint },
    optional: false,
    maxLength: 120,
    autocomplete: 'name',
  },
  {
    id: 'citizenId',
    kind: 'citizen-id',
    label: { vi: v.citizenId, en: e.citizenId },
    hint: { vi: v.citizenIdHint, en: e.citizenIdHint },
    optional: false,
  },
  {
    id: 'email',
    kind: 'email',
    label: { vi: v.email, en: e.email },
    hint: { vi: v.emailHint, en: e.emailHint },
    optional: false,
  },
  { id: 'phone', kind: 'phone', label: { vi: v.phone, en: e.phone }, optional: false },
  {
    id: 'birthDate',
    kind: 'date',
    label: { vi: v.birthDate, en: e.birthDate },
    optional: true,
    autocomplete: 'bday',
  },
  {
    id: 'address',
    kind: 'text',
    label: { vi: v.address, en: e.address },
    hint: { vi: v.addressHint, en: e.addressHint },
    optional: true,
    maxLength: 300,
    autocomplete: 'street-address',
  },
]

/** The password as a field, so that its errors are worded like the others. */
export const passwordField: Field = {
  id: 'password',
  kind: 'text',
  label: { vi: v.password, en: e.password },
  optional: false,
}
