import { describe, expect, test } from 'vitest'
import { maxFileBytes } from './attachment.ts'
import { checkFile, safeName, sniffFileType } from './check-file.ts'

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  )

const pdf = bytes('%PDF-1.7\n')
const jpeg = bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF')
const png = bytes([0x89], 'PNG\r\n', [0x1a, 0x0a])

describe('the type of a file', () => {
  test.each([
    ['a PDF', pdf, 'application/pdf'],
    ['a PDF after a byte order mark', bytes([0xef, 0xbb, 0xbf], '%PDF-1.4'), 'application/pdf'],
    ['a photograph', jpeg, 'image/jpeg'],
    ['a screenshot', png, 'image/png'],
    ['a program', bytes('MZ'), undefined],
    ['a web page', bytes('<!doctype html><script>'), undefined],
    ['an archive, also of a word processor', bytes('PK', [3, 4]), undefined],
    ['a drawing with script in it', bytes('<svg xmlns="http://www.w3.org/2000/svg">'), undefined],
    ['a PDF header far inside', bytes('x'.repeat(1100), '%PDF-1.7'), undefined],
    ['half a header', bytes([0x89], 'PN'), undefined],
    ['nothing', bytes(), undefined],
  ])('is told by its bytes: %s', (_, content, type) => {
    expect(sniffFileType(content)).toBe(type)
  })
})

describe('an uploaded file', () => {
  test('is taken when it is what it says', () => {
    expect(checkFile({ bytes: pdf, size: pdf.length, name: 'Giấy chứng sinh.pdf' })).toEqual({
      ok: true,
      type: 'application/pdf',
      name: 'Giấy chứng sinh.pdf',
    })
  })

  test('is taken up to 20 MB, and not beyond', () => {
    expect(checkFile({ bytes: pdf, size: maxFileBytes, name: 'a.pdf' }).ok).toBe(true)
    expect(checkFile({ bytes: pdf, size: maxFileBytes + 1, name: 'a.pdf' })).toEqual({
      ok: false,
      fault: 'too-large',
    })
  })

  test('that is empty or of another type is not taken, whatever its name says', () => {
    expect(checkFile({ bytes: bytes(), size: 0, name: 'a.pdf' })).toEqual({ ok: false, fault: 'empty' })
    expect(checkFile({ bytes: bytes('MZ'), size: 2, name: 'a.pdf' })).toEqual({
      ok: false,
      fault: 'not-allowed-type',
    })
  })
})

describe('the name of a file', () => {
  test.each([
    ['C:\\Users\\dao\\anh.JPG', 'anh.JPG'],
    ['../../etc/passwd', 'passwd.jpg'],
    ['anh.jpg.exe', 'anh.jpg.exe.jpg'],
    ['a\u0000\u202eb\r\n.jpeg', 'ab.jpeg'],
    ['<b>"x"|?*.jpg', 'bx.jpg'],
    ['', 'file.jpg'],
    ['.jpg', 'file.jpg'],
    ['Ảnh thẻ.png', 'Ảnh thẻ.png.jpg'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeName(name, 'image/jpeg')).toBe(safe)
  })

  test('is not longer than 120 characters and its extension', () => {
    expect(safeName(`${'ế'.repeat(300)}.pdf`, 'application/pdf')).toBe(`${'ế'.repeat(120)}.pdf`)
  })
})
