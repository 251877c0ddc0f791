import type { ParseArgsConfig } from 'node:util'

/** The language a person is spoken to in. */
export type Lang = 'vi' | 'en'

/** 0: done. 1: what was given was refused. 2: the command was used wrongly. */
export type ExitCode = 0 | 1 | 2

/** What a command touches of the process that runs it. */
export interface Io {
  /** Where the person stands: file names are read and written relative to it. */
  readonly cwd: string
  readonly stdin: AsyncIterable<Uint8Array>
  /** Writes to standard output and waits while the reader is slower than the command. */
  out(text: string): Promise<void>
  /** Writes to standard error: diagnostics, progress, complaints. */
  err(text: string): void
}

/** One call of a command, its arguments parsed. */
export interface Call {
  readonly io: Io
  readonly operands: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  /** Language of what is said to the person: Vietnamese unless `--lang en`. */
  readonly lang: Lang
  readonly json: boolean
}

/** A command: what it takes and what it does. One file each, loaded only when it is called. */
export interface Command {
  /** What follows its name on the command line. */
  readonly usage: string
  readonly options?: NonNullable<ParseArgsConfig['options']>
  /** How many operands it takes, at least and at most. */
  readonly operands: readonly [least: number, most: number]
  run(call: Call): Promise<ExitCode>
}

/** The command line was not understood; `vi` and `en` say how to put it right. Exit code 2. */
export class WrongUsage extends Error {
  readonly vi: string
  constructor(said: { vi: string; en: string }) {
    super(said.en)
    this.vi = said.vi
  }
}

/** What was given cannot be worked with: a missing file, an unknown tenant. Exit code 1. */
export class Unusable extends Error {
  readonly vi: string
  constructor(said: { vi: string; en: string }) {
    super(said.en)
    this.vi = said.vi
  }
}
