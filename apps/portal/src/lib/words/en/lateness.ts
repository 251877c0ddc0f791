import type { lateness as vi } from '../vi/lateness.ts'

/** Pauses, apologies, and the public list of apologies. */
export const lateness: typeof vi = {
  list: {
    title: 'Apologies and new appointments',
    lead: 'Dossiers whose result could not be given in time, with the reason and the new appointment. Names are shortened.',
    duty: 'Published under',
    noDuty:
      'The province’s regulation does not ask for apologies to be published. Applicants find theirs under “My dossiers”.',
    none: 'No apologies so far.',
    noneAt: 'No apologies of this body so far.',
    agency: 'Body',
    anyAgency: 'All bodies',
    filter: 'Filter',
    caption: 'Apologies and new appointments, the latest first',
    columns: {
      at: 'Apology of',
      code: 'Dossier',
      agency: 'Body',
      was: 'Old appointment',
      now: 'New appointment',
      reason: 'Reason',
    },
    expected: (date) => `expected ${date}`,
    noDate: 'none yet',
    late: 'late apology',
    csv: 'Download the list (CSV)',
    first: 'Back to the top of the list',
  },
  own: {
    title: 'Waiting and new appointments',
    waits: 'Waiting for',
    waited: 'Waited for',
    reasons: {
      supplement: 'your supplement',
      consultation: 'the opinion of another body',
      verification: 'facts to be checked on the spot',
      'force-majeure': 'the end of a force majeure',
      suspension: 'a decision of the competent authority',
      outage: 'the System to be restored',
    },
    since: (from) => `since ${from}`,
    between: (from, until) => `from ${from} until ${until}`,
    effects: {
      continue: 'The clock runs on.',
      exclude: 'The wait is not counted.',
      reset: 'The time begins anew when the wait is over.',
    },
    runsOn: 'The clock runs on; the appointment stays.',
    apology: (date) => `The office apologised on ${date}`,
    was: 'Old appointment',
    now: 'New appointment',
    expected: 'Result expected',
    reason: 'Reason',
  },
}
