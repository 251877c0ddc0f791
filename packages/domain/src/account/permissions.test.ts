import { describe, expect, test } from 'vitest'
import type { Actor, Permission, StaffRole } from './account.ts'
import { isAllowed, permissionsOf } from './permissions.ts'

const visitor: Actor = { kind: 'visitor', address: '203.0.113.7' }
const citizen: Actor = { kind: 'citizen', accountId: 'a', fullName: 'Đào', address: '203.0.113.7' }
const staff = (...roles: StaffRole[]): Actor => ({
  kind: 'staff',
  accountId: 's',
  fullName: 'Bình',
  roles,
  agencyId: 'xa-1',
  address: '203.0.113.7',
})
const system: Actor = { kind: 'system', name: 'worker' }

const deciding: Permission[] = [
  'dossier:accept',
  'dossier:request-completion',
  'dossier:refuse-intake',
  'dossier:record-result',
  'dossier:read',
  'dossier:list',
]

describe('permission', () => {
  test('to look up and to read the catalogue is everybody’s', () => {
    for (const actor of [visitor, citizen, staff('one-stop-officer'), staff('tenant-admin')]) {
      expect(isAllowed(actor, 'catalogue:read')).toBe(true)
      expect(isAllowed(actor, 'dossier:look-up')).toBe(true)
    }
  })

  test('to decide is the one-stop section’s alone', () => {
    for (const permission of deciding) {
      expect(isAllowed(staff('one-stop-officer'), permission)).toBe(true)
      expect(isAllowed(staff('one-stop-head'), permission)).toBe(true)
      for (const actor of [visitor, citizen, staff('tenant-admin'), staff(), system]) {
        expect(isAllowed(actor, permission)).toBe(false)
      }
    }
  })

  test('PT20-2.3: to take in on paper, online and from the post, to pass on and to return is the section’s officer’s', () => {
    const serving: Permission[] = [
      'dossier:enter-at-counter',
      'dossier:accept',
      'postal:sign',
      'dossier:redirect',
      'work:share',
      'result:return',
    ]
    for (const permission of serving) {
      expect(isAllowed(staff('one-stop-officer'), permission)).toBe(true)
      const others = staff('specialist', 'leader', 'accountant', 'postal-officer', 'tenant-admin')
      for (const actor of [visitor, citizen, others]) expect(isAllowed(actor, permission)).toBe(false)
    }
  })

  test('to prepare and see one’s own dossiers is the citizen’s alone', () => {
    for (const permission of ['draft:own', 'dossier:own'] as const) {
      expect(isAllowed(citizen, permission)).toBe(true)
      for (const actor of [visitor, staff('one-stop-officer', 'one-stop-head', 'tenant-admin'), system]) {
        expect(isAllowed(actor, permission)).toBe(false)
      }
    }
  })

  test('of several roles is the sum of them, without doubles', () => {
    const both = permissionsOf(staff('one-stop-officer', 'tenant-admin'))
    expect(both).toContain('tenant:apply')
    expect(both).toContain('dossier:accept')
    expect(new Set(both).size).toBe(both.length)
  })

  test('to send letters is the system’s alone', () => {
    expect(isAllowed(system, 'notice:deliver')).toBe(true)
    expect(isAllowed(staff('one-stop-head', 'tenant-admin'), 'notice:deliver')).toBe(false)
  })
})
