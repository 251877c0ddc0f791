/** Words of what is done to a filed dossier at the one-stop section, in English. */
export const filed = {
  asking: {
    count: (no: number, limit: number | null) =>
      limit === null ? `This is request ${no}.` : `This is request ${no}; the regulation allows ${limit}.`,
    again: 'Name only what is still not mended, or faults that came with what was added.',
    needsHead:
      'What could have been named before needs the reason of the head of the one-stop section. It is kept, and the request is counted.',
    askHead: 'This account cannot give that reason: ask the head to open the dossier and send the request.',
    forbidden: 'The regulation does not let the office ask for what it could have named before.',
    headReason: 'Reason of the head of the one-stop section',
    headReasonHint: 'Why this was not named the first time',
    late: (when: string) =>
      `The time to send it back for more has passed (${when}). Only the head may, with a reason.`,
    until: (when: string) => `It may be sent back for more until ${when}.`,
    clock: 'The clock',
    before:
      'From the moment the request is sent, the time to answer stops. When the applicant completes it, it begins anew.',
    effects: {
      continue: 'While the office waits, the processing time runs on.',
      exclude: 'While the office waits, the processing time stands still; the wait is left out of it.',
      reset:
        'While the office waits, the processing time stands still. Once everything is there it begins anew.',
    },
    silent: 'The regulation says nothing of the time while the office waits: it runs on.',
    window: (when: string) => `The applicant has until ${when}. After that the dossier is closed.`,
    endless: 'The regulation sets the applicant no time.',
  },

  supplement: {
    title: 'Ask for more after acceptance',
    lead: 'Name everything that is missing or wrong at once. The dossier code stays.',
    checkTitle: 'Check the request',
    submit: 'Send the request',
  },

  redirect: {
    title: 'Send to the competent body',
    lead: 'For a dossier that came to the wrong body. It keeps its numbers and content; the applicant need not file again.',
    to: 'Competent body',
    choose: 'Choose a body',
    reason: 'Reason',
    reasonHint: 'Say why this body is not competent',
    basis: 'Legal basis',
    basisHint: 'Point, clause, article and number of the text',
    toMissing: 'Choose the competent body',
    reasonMissing: 'Enter the reason',
    basisMissing: 'Enter the legal basis',
    checkTitle: 'Check where it goes',
    follows:
      "It leaves this body's lists. The other body's time to answer runs from the moment it is sent on.",
    submit: 'Send it on',
    nowhere:
      'No other body of the province receives this procedure. If it is not competent, refuse it and say where to file.',
  },

  instant: {
    title: 'Settle and hand over at once',
    lead: 'For what is settled while the applicant waits at the counter. It still gets its code, its time and its result.',
    slip: 'Receipt slip',
    slipAsked: 'Does the applicant ask for a receipt slip?',
    slipAlways: 'The regulation wants a receipt slip of every dossier.',
    slipOnDemand:
      'By the regulation no receipt slip is made of what is settled at once, unless the applicant asks.',
    slipNever: 'By the regulation no receipt slip is made of what is settled at once.',
    yes: 'Yes, print it',
    no: 'No slip',
    checkTitle: 'Check the result',
    submit: 'Record the result and issue the code',
  },

  withdraw: {
    title: 'Stop at the applicant\u2019s request',
    lead: 'Write down what the applicant asks for at the counter, in writing or in person. It can be stopped only until the result is issued.',
    reason: 'What the applicant asks',
    reasonHint: 'For example: letter of 05/3/2026, no longer needed',
    reasonMissing: 'Enter what the applicant asks',
    checkTitle: 'Check before it is stopped',
    ends: 'The dossier ends here and cannot be opened again. Give papers handed in on paper back. Fees paid follow the law of the field.',
    allowed: 'The law that lets it be stopped',
    submit: 'Stop the dossier',
  },

  amend: {
    title: 'Amend at the applicant\u2019s request',
    lead: 'Change what the applicant asks to change, and tick, scan or photograph papers brought. The numbers stay, the version before is kept.',
    reason: 'Reason of the change',
    scans: 'Papers brought',
    nothing: 'Nothing was changed yet',
    notAllowed: 'By the regulation this dossier cannot be amended now.',
    checkTitle: 'Check the change',
    before: 'Before acceptance, the time to answer begins anew with the change.',
    after: 'The processing time stays as it is.',
    submit: 'Record the change',
  },

  changes: {
    title: 'Changes',
    one: 'Nothing has changed since it was filed.',
  },

  ended: {
    withdrawn: 'Stopped at the applicant\u2019s request',
    closed: 'Closed',
    asked: { portal: 'asked on the portal', counter: 'asked at the counter' },
    noReason: 'No reason given',
  },
}
