import type { identity as vi } from '../vi/identity.ts'

export const identity: typeof vi = {
  signIn: {
    title: 'Electronic identity account',
    button: 'Sign in with VNeID',
    only: (basis) =>
      `Under ${basis}, people sign in with their electronic identity account. Accounts created here earlier may only be used to read old dossiers.`,
    also: 'With a VNeID account you need not register here.',
    local: 'Account of this portal',
    old: 'Account created earlier',
    forgot: 'Forgot your password?',
    forgotLink: 'Choose a new one',
  },
  link: {
    title: 'Link the account that is here already',
    lead: 'There is an account with your citizen number here. Do you agree to linking it with VNeID?',
    account: 'The account',
    otherName:
      'The name of this account is not the one of your VNeID account. It can be linked only with its password.',
    what: 'When linked',
    points: [
      'Its dossiers, drafts and papers are there when you sign in with VNeID.',
      'Without its old password: that password ends, open sessions end, and your addresses become those of VNeID.',
      'Nothing in what was filed changes.',
    ],
    password: 'Password of that account',
    passwordOptional: 'Password of that account (optional)',
    passwordHint: 'Enter it if you remember it and want to keep signing in with it',
    agree: 'Agree to linking',
    refuse: 'Do not link',
    help: (hotline) => `If that account is not yours, please call ${hotline}.`,
  },
}
