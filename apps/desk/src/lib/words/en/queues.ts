import type { queues as vi } from '../vi/queues.ts'

/** Words of the lists of dossiers, in English. */
export const queues: typeof vi = {
  queues: {
    label: 'Queues',
    names: {
      new: 'New',
      'awaiting-completion': 'Awaiting completion',
      processing: 'In progress',
      'to-return': 'To return',
      done: 'Done',
    },
    hints: {
      new: 'To be accepted, completed or refused. The first due stands first.',
      'awaiting-completion': 'Asked for more; waiting for the applicant.',
      processing: 'Accepted and being decided. The first promised stands first.',
      'to-return': 'Decided; waiting to be handed to the applicant.',
      done: 'Result recorded, or intake refused.',
    },
    empty: {
      new: 'No new dossier is waiting',
      'awaiting-completion': 'No dossier is waiting for completion',
      processing: 'No dossier is in progress',
      'to-return': 'No result is waiting to be returned',
      done: 'No dossier is done yet',
    },
    emptyHint: {
      new: 'Dossiers filed on the portal appear here as soon as they are sent. Enter those brought to the counter under Counter intake.',
      'awaiting-completion': 'Dossiers asked to be completed stay here until the applicant answers.',
      processing: 'Accepted dossiers stay here until their result is recorded.',
      'to-return': 'Decided dossiers stay here until the result is handed over.',
      done: 'Dossiers with a result, or refused at intake, are found here.',
    },
    count: (n) => `${n} dossier${n === 1 ? '' : 's'}`,
    search: 'Search this queue',
    searchHint: "Dossier code or applicant's name",
    searchResults: (q) => `Results for “${q}” in this queue`,
    searchEmpty: (q) => `No dossier in this queue matches “${q}”`,
    searchEmptyHint: 'Check the code, or search another queue.',
    clearSearch: 'Clear the search',
    caption: (queue) => `List of dossiers: ${queue}`,
    columns: {
      dossier: 'Dossier',
      applicant: 'Applicant',
      procedure: 'Procedure',
      submitted: 'Filed at',
      intakeClock: 'Answer due',
      processingClock: 'Result promised',
      state: 'State',
    },
    attempt: (n) => `attempt ${n}`,
    first: 'Back to the top of the list',
  },
}
