import type { pages as vi } from '../vi/pages.ts'

export const pages: typeof vi = {
  agencies: {
    title: 'Agencies and hotline',
    lead: (n) => `${n} agencies of the province take and decide procedures.`,
    show: (n) => `Show ${n} agencies`,
    central: 'Hotline of the province',
    counter: 'Has a one-stop counter',
    noCounter: 'No one-stop counter of its own',
    phone: 'Telephone',
    proceduresShort: 'See procedures',
    hours: 'Opening hours of the counters',
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    closed: 'Next days off',
    noClosed: 'No day off in the next 90 days.',
    provisional: 'provisional',
    receivesAt: 'Dossiers are received at',
    points: 'Further counters',
    authority: 'Belongs to',
    hotlineOf: 'Hotline',
    map: 'See the map',
    follows: (name, day) => `Took over the work of ${name} on ${day}`,
    gone: 'Bodies that are gone',
    until: (day) => `until ${day}`,
    now: 'Now',
    machine: 'Data for machines (JSON)',
  },
  guide: {
    title: 'Guide',
    lead: 'From finding a procedure to receiving the result, in order.',
    find: 'Find a procedure',
    findText:
      'Type what you need to do into the search box, with or without diacritics. The page of each procedure tells who may apply, papers, time limit, fees, where to file and the legal basis.',
    file: 'File online',
    fileText: [
      'Create an account once, with your identity number, e-mail address and telephone.',
      'On the page of the procedure, press “File online”. Each page asks one thing; your answers are saved in a draft.',
      'Upload each paper. A file once uploaded is not lost when something else is wrong.',
      'Check everything, then press “Submit the dossier”.',
    ],
    fileNational: 'File a dossier',
    fileNationalText: (basis) => [
      `Under ${basis}, you file on the National Public Service Portal with your electronic identity account (VNeID).`,
      'The page of each procedure has a button that opens the national portal with the procedure code.',
      'You can also file at a one-stop counter.',
    ],
    dates: 'The day and time by which the office must answer',
    datesText:
      'As soon as you submit, the portal tells you when the office must answer. Press “Why this date?” to see the clause, the working hours counted, and the lunch breaks, days off and holidays skipped.',
    intakeNow: 'If you file right now',
    follow: 'Follow your dossier',
    followText: [
      'Sign in and open “My dossiers” to see what to do, the progress and the notices.',
      'Or look it up by its code, without signing in.',
    ],
    complete: 'When the office asks for completion',
    completeText:
      'The request names every item at once, each with its reason. Upload to the right item and send it again; the time limit for checking starts anew.',
    result: 'Receive the result',
    resultText: 'In the way you chose when filing. The receipt states the promised date.',
    help: 'Help',
    helpText: (hotline) => `Call ${hotline}, or go to the nearest one-stop counter to be helped there.`,
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'This portal is made for everyone: people who do not see, who do not use a mouse, who have a small telephone or a slow connection.',
    aim: 'Standard',
    aimText:
      'The portal follows WCAG 2.2 level AA and the requirements of circular 32/2017/TT-BTTTT. Every page is checked automatically at every change.',
    can: 'You can',
    canList: [
      'enlarge the text to 400% without losing anything;',
      'do everything with the keyboard alone;',
      'use a screen reader, in Vietnamese and in English;',
      'use the portal with JavaScript switched off;',
      'paste passwords from a password manager.',
    ],
    limits: 'Known limits',
    limitsList: [
      'Papers uploaded by applicants (photographs, scanned PDFs) may be unreadable for screen readers.',
      'Names of procedures and papers exist in Vietnamese only, on English pages too.',
    ],
    contact: 'If something is difficult',
    contactText: (hotline, email) =>
      `Please call ${hotline} or write to ${email}. One-stop counters help people to file on the spot.`,
  },
}
