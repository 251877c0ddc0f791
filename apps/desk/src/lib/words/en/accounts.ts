import type { accounts as vi } from '../vi/accounts.ts'

/** Words of the pages about accounts of staff, in English. */
export const accounts: typeof vi = {
  invitation: {
    title: 'Activate a staff account',
    lead: (name, province) =>
      `This account is for ${name}, ${province} Province. Choose a password to begin. Nobody else will know it.`,
    username: 'User name',
    usernameHint: 'Note it down: you will sign in with this name and your password.',
    password: 'New password',
    passwordHint:
      'At least 8 characters. A long sentence that is easy to remember, with spaces, is safer than a word with numbers. You may paste from a password manager.',
    again: 'New password once more',
    passwordShort: 'Enter a longer password, at least 8 characters',
    passwordLong: 'Enter a shorter password, at most 1024 characters',
    notTheSame: 'The two are not the same. Enter both again',
    duties:
      'Keep the account and its password secret, share them with nobody, and move no data to devices of your own.',
    submit: 'Activate the account',
    notGoodTitle: 'This activation link cannot be used',
    notGood:
      'It was used, is older than 7 days, was replaced by a newer one, or was not typed rightly. Ask the province’s account managers for another.',
    toSignIn: 'Go to sign-in',
    done: (username) => `The account ${username} is ready. Sign in with the password you have just chosen.`,
  },
}
