import type { account as vi } from '../vi/account.ts'

export const account: typeof vi = {
  signIn: {
    title: 'Sign in',
    login: 'E-mail address, telephone number or citizen identity number',
    password: 'Password',
    submit: 'Sign in',
    expired:
      'Your session has ended. Sign in again to continue; your draft and the files you uploaded are kept.',
    needed: 'Sign in to see this page.',
    signedOut: 'You have signed out.',
    registerLead: 'No account yet?',
    registerLink: 'Create an account',
    closedTitle: 'Use your electronic identity account',
    closedLead: (basis) =>
      `Under ${basis}, people carry out procedures with their electronic identity account on the National Public Service Portal. Accounts created here earlier can still sign in to see old dossiers.`,
    missingLogin: 'Enter your e-mail address, telephone number or citizen identity number',
    missingPassword: 'Enter your password',
    wrong: 'The login or the password is wrong. Check them and try again',
    tooMany: (minutes) =>
      `Wrong too many times. Please try again in ${minutes} minute${minutes === 1 ? '' : 's'}; your account and drafts are not affected`,
    help: (hotline) => `If you cannot sign in, please call ${hotline}.`,
    shared: 'On a shared computer, remember to sign out when you have finished.',
  },
  register: {
    title: 'Create an account',
    lead: 'The account keeps your own drafts, dossiers and notices.',
    fullName: 'Full name',
    fullNameHint: 'As on your identity card, for example Nguyễn Thị Đan',
    citizenId: 'Citizen identity number',
    citizenIdHint: 'The 12 digits on your identity card',
    email: 'E-mail address',
    emailHint: 'Notices about your dossiers are sent here',
    phone: 'Telephone number',
    birthDate: 'Date of birth',
    address: 'Where you live',
    addressHint: 'House number, street or village, commune, province',
    password: 'Password',
    passwordHint: (least) =>
      `At least ${least} characters. Three or four words together are easy to remember and safe`,
    showPassword: 'Show the password',
    hidePassword: 'Hide the password',
    submit: 'Create the account and sign in',
    have: 'Already have an account?',
    signInLink: 'Sign in',
    closedTitle: 'Accounts are not created on this portal',
    closedLead: (basis) =>
      `Under ${basis}, organisations and individuals carry out procedures with an electronic identity account connected to the National Public Service Portal, so the province’s portal keeps no accounts of its own.`,
    closedWhat: 'You can',
    closedNational: 'Sign in with VNeID on the National Public Service Portal',
    closedHelp: 'No electronic identity account yet: a one-stop counter helps you to register one.',
    closedBrowse: 'Read about procedures and look up dossiers here without an account',
  },
}
