import type { slip as vi } from '../vi/slip.ts'

/** Words around slips and the register, in English. */
export const slip: typeof vi = {
  slip: {
    list: 'Slips and letters issued',
    none: 'No slip yet',
    noneHint: 'A slip is made with the act itself: acceptance, completion request, refusal, apology or stop.',
    print: 'Print this slip',
    printHint: {
      A5: 'A5. On the keyboard: Ctrl + P.',
      A4: 'A4. On the keyboard: Ctrl + P.',
      'A4-landscape': 'A4, landscape. On the keyboard: Ctrl + P.',
    },
    pdf: 'Download as PDF',
    back: 'To the dossier',
    next: 'To the new dossiers',
    all: 'All slips of the dossier',
  },
  register: {
    title: 'Register of dossiers',
    lead: 'Dossiers the office accepted, by day. At most 31 days at a time.',
    from: 'From',
    to: 'To',
    show: 'Show the register',
    badPeriod:
      'Enter a first and a last day that exist, at most 31 days apart, for example 01/03/2026 and 31/03/2026',
  },
}
