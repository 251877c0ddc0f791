/** The archive cannot be opened. The message is one sentence for the person who starts the program. */
export class CannotStart extends Error {}

/** What a failed write or start means for the person who can mend it. */
export function diskFault(cause: unknown, place: string): CannotStart {
  if (cause instanceof CannotStart) return cause
  const code = (cause as NodeJS.ErrnoException).code ?? ''
  const text = cause instanceof Error ? cause.message : String(cause)
  if (code === 'ENOSPC' || code === 'EDQUOT' || /No space left on device|Disk quota exceeded/i.test(text)) {
    return new CannotStart(
      `the disk that holds ${place} is full; free at least 200 MB or set DATA_DIR elsewhere`,
      { cause },
    )
  }
  if (['EACCES', 'EPERM', 'EROFS'].includes(code) || /Permission denied|Read-only file system/i.test(text)) {
    return new CannotStart(`the folder ${place} is not writable for this user; set DATA_DIR to one that is`, {
      cause,
    })
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new CannotStart(`${place} is not a folder; set DATA_DIR to one`, { cause })
  }
  return new CannotStart(`the embedded PostgreSQL in ${place} did not start: ${text}`, { cause })
}
