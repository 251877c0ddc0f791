/** The archive cannot be opened: one sentence, in both languages, for the person who starts the program. */
export class CannotStart extends Error {
  readonly vi: string
  constructor(said: { vi: string; en: string }, options?: ErrorOptions) {
    super(said.en, options)
    this.vi = said.vi
  }
}

/** What a failed write or start means for the person who can mend it. */
export function diskFault(cause: unknown, place: string): CannotStart {
  if (cause instanceof CannotStart) return cause
  const code = (cause as NodeJS.ErrnoException).code ?? ''
  const text = cause instanceof Error ? cause.message : String(cause)
  if (code === 'ENOSPC' || code === 'EDQUOT' || /No space left on device|Disk quota exceeded/i.test(text)) {
    return new CannotStart(
      {
        vi: `ổ đĩa chứa ${place} đã đầy; hãy giải phóng ít nhất 200 MB hoặc đặt DATA_DIR ở nơi khác`,
        en: `the disk that holds ${place} is full; free at least 200 MB or set DATA_DIR elsewhere`,
      },
      { cause },
    )
  }
  if (['EACCES', 'EPERM', 'EROFS'].includes(code) || /Permission denied|Read-only file system/i.test(text)) {
    return new CannotStart(
      {
        vi: `người dùng này không ghi được vào thư mục ${place}; hãy đặt DATA_DIR vào thư mục ghi được`,
        en: `the folder ${place} is not writable for this user; set DATA_DIR to one that is`,
      },
      {
        cause,
      },
    )
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new CannotStart(
      {
        vi: `${place} không phải là thư mục; hãy đặt DATA_DIR là một thư mục`,
        en: `${place} is not a folder; set DATA_DIR to one`,
      },
      { cause },
    )
  }
  return new CannotStart(
    {
      vi: `PostgreSQL nhúng ở ${place} không khởi động được: ${text}`,
      en: `the embedded PostgreSQL in ${place} did not start: ${text}`,
    },
    { cause },
  )
}
