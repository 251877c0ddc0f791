import type { Instant } from '@motcua/calendar'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
  type PDFContext,
  type PDFRef,
} from '@cantoo/pdf-lib'
import { SignPdf } from '@signpdf/signpdf'
import { Signer } from '@signpdf/utils'
import { makeCms } from './cms.ts'
import type { Signatory } from './signatory.ts'

export interface SignPdfOptions {
  readonly at: Instant
  /** Why it is signed, e.g. `Kết quả giải quyết hồ sơ …`. */
  readonly reason: string
  /** Where, e.g. the name of the province. */
  readonly location: string
  readonly signatory: Signatory
}

/** Bytes kept free for the signature and its certificates. */
const signatureBytes = 12_288

/** A file that calls itself a PDF and cannot be added to: locked with a password, or broken inside. */
export class UnsignablePdf extends Error {}

/**
 * Signs a PDF (PAdES B-B). What was there stays byte for byte, so that signatures it already bears remain whole.
 * @throws UnsignablePdf
 */
export async function signPdf(pdf: Uint8Array, options: SignPdfOptions): Promise<Uint8Array<ArrayBuffer>> {
  const { signatory } = options
  class OfOurs extends Signer {
    override async sign(content: Buffer): Promise<Buffer> {
      return Buffer.from(await makeCms(content, signatory))
    }
  }
  const prepared = await makeRoom(pdf, options).catch((cause: unknown) => {
    throw new UnsignablePdf('the file cannot be added to', { cause })
  })
  return new Uint8Array(await new SignPdf().sign(Buffer.from(prepared), new OfOurs()))
}

/** Adds an invisible signature field with an empty place for the signature. */
async function makeRoom(pdf: Uint8Array, options: SignPdfOptions): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { forIncrementalUpdate: true, updateMetadata: false })
  const { context, catalog } = document
  const page = document.getPage(0)
  const field = context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    Rect: [0, 0, 0, 0],
    // Printed, locked.
    F: 132,
    P: page.ref,
  })
  field.set(PDFName.of('T'), PDFHexString.fromText(`Signature-${options.at}`))
  field.set(PDFName.of('V'), context.register(emptySignature(context, options)))
  const ref = context.register(field)
  append(context, page.node, 'Annots', ref)
  const form = catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict) ?? newForm(context, catalog)
  // Signatures exist, and the file is only ever added to.
  form.set(PDFName.of('SigFlags'), PDFNumber.of(3))
  append(context, form, 'Fields', ref)
  return document.commit({ useObjectStreams: false })
}

function emptySignature(context: PDFContext, { at, reason, location }: SignPdfOptions): PDFDict {
  const range = PDFArray.withContext(context)
  range.push(PDFNumber.of(0))
  for (let i = 0; i < 3; i++) range.push(PDFName.of('**********'))
  const signature = context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
  })
  signature.set(PDFName.of('ByteRange'), range)
  signature.set(PDFName.of('Contents'), PDFHexString.of('00'.repeat(signatureBytes)))
  signature.set(PDFName.of('M'), PDFString.of(pdfDate(at)))
  signature.set(PDFName.of('Reason'), PDFHexString.fromText(reason))
  signature.set(PDFName.of('Location'), PDFHexString.fromText(location))
  return signature
}

function newForm(context: PDFContext, catalog: PDFDict): PDFDict {
  const form = context.obj({})
  catalog.set(PDFName.of('AcroForm'), context.register(form))
  return form
}

function append(context: PDFContext, dict: PDFDict, name: string, ref: PDFRef): void {
  const already = dict.lookupMaybe(PDFName.of(name), PDFArray)
  if (already) already.push(ref)
  else dict.set(PDFName.of(name), context.obj([ref]))
}

/** `D:20260302093000+07'00'`: a moment as PDFs write it, in Vietnam's time. */
export function pdfDate(at: Instant): string {
  const digits = at.slice(0, 19).replace(/\D/g, '')
  return `D:${digits}+07'00'`
}
