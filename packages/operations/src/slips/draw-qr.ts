import { rgb, type PDFPage } from '@cantoo/pdf-lib'
import QRCode from 'qrcode'

/** Draws a QR code as one shape, `size` points wide, its upper left corner at `x`, `y`. */
export function drawQr(
  page: PDFPage,
  text: string,
  { x, y, size }: { x: number; y: number; size: number },
): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const quiet = 2
  const scale = size / (modules.size + 2 * quiet)
  const path: string[] = []
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) path.push(`M${column + quiet} ${row + quiet}h1v1h-1z`)
    }
  }
  page.drawSvgPath(path.join(''), { x, y, scale, color: rgb(0, 0, 0), borderWidth: 0 })
}
