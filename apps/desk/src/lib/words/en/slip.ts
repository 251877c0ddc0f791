import type { slip as vi } from '../vi/slip.ts'

/** Words of the receipt slip, in English. */
export const slip: typeof vi = {
  slip: {
    title: 'Receipt slip',
    print: 'Print this slip',
    printHint: 'A5. On the keyboard: Ctrl + P.',
    pdf: 'Download as PDF',
    back: 'To the dossier',
    next: 'To the new dossiers',
  },
}
