import { expect, test } from 'vitest'
import { isIn, roomsOf } from './rooms.ts'
import type { StaffSession } from './views.ts'
import { deskWords } from './words/index.ts'

const rooms = (...roles: StaffSession['roles']) => roomsOf({ roles } as StaffSession, deskWords('vi'))
const paths = (of: readonly { href: string }[]) => of.map(({ href }) => href)

test('a head has the day first, and what is seldom needed in a menu', () => {
  const { usual, rare } = rooms('one-stop-head')
  expect(paths(usual)).toEqual(['/today', '/queues/new', '/work', '/search', '/alerts', '/counter'])
  expect(paths(rare)).toEqual(['/hand-overs', '/money', '/register', '/incidents'])
})

test('who has few rooms sees them all at once', () => {
  expect(rooms('accountant').rare).toEqual([])
  expect(paths(rooms('postal-officer').usual)).toEqual(['/post'])
  expect(paths(rooms('key-manager').usual)).toEqual(['/keys'])
  expect(paths(rooms('tenant-admin').usual)).toContain('/agencies')
  expect(paths(rooms('incident-manager').usual)).toEqual(['/incidents'])
})

test('a page lies in one room: the register of dossiers is not a dossier', () => {
  const { usual } = rooms('one-stop-officer')
  const at = (place: string) => paths(usual.filter((room) => isIn(room, place)))
  expect(at('/dossiers/1/accept')).toEqual(['/queues/new'])
  expect(at('/workflows/x')).toEqual([])
  expect(at('/work')).toEqual(['/work'])
})
