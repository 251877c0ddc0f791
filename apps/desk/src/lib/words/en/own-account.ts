import type { ownAccount as vi } from '../vi/own-account.ts'

/** Words of the ways in and of the pages on which somebody keeps the own account safe, in English. */
export const ownAccount: typeof vi = {
  secondFactor: {
    title: 'Enter your code',
    lead: 'This account has a second factor. Open the authenticator on your telephone.',
    code: 'Code of 6 digits, or a recovery code',
    codeHint: 'Each code works once. If you lost your telephone, enter a recovery code you kept.',
    missing: 'Enter the code of your authenticator',
    submit: 'Continue',
    anew: 'Begin the sign-in anew',
  },
  newPassword: {
    title: 'Change your password before you begin',
    lead: 'The account managers demand a new password. The old one stops working after this step.',
    submit: 'Change the password and sign in',
    notNow: 'This step took more than 10 minutes. Begin the sign-in anew',
  },
  security: {
    nav: 'Password and security',
    title: 'Password and security',
    passwordTitle: 'Change the password',
    current: 'Present password',
    currentMissing: 'Enter your present password',
    changePassword: 'Change the password',
    done: {
      password: 'The password is changed. All other sessions have ended.',
      removed: 'The second factor is off.',
      ended: 'The session has ended.',
    },
    factorTitle: 'Second factor',
    factorOff:
      'Off. Better turn it on: somebody who knows your password still cannot sign in without your telephone.',
    factorOn: (left) => `On. ${left} recovery codes are left.`,
    begin: 'Turn the second factor on',
    scan: 'Scan this with an authenticator (Google Authenticator, Microsoft Authenticator, FreeOTP …) and enter the 6 digits it shows.',
    secret: 'Or type this key into it:',
    code: 'Code of 6 digits',
    confirm: 'Confirm and turn on',
    codesTitle: 'Recovery codes',
    codesLead:
      'Keep these codes in a safe place, apart from your password. Each works once if you lose your telephone. They are shown only now.',
    renew: 'Give me new recovery codes',
    remove: 'Turn the second factor off',
    manage: 'Turn it off, or get new recovery codes',
    sessionsTitle: 'Sessions',
    sessionColumns: { opened: 'Signed in at', address: 'From network address', by: 'With', end: 'End' },
    proofs: {
      password: 'password',
      'eid-1': 'VNeID level 1',
      'eid-2': 'VNeID level 2',
      'official-account': 'official account',
    },
    thisOne: 'this one',
    end: 'End it',
    endOthers: 'End all others',
    unknown: 'unknown',
    tooMany: (minutes) => `Too many wrong tries. Try again in ${minutes} minutes.`,
  },
}
