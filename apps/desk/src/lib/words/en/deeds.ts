import type { deeds as vi } from '../vi/deeds.ts'
import { processing } from './processing.ts'

/** What can be done to a dossier, as its button says it, in English. */
export const deeds: typeof vi = {
  deeds: {
    ...processing.processingDeeds,
    accept: 'Accept',
    'request-completion': 'Ask for completion',
    supply: 'Take completion at the counter',
    refuse: 'Refuse intake',
    redirect: 'Send to the competent body',
    'instant-result': 'Settle at once',
    'request-supplement': 'Ask for more after acceptance',
    amend: 'Amend as asked',
    withdraw: 'Stop as asked',
    'record-result': 'Record the result',
    'compare-originals': 'Compare the originals',
    'seal-result': 'Sign the result',
    'hand-over-result': 'Return the result',
    'announce-result': 'Tell of an early result',
    'correct-result': 'Correct the result',
    'pause-clock': 'Pause the clock',
    'resume-clock': 'Let the clock run',
    'issue-apology': 'Apologise and re-appoint',
    'collect-fee': 'Take the fee',
    'demand-fee': 'Work the fee out anew',
    'request-refund': 'Ask for a refund',
    'decide-refund': 'Decide on a refund',
    'pay-refund': 'Pay a refund out',
  },
  otherDeeds: 'Other deeds',
}
