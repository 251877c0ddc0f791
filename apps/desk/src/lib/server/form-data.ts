/** The text of a posted field, trimmed; empty where it was not sent. */
export function text(posted: FormData, name: string): string {
  const value = posted.get(name)
  return typeof value === 'string' ? value.trim().normalize('NFC') : ''
}

/** Every value of a posted field that may be ticked several times. */
export function ticked(posted: FormData, name: string): string[] {
  return posted.getAll(name).filter((value) => typeof value === 'string')
}

/** The files chosen for a field; a browser sends an empty one where none was chosen. */
export function files(posted: FormData, name: string): File[] {
  return posted.getAll(name).filter((value) => value instanceof File && value.size > 0) as File[]
}
