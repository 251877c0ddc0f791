import { truncate, writeFile } from 'node:fs/promises'

/** A file as Playwright hands it to a box for files. */
export interface FileInMemory {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** A PDF of one empty page. */
export function pdf(name: string): FileInMemory {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] >>',
  ]
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')
  const text = `%PDF-1.4\n${body}trailer << /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(text) }
}

/** A picture of one red pixel. */
export function png(name: string): FileInMemory {
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=='
  return { name, mimeType: 'image/png', buffer: Buffer.from(pixel, 'base64') }
}

/** A PDF of so many megabytes, on the disk: a browser reads it from there as it would a person's. */
export async function heavyPdf(path: string, megabytes: number): Promise<string> {
  await writeFile(path, pdf('').buffer)
  await truncate(path, megabytes * 1024 * 1024)
  return path
}

/** A text whose name claims to be a PDF. */
export function disguised(name: string): FileInMemory {
  return { name, mimeType: 'application/pdf', buffer: Buffer.from('đây không phải là PDF') }
}
