import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import fontkit from '@cantoo/fontkit'
import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib'

/** The cuts of Be Vietnam Pro a slip is set in. */
export interface Fonts {
  readonly regular: PDFFont
  readonly bold: PDFFont
  readonly italic: PDFFont
}

const files = {
  regular: '400Regular/BeVietnamPro_400Regular.ttf',
  bold: '700Bold/BeVietnamPro_700Bold.ttf',
  italic: '400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf',
}

const bytes = new Map<string, Promise<Uint8Array>>()

/** Embeds the fonts, only the letters that are used. The files are read once per process. */
export async function embedFonts(document: PDFDocument): Promise<Fonts> {
  document.registerFontkit(fontkit)
  const embed = async (file: string): Promise<PDFFont> =>
    document.embedFont(await readOnce(file), { subset: true })
  return {
    regular: await embed(files.regular),
    bold: await embed(files.bold),
    italic: await embed(files.italic),
  }
}

function readOnce(file: string): Promise<Uint8Array> {
  const known = bytes.get(file)
  if (known) return known
  const reading = readFile(fileURLToPath(import.meta.resolve(`@expo-google-fonts/be-vietnam-pro/${file}`)))
  bytes.set(file, reading)
  return reading
}
