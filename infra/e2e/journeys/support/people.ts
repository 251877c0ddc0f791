import { randomInt } from 'node:crypto'

/** A made-up person, in the words of the registration page. */
export interface Citizen {
  readonly fullName: string
  /** Number of the identity card, twelve digits. */
  readonly citizenId: string
  readonly email: string
  /** Ten digits. */
  readonly phone: string
  readonly address: string
  readonly password: string
}

/** Somebody nobody met before: no number and no address of theirs is anybody else's. */
export function newCitizen(fullName = 'Nguyễn Thị Đan'): Citizen {
  const digits = String(randomInt(1e8)).padStart(8, '0')
  return {
    fullName,
    citizenId: `0801${digits}`,
    email: `dan.${digits}@example.vn`,
    phone: `09${digits}`,
    address: 'Số 12 đường Hùng Vương, phường 2, thành phố Tân An, tỉnh Long An',
    password: 'bốn từ dễ nhớ hơn',
  }
}
