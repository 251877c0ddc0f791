import type { audit as vi } from '../vi/audit.ts'

/** Words of the auditor's pages, in English. */
export const audit: typeof vi = {
  audit: {
    title: 'Trail of the system',
    lead: 'Who did what, and when: changes of access, rules, procedures, keys and money, and every reading of personal data. Entries are only added, never changed or removed; this search is an entry too.',
    from: 'From',
    to: 'To',
    badPeriod: 'Enter days that exist, for example 01/03/2026',
    who: 'Who acted',
    whoHint: 'User name, or id of an account',
    deed: 'Deed',
    anyDeed: 'Any deed',
    reading: 'Read personal data',
    thing: 'About what',
    thingHint: 'Id of a dossier, account, procedure …',
    withoutReads: 'Leave out readings',
    search: 'Search',
    none: 'No entry',
    noneHint: 'Widen the days or ask for less.',
    at: 'When',
    actor: 'Who acted',
    detail: 'Detail and place in the trail',
    kinds: {
      visitor: 'Visitor',
      citizen: 'Applicant',
      staff: 'Staff',
      system: 'System',
      operator: 'Operator',
    },
    csv: 'Download as a spreadsheet (CSV)',
    ndjson: 'Download in full (NDJSON)',
    whole: 'Integrity',
    wholeLead:
      'Each entry bears a hash made with the one before it. Recomputing all finds an entry that was changed, removed or put in.',
    verify: 'Verify the whole trail',
    intact: (count: string) => `The trail is intact: ${count} entries were recomputed.`,
    broken: (count: string) => `The trail is no longer intact (${count} entries)`,
    entryFaults: { missing: 'Missing', altered: 'Altered', inserted: 'Inserted' },
    sealFaults: { missing: 'Seal missing', altered: 'Seal does not match' },
    whatNow:
      'Tell whoever is in charge of information security at once; leave the system as it is and compare it with the last backup.',
    seals: 'Latest seals',
    sealsLead:
      'Write the last seal down outside the system. Later “motcua audit verify” with that seal shows that the trail was not written anew.',
    entries: (count: string) => `${count} entries`,
  },
}
