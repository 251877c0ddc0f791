import type { papers as vi } from '../vi/papers.ts'

/** Words of a person's own papers, in English. */
export const papers: typeof vi = {
  title: 'My papers',
  lead: 'Papers and results you agreed to keep for later procedures. You can take the consent to each back at any time.',
  none: 'No paper is kept yet.',
  noneAdvice: 'Once a dossier has its result, open it and choose “Keep among my papers”.',
  from: (procedure) => `From the dossier “${procedure}”`,
  since: (date) => `Consent given at ${date}`,
  open: 'View',
  openNamed: (name) => `View ${name}`,
  withdraw: 'Take back',
  withdrawNamed: (name) => `Take back the consent to keep ${name}`,
  withdrawn: 'Taken back. The paper is not used again; the dossier it came from keeps its file.',
  keep: {
    link: 'Keep among my papers',
    title: 'Keep among my papers',
    lead: 'Choose the papers you agree to keep. Papers that are still valid need not be handed in again.',
    label: 'Papers of this dossier',
    result: 'Result',
    kept: 'kept',
    nothing: 'Choose at least one paper',
    none: 'Nothing of this dossier can be kept yet: it must be settled and its result returned.',
    submit: 'I agree to keep them',
    back: 'Back to the dossier',
    done: 'Kept among your papers.',
  },
  originals:
    'When you fetch the result, bring the originals of the papers you filed so that they can be compared.',
  signed: (signer) => `The document bears the digital signature of ${signer}.`,
}
