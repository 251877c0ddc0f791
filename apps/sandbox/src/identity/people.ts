import { createHash } from 'node:crypto'

/** A body somebody may act for, as the identity system knows it. */
export interface Represented {
  /** Enterprise code, ten digits, or that of a branch, thirteen. */
  readonly code: string
  readonly name: string
  readonly role: 'legal-representative' | 'member'
}

/** A person as an identity system knows them. */
export interface Person {
  readonly citizenId: string
  readonly fullName: string
  /** `YYYY-MM-DD` */
  readonly birthDate?: string
  readonly phone?: string
  readonly email?: string
  /** User name of a civil servant's official account. */
  readonly username?: string
  /** How sure the system is of who this is: 1 by what was typed, 2 after a visit in person with biometrics. */
  readonly level: 1 | 2
  readonly organisations?: readonly Represented[]
}

/** The people of one identity system, in memory: some made-up ones, and whoever was typed in. */
export interface Register {
  list(): readonly Person[]
  /** Knows this person from now on. @returns the name by which the system speaks of them */
  admit(person: Person): string
  find(subject: string): Person | undefined
}

export function openRegister(known: readonly Person[]): Register {
  const people = new Map(known.map((person) => [subjectOf(person), person]))
  return {
    list: () => [...people.values()],
    admit(person) {
      people.set(subjectOf(person), person)
      return subjectOf(person)
    },
    find: (subject) => people.get(subject),
  }
}

/** The same person has the same name here after every start of the box. */
function subjectOf({ citizenId }: Person): string {
  return createHash('sha256').update(`sandbox ${citizenId}`).digest('hex').slice(0, 32)
}

/** Made-up holders of VNeID accounts; the first four hold demonstration accounts of provinces too. */
export const vneidPeople: readonly Person[] = [
  {
    citizenId: '008190000456',
    fullName: 'Ma Thị Xuân',
    birthDate: '1990-02-11',
    phone: '0900000061',
    email: 'xuan@example.vn',
    level: 2,
    organisations: [{ code: '5000123456', name: 'Công ty TNHH Chè Hồng Thái', role: 'legal-representative' }],
  },
  {
    citizenId: '008085000457',
    fullName: 'Hoàng Văn Sơn',
    birthDate: '1985-10-20',
    phone: '0900000062',
    level: 1,
  },
  {
    citizenId: '025088000789',
    fullName: 'Hà Văn Dân',
    birthDate: '1988-09-02',
    phone: '0900000044',
    email: 'dan@example.vn',
    level: 2,
  },
  {
    citizenId: '008192000458',
    fullName: 'Nông Thị Lan',
    birthDate: '1992-06-05',
    phone: '0900000063',
    email: 'lan@example.vn',
    level: 2,
    organisations: [{ code: '5000123456', name: 'Công ty TNHH Chè Hồng Thái', role: 'member' }],
  },
]

/** Made-up civil servants with official accounts. */
export const officials: readonly Person[] = [
  {
    citizenId: '008080000101',
    fullName: 'Nguyễn Thị Hạnh',
    username: 'hanh.nt@tuyenquang.gov.vn',
    email: 'hanh.nt@tuyenquang.gov.vn',
    level: 2,
  },
  {
    citizenId: '025079000102',
    fullName: 'Nguyễn Xuân Sơn',
    username: 'son.nx@phutho.gov.vn',
    email: 'son.nx@phutho.gov.vn',
    level: 2,
  },
]
