import type { frame as vi } from '../vi/frame.ts'

export const frame: typeof vi = {
  menu: 'Main navigation',
  account: 'Account',
  lookUp: 'Look up',
  procedures: 'Procedures',
  proceduresShort: 'Procedures',
  guide: 'Guide',
  agencies: 'Agencies and hotline',
  agenciesShort: 'Agencies',
  myDossiers: 'My dossiers',
  myAccount: 'Account',
  signIn: 'Sign in',
  register: 'Create an account',
  signOut: 'Sign out',
  signedInAs: (name) => `Signed in: ${name}`,
  hotline: 'Hotline',
  email: 'E-mail',
  notice: 'Notice',
  backHome: 'Go to the home page',
  footer: {
    contact: 'Contact',
    links: 'Information',
    accessibility: 'Accessibility',
    rules: 'Regulations in force',
    rulesLead: 'Every date and channel on this portal follows from these texts:',
    national: (n) => `${n} national texts`,
    effective: (date) => `in force since ${date}`,
    program: 'Version of the rules',
  },
  errors: {
    notFound: {
      title: 'This page was not found',
      lead: 'The address may be mistyped, or the page belongs to another account.',
      advice: [
        'Check the address, above all if you copied it from paper.',
        'If you were looking at a dossier of yours, sign in with the account that filed it.',
      ],
    },
    conflict: {
      title: 'The dossier has changed',
      lead: 'While this page was open, the dossier or draft was changed in another window or at the office.',
      advice: ['Open it again from “My dossiers” to see where it stands now.'],
    },
    unreadable: {
      title: 'What was sent cannot be read',
      lead: 'The page reached the server incomplete: the connection may have been cut.',
      advice: ['Go back to the page before, check what you entered and send it again.'],
    },
    tooLarge: {
      title: 'The files sent are too large',
      lead: 'Each file may have at most 20 MB. What this page sent is more than the server takes at once.',
      advice: [
        'Go back and upload the files one at a time.',
        'Photograph the paper again at a moderate resolution, or save it as PDF.',
        'Files uploaded before are kept.',
      ],
    },
    tooMany: {
      title: 'Too many attempts',
      lead: (minutes) => `Please try again in ${minutes} minute${minutes === 1 ? '' : 's'}.`,
      advice: ['This limit keeps everyone’s dossiers safe from guessing. Everything that was saved is kept.'],
    },
    forbidden: {
      title: 'This request was not accepted',
      lead: 'It did not come from a page of this portal.',
      advice: ['Open the page you need from the home page and try again.'],
    },
    unavailable: {
      title: 'The portal is unavailable for the moment',
      lead: 'Please try again in a few minutes. Drafts and files that were saved are kept; a dossier that has a submission number was submitted.',
      advice: ['If your matter is urgent, you can file at a one-stop counter.'],
    },
    fault: {
      title: 'Something went wrong on our side',
      lead: 'This was not your mistake. Please try again; if it happens again, call the hotline and read out the number below.',
      advice: [
        'Drafts and files that were saved are kept; a dossier that has a submission number was submitted.',
      ],
    },
    requestId: 'Incident number',
    call: (hotline) => `If you need help, please call the hotline, ${hotline}.`,
  },
}
