/** The sentence of a deed that was done a moment ago, where its name is known and it needs nothing else to be said. */
export function doneWords(done: Readonly<Record<string, unknown>>, name: string | null): string | undefined {
  const sentence = name !== null && Object.hasOwn(done, name) ? done[name] : undefined
  return typeof sentence === 'string' ? sentence : undefined
}
