import type { Words } from '../vi.ts'

/** Words of the page on which a new province's first administrator comes in, in English. */
export const firstAdministrator: Pick<Words, 'firstAdministrator'> = {
  firstAdministrator: {
    title: (province) => `First administrator of ${province}`,
    lead: 'This account declares the affairs of the province and lets colleagues in. There is no default password: whoever is invited chooses their own.',
    fullName: 'Full name',
    username: 'User name',
    usernameHint:
      'Lower case letters without diacritics, digits, dots or dashes; for example nguyenvanan.ttpvhcc',
    email: 'E-mail at work',
    agency: 'Body',
    chooseAgency: 'Choose a body',
    submit: 'Open the account and go to the desk',
    wrong: {
      fullName: 'Enter your full name',
      username: 'Enter a user name of 3 to 60 characters: lower case letters, digits, dots, dashes',
      email: 'Enter an e-mail address, for example name@province.gov.vn',
      agencyId: 'Choose a body',
      password: 'Enter a longer password, of at least 8 characters',
    },
    voidTitle: 'This invitation works no longer',
    void: 'The invitation was used, is older than 7 days, was replaced by a newer one, or was mistyped. Apply the province again to get another.',
  },
}
