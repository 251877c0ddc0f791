import type { developers as vi } from '../vi/developers.ts'

/** Words of the page on the interface for other systems, in English. */
export const developers: typeof vi = {
  title: 'API',
  lead: 'Bodies and organisations with systems of their own read procedures, dossiers and why a result is due through this interface, with a key issued by whoever manages keys in the province.',
  how: 'Send the key with each call. A key has a scope and a limit of its own; it is not shared and not put into web pages. Every call is written down.',
  document: 'Download the OpenAPI document',
  ask: 'To be given a key, call the hotline at the foot of the page.',
  inPath: 'in the address',
  inQuery: 'parameter',
  required: 'required',
  answers: 'Answers',
}
