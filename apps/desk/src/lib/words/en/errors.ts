import type { errors as vi } from '../vi/errors.ts'

/** Words of the pages that say why something cannot be shown, in English. */
export const errors: typeof vi = {
  errors: {
    403: {
      title: 'This account may not do this',
      body: 'The role of the account does not include this page. If you need it, ask the head of the one-stop section.',
    },
    404: {
      title: 'This page or dossier was not found',
      body: 'The address may be mistyped, or the dossier belongs to another province. Search the list by its code.',
    },
    409: {
      title: 'This dossier was already decided',
      body: 'What you sent was not done, and nothing was overwritten.',
      byWhom: (by, what, when) => `${by}: ${what}, at ${when}.`,
      what: (what, when) => `${what}, at ${when}.`,
      open: (no) => `Open dossier ${no}`,
    },
    notNow: {
      title: 'This cannot be done to the dossier now',
      body: 'Its time has not come, or it was done already. Open the dossier to see what can be done now.',
      last: 'Last done:',
    },
    400: {
      title: 'What was sent cannot be read',
      body: 'The page reached the server incomplete; the connection may have been cut. Go back, check it and send it again.',
    },
    413: {
      title: 'The file is too large',
      body: 'A file may have at most 20 MB, all of them 24 MB at a time. Go back and choose smaller ones.',
    },
    429: {
      title: 'Too many requests in a short time',
      body: 'Wait a minute and try again.',
    },
    500: {
      title: 'Something went wrong',
      body: 'What you just did may not have been recorded. Open the dossier again and look before repeating it.',
    },
    503: {
      title: 'The service is not available for the moment',
      body: 'Everything recorded is kept. Try again in a few minutes; meanwhile note counter dossiers on paper.',
    },
    requestId: 'Request number, for technical support:',
    home: 'To the first page',
  },
}
