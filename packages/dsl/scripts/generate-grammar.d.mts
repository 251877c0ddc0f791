/** The compiled grammar as JavaScript text. */
export function generatedGrammar(): string
