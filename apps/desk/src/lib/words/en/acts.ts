import { acts as vi } from '../vi/acts.ts'

/** Words of the pages on which something is done to a dossier, in English. */
export const acts: typeof vi = {
  acts: {
    leave: 'Back to the dossier',
    check: 'Check before sending',
    edit: 'Change',
    final: 'This is written into the log of the dossier and cannot be taken back.',
    reads: 'The applicant will read',
    noNote: 'None',
    notTaken: (field) => `What stands in “${field}” is not taken. Look at it again and send it anew`,
  },

  accept: {
    title: 'Accept the dossier',
    lead: 'Accepting promises the applicant a day. Read the promised day and its reason before pressing the button.',
    whichCase: 'Which case does the dossier fall under?',
    filedAs: 'case stated at filing',
    promise: 'Result promised',
    counted:
      'The day is counted from when this page was opened; the official time runs from pressing the button.',
    after: 'On acceptance',
    afterItems: [
      'The dossier is given its official code.',
      'The time to decide begins to run.',
      'The applicant is told the code and the promised day by the channels the province requires.',
      'The receipt slip is made, ready to print.',
    ],
    missing: (n) => `${n} required paper${n === 1 ? ' is' : 's are'} missing`,
    missingAdvice: 'If the dossier is incomplete, ask for completion instead of accepting it.',
    caseMissing: 'Choose the case',
    submit: 'Accept and issue the code',
  },

  completion: {
    title: 'Ask for completion',
    lead: 'Name everything missing or wrong at once, each with its reason, so that the applicant does not have to come back again and again.',
    attempt: (n) => `This is request ${n} for this dossier.`,
    papers: 'Papers to be added',
    fields: 'Answers to be mended',
    declared: 'Declared:',
    reason: 'Reason',
    reasonHint: 'Pick from the list or write your own, in Vietnamese',
    basis: 'Legal basis',
    basisHint: 'For example: clause 2, article 8, 42/2019/QĐ-UBND',
    note: 'General message to the applicant',
    noteHint: 'For example: where to get a form, whom to call',
    itemsMissing: 'Choose at least one paper or answer to be completed',
    reasonMissing: (label) => `Enter the reason for “${label}”`,
    basisMissing: (label) => `Enter the legal basis for “${label}”`,
    // The applicant reads the reason as it is written, so it stays Vietnamese.
    reasons: vi.completion.reasons,
    checkTitle: 'Check the request for completion',
    clock:
      'From the moment the request is sent, the time to answer the intake stops. When the applicant completes the dossier, it starts afresh.',
    submit: 'Send the request',
  },

  refuse: {
    title: 'Refuse the intake',
    lead: 'Refuse only what is outside the competence of the office or does not meet the legal conditions. If only papers are missing, ask for completion.',
    reason: 'Reason for refusal',
    reasonHint: 'Clear enough for the applicant to know what to do next',
    basis: 'Legal basis',
    basisHint: 'Point, clause, article and number of the text',
    reasonMissing: 'Enter the reason for refusal',
    basisMissing: 'Enter the legal basis of the refusal',
    checkTitle: 'Check the refusal',
    ends: 'The dossier ends here. To try again the applicant files a new one.',
    submit: 'Refuse the intake',
  },

  record: {
    title: 'Record the result',
    lead: 'Record it once the deciding body has made its final decision.',
    outcome: 'Outcome',
    outcomeHint: {
      granted: 'The result of the procedure is returned',
      rejected: 'A letter with the reasons is returned',
    },
    outcomeMissing: 'Choose the outcome',
    note: 'Note to the applicant',
    noteHint: 'For example: number and date of the document, where to collect it',
    noteMissing: 'Enter the reason for the rejection',
    checkTitle: 'Check the result',
    document: 'File of the document',
    documentHint: 'PDF, JPG or PNG, at most 20 MB. Leave empty if only paper is returned.',
    submit: 'Record the result',
  },

  supply: {
    title: 'Take completion at the counter',
    lead: 'Tick the papers brought and mend the answers that were wrong. The dossier goes back to New and the time to answer the intake starts afresh.',
    papers: 'Papers brought',
    fields: 'Mended answers',
    scans: 'Scan or photograph what was brought',
    nothing: 'Tick at least one paper or mend one answer',
    checkTitle: 'Check the completion',
    submit: 'Record the completion',
  },
}
