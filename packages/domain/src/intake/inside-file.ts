import type { FileType } from './attachment.ts'
import { indexOf } from './bytes.ts'

/** Most points of a picture. A few bytes may claim any number, and whoever opens it pays for them. */
export const mostPoints = 120_000_000

/** What a look into the file shows that its first bytes did not. */
export function whatIsWrongInside(
  bytes: Uint8Array,
  type: FileType,
): 'damaged' | 'disguised' | 'picture-too-large' | undefined {
  if (type === 'application/pdf') return wrongInPdf(bytes)
  const size = type === 'image/png' ? sizeOfPng(bytes) : sizeOfJpeg(bytes)
  if (!size) return 'damaged'
  return size.width * size.height > mostPoints ? 'picture-too-large' : undefined
}

/**
 * Whether a file can be opened as a ZIP archive as well, as office documents, Java and phone programs are: archives
 * are read from their end, where a record says how long the rest is.
 */
export function endsAsArchive(bytes: Uint8Array): boolean {
  const farthest = Math.max(0, bytes.length - 22 - 0xffff)
  for (let at = bytes.length - 22; at >= farthest; at--) {
    if (bytes[at] !== 0x50 || bytes[at + 1] !== 0x4b || bytes[at + 2] !== 5 || bytes[at + 3] !== 6) continue
    if (at + 22 + bytes[at + 20]! + 256 * bytes[at + 21]! === bytes.length) return true
  }
  return false
}

/** Before its header a PDF may have spaces or a byte order mark, not the beginning of a web page. */
function wrongInPdf(bytes: Uint8Array): 'damaged' | 'disguised' | undefined {
  const before = bytes.subarray(0, indexOf(bytes, '%PDF-'))
  if (before.some((byte) => !harmless.has(byte))) return 'disguised'
  const end = bytes.findLastIndex((byte) => byte !== 0) + 1
  return indexOf(bytes, '%%EOF', Math.max(0, end - 2048)) < 0 ? 'damaged' : undefined
}

const harmless = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20, 0xef, 0xbb, 0xbf])

interface Size {
  readonly width: number
  readonly height: number
}

/** Width and height of a PNG whose pieces lead one to the next up to its end. */
function sizeOfPng(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 33 || nameAt(bytes, 12) !== 'IHDR') return undefined
  const size = { width: view.getUint32(16), height: view.getUint32(20) }
  let at = 8
  while (at + 12 <= bytes.length) {
    if (nameAt(bytes, at + 4) === 'IEND') return size.width && size.height ? size : undefined
    at += 12 + view.getUint32(at)
  }
  return undefined
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}

/** Width and height of a JPEG whose segments lead to its picture and which has an end. */
function sizeOfJpeg(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
      return size.width && size.height && hasJpegEnd(bytes, at) ? size : undefined
    }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

function hasJpegEnd(bytes: Uint8Array, from: number): boolean {
  // Phones append films and notes of their own after the end of the picture.
  for (let at = bytes.length - 2; at > from; at--) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true
  }
  return false
}
