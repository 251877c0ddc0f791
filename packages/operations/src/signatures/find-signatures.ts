/** A signature as it lies in a PDF. */
export interface FoundSignature {
  /** Everything it vouches for: all bytes but its own. Undefined where what it claims to cover cannot be. */
  readonly covered?: Uint8Array
  /** The signature itself, in DER with zeros behind. */
  readonly cms: Uint8Array
  /** Whether nothing follows the bytes it covers. */
  readonly whole: boolean
  /** When the signer's machine says it was, as written in the file. */
  readonly claimedAt?: string
}

/** More than these are no signatures of people. */
const most = 50

/**
 * Every signature of a PDF. A signature says itself which bytes it covers: here these must be all from the first on,
 * with one gap that holds the signature and nothing else, so that no unsigned content can stand in it.
 */
export function findSignatures(pdf: Uint8Array): FoundSignature[] {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  return [...text.matchAll(/\/ByteRange\s*\[([^\]]{0,200})\]/g)]
    .slice(0, most)
    .map((match) => signatureAt(pdf, text, match.index, match[1]!))
}

function signatureAt(pdf: Uint8Array, text: string, at: number, range: string): FoundSignature {
  const numbers = /^\s*0\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*$/.exec(range)?.slice(1).map(Number)
  if (!numbers) return unreadable
  const [gapAt, restAt, restLength] = numbers as [number, number, number]
  const end = restAt + restLength
  const gap = text.slice(gapAt, restAt)
  const hex = /^<([0-9A-Fa-f\s]+)>$/.exec(gap)?.[1]
  // The dictionary that names the range must lie inside what it covers, around the gap.
  const inside = at < end && !(at >= gapAt && at < restAt)
  if (hex === undefined || end > pdf.length || restAt <= gapAt || !inside) return unreadable
  const claimedAt = /\/M\s*\(([^)]{1,40})\)/.exec(dictionaryAround(text, at, gapAt, restAt))?.[1]
  return {
    covered: Buffer.concat([pdf.subarray(0, gapAt), pdf.subarray(restAt, end)]),
    cms: Buffer.from(hex.replace(/\s/g, ''), 'hex'),
    whole: /^\s*$/.test(text.slice(end)),
    ...(claimedAt && { claimedAt }),
  }
}

const unreadable: FoundSignature = { cms: new Uint8Array(), whole: false }

/** The text of the signature's own dictionary, without the signature. */
function dictionaryAround(text: string, at: number, gapAt: number, restAt: number): string {
  const from = text.lastIndexOf(' obj', Math.min(at, gapAt))
  const until = text.indexOf('endobj', Math.max(at, restAt))
  return text.slice(Math.max(from, 0), gapAt) + text.slice(restAt, until < 0 ? restAt + 2000 : until)
}
