/** A moment as it is listed: `09:00 02/03/2026`. */
export const formatDateTime = (at: string): string =>
  `${at.slice(11, 16)} ${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)}`
