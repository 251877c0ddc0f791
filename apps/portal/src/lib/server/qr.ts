import QRCode from 'qrcode'

/** A QR code as SVG text without colours of its own, to stand in a page. */
export function qrSvg(text: string): Promise<string> {
  return QRCode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 })
}
