import { describe, expect, test } from 'vitest'
import { maxFileBytes } from './attachment.ts'
import { checkFile, safeName, sniffFileType } from './check-file.ts'

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  )

const pdf = bytes('%PDF-1.7\n%%EOF\n')
const jpegOf = (width: number, height: number) =>
  bytes(
    [0xff, 0xd8, 0xff, 0xe0, 0, 6],
    'JFIF',
    [0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3],
    [1, 17, 0, 2, 17, 0, 3, 17, 0, 0xff, 0xd9],
  )
const chunk = (name: string, content: number[]) =>
  bytes([0, 0, 0, content.length], name, content, [0, 0, 0, 0])
const of32 = (n: number) => [n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255]
const pngHead = bytes([0x89], 'PNG\r\n', [0x1a, 0x0a])
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))
const pngOf = (width: number, height: number) =>
  join(
    pngHead,
    chunk('IHDR', [...of32(width), ...of32(height), 8, 2, 0, 0, 0]),
    chunk('IDAT', [1, 2, 3]),
    chunk('IEND', []),
  )
const jpeg = jpegOf(4000, 3000)
const png = pngOf(1170, 2532)
/** The end of an archive, which says that a comment of so many bytes follows. */
const archiveEnd = (comment = '') =>
  bytes('PK', [5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 46, 0, 0, 0, 40, 0, 0, 0, comment.length, 0], comment)

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

describe('a file of a right type', () => {
  const fault = (content: Uint8Array, name = 'giay to.pdf') => {
    const checked = checkFile({ bytes: content, size: content.length, name })
    return checked.ok ? 'taken' : checked.fault
  }

  test('is taken when it is whole: PDF, photograph, screenshot', () => {
    expect([pdf, jpeg, png].map((content) => fault(content))).toEqual(['taken', 'taken', 'taken'])
  })

  test('that breaks off is not taken', () => {
    expect(fault(bytes('%PDF-1.7\n1 0 obj<<>>'))).toBe('damaged')
    expect(fault(jpeg.subarray(0, jpeg.length - 2))).toBe('damaged')
    expect(fault(jpeg.subarray(0, 8))).toBe('damaged')
    expect(fault(png.subarray(0, png.length - 12))).toBe('damaged')
    expect(fault(pngHead)).toBe('damaged')
  })

  test('that is a web page or an archive as well is not taken', () => {
    expect(fault(join(bytes('<html><script>alert(1)</script>'), pdf))).toBe('disguised')
    expect(fault(join(pdf, bytes('PK', [3, 4]), archiveEnd()))).toBe('disguised')
    expect(fault(join(jpeg, archiveEnd('a comment')))).toBe('disguised')
    expect(fault(join(png, archiveEnd()))).toBe('disguised')
  })

  test('that a phone wrote something behind is taken', () => {
    expect(fault(join(jpeg, bytes('ftypmp42', [1, 2, 3]), bytes('SEFT')))).toBe('taken')
    expect(fault(join(jpeg, bytes('PK', [5, 6], 'no archive ends here, and more follows')))).toBe('taken')
  })

  test('that unfolds into more points than can be shown is not taken: a bomb of 75 bytes', () => {
    expect(fault(pngOf(100_000, 100_000))).toBe('picture-too-large')
    expect(fault(jpegOf(65_000, 65_000))).toBe('picture-too-large')
    expect(fault(pngOf(12_000, 10_000))).toBe('taken')
  })

  test('whose pieces claim to be longer than the file ends the reading, not the office', () => {
    expect(
      fault(
        join(
          pngHead,
          chunk('IHDR', [...of32(1), ...of32(1), 8, 2, 0, 0, 0]),
          bytes([255, 255, 255, 255], 'IDAT'),
        ),
      ),
    ).toBe('damaged')
    expect(fault(bytes([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 0, 0, 0, 0, 0, 0]))).toBe('damaged')
  })

  test.each([
    [
      'XML that names itself a million times',
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>',
      'don.xml',
    ],
    ['an office document, which is an archive', 'PK\u0003\u0004word/document.xml', 'don.docx'],
    ['the same behind the name of a PDF', 'PK\u0003\u0004xl/workbook.xml', 'bang.pdf'],
    ['a drawing with script', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'anh.png'],
    ['a program', 'MZ\u0090', 'don.pdf'],
  ])('is never %s', (_, content, name) => {
    expect(fault(bytes(content), name)).toBe('not-allowed-type')
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
    ['....jpg', 'file.jpg'],
    ['.htaccess.jpg', 'htaccess.jpg'],
    ['<img src=x onerror=alert(1)>.jpg', 'img src=x onerror=alert(1).jpg'],
    ['Giấy khai sinh'.normalize('NFD') + '.jpg', 'Giấy khai sinh.jpg'.normalize('NFC')],
    ['..%2f..%2fetc/passwd', 'passwd.jpg'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeName(name, 'image/jpeg')).toBe(safe)
  })

  test('is not longer than 120 characters and its extension', () => {
    expect(safeName(`${'ế'.repeat(300)}.pdf`, 'application/pdf')).toBe(`${'ế'.repeat(120)}.pdf`)
  })
})
