import { maxFileBytes, type FileType } from './attachment.ts'
import { indexOf, startsWith } from './bytes.ts'
import { endsAsArchive, whatIsWrongInside } from './inside-file.ts'

/**
 * What is wrong with an uploaded file. `damaged`: it breaks off or cannot be read; `disguised`: it is two kinds of
 * file at once; `picture-too-large`: few bytes that unfold into more points than a machine can show. The wording
 * belongs to the window that shows it.
 */
export type FileFault =
  'empty' | 'too-large' | 'not-allowed-type' | 'damaged' | 'disguised' | 'picture-too-large'

/** Longest file name kept, in characters. */
const longestName = 120

/** Type of a file by its first bytes, or undefined when it is none that is taken. */
export function sniffFileType(bytes: Uint8Array): FileType | undefined {
  // A PDF may have a few bytes before its header; readers accept it within the first 1,024.
  if (indexOf(bytes.subarray(0, 1024), '%PDF-') >= 0) return 'application/pdf'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png'
  return undefined
}

/**
 * Checks an uploaded file: not empty, at most 20 MB, a whole PDF, JPEG or PNG by its bytes, whatever its name says,
 * and nothing else besides. Archives, office documents and XML are not taken, so nothing is ever unpacked.
 */
export function checkFile(file: {
  readonly bytes: Uint8Array
  readonly size: number
  readonly name: string
}):
  | { readonly ok: true; readonly type: FileType; readonly name: string }
  | { readonly ok: false; readonly fault: FileFault } {
  if (file.size === 0) return { ok: false, fault: 'empty' }
  if (file.size > maxFileBytes) return { ok: false, fault: 'too-large' }
  const type = sniffFileType(file.bytes)
  if (!type) return { ok: false, fault: 'not-allowed-type' }
  if (endsAsArchive(file.bytes)) return { ok: false, fault: 'disguised' }
  const fault = whatIsWrongInside(file.bytes, type)
  return fault ? { ok: false, fault } : { ok: true, type, name: safeName(file.name, type) }
}

const extensions = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
} as const

/** The file's own name without folders, control characters and false extension. */
export function safeName(name: string, type: FileType): string {
  const base = name
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{C}<>:"|?*]/gu, '')
    .trim()
  const [stem, extension] = split(base)
  const kept: readonly string[] = extensions[type]
  const right = kept.includes(extension.toLowerCase()) ? extension : kept[0]!
  const text = kept.includes(extension.toLowerCase()) ? stem : base
  return `${[...(text.replace(/^\.+/, '') || 'file')].slice(0, longestName).join('')}.${right}`
}

function split(name: string): [string, string] {
  const dot = name.lastIndexOf('.')
  return dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot + 1)]
}
