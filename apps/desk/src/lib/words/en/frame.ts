import type { frame as vi } from '../vi/frame.ts'

/** Words of the frame of every page, the sign-in and the settings, in English. */
export const frame: typeof vi = {
  desk: 'One-stop desk',

  nav: {
    label: 'Main navigation',
    today: 'Today',
    queues: 'Dossiers',
    search: 'Find',
    counter: 'Counter intake',
    more: 'More',
    register: 'Register',
    settings: 'Appearance and shortcuts',
    account: 'Account',
  },

  roles: {
    'one-stop-officer': 'One-stop officer',
    specialist: 'Specialist',
    leader: 'Leader',
    accountant: 'Accountant',
    'postal-officer': 'Postal officer',
    'one-stop-head': 'Head of the one-stop section',
    'tenant-admin': 'Administrator of the province',
    'unit-admin': 'Account administrator of a unit',
    'account-manager': 'Account manager of the province',
    'catalogue-editor': 'Catalogue editor',
    'catalogue-appraiser': 'Catalogue appraiser',
    'key-manager': 'Manager of API keys',
    auditor: 'Auditor',
    'incident-manager': 'Incident manager',
  },

  signIn: {
    title: 'Staff sign-in',
    lead: 'This page is for staff of the one-stop section. Citizens file and look up dossiers on the portal of their province.',
    tenant: 'Province',
    chooseTenant: 'Choose a province',
    username: 'User name',
    password: 'Password',
    tenantMissing: 'Choose a province',
    usernameMissing: 'Enter the user name',
    passwordMissing: 'Enter the password',
    wrong: 'The user name or password is wrong, or the account belongs to another province',
    tooManyTitle: 'Sign-in is paused',
    tooMany: (minutes) =>
      `Too many failed attempts. Try again in ${minutes} minute${minutes === 1 ? '' : 's'}. If the password is forgotten, ask the administrator of the province.`,
    signedOut: 'You are signed out.',
    signInFirst: 'Sign in to open this page.',
  },

  noWork: {
    title: 'No dossiers for this role',
    body: 'This account does not handle dossiers at the one-stop section. Officers and heads of section have lists of dossiers.',
  },

  settings: {
    title: 'Appearance and shortcuts',
    theme: 'Screen',
    themes: { auto: 'As the device', light: 'Light', dark: 'Dark' },
    shortcuts: 'Single-letter shortcuts',
    shortcutsHint: 'Switch them off if you use speech input or often touch keys by accident.',
    shortcutsOn: 'On',
    shortcutsOff: 'Off',
    saved: 'Saved for this browser.',
    keysTitle: 'The shortcuts',
    keyColumns: { key: 'Key', does: 'Does' },
    keys: {
      j: 'Down to the next dossier of the list',
      k: 'Up to the dossier above',
      Enter: 'Open the chosen dossier',
      t: 'Open the acceptance page of the dossier',
      b: 'Open the page that asks for its completion',
      x: 'Tick the dossier in focus, or untick it',
      '1–9': 'Open a list by its place',
      '/': 'Go to the search box',
    },
  },

  limits: {
    tooLong: (label, most) => `Shorten “${label}” to at most ${most} characters`,
    fileTooLarge: (name, size) => `The file ${name} has ${size}. Choose one of at most 20 MB`,
    filesTooLarge: (size) => `The files have ${size} in all. Choose fewer, at most 24 MB at a time`,
  },
}
