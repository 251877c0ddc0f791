import { once } from 'node:events'
import type { Io } from './command.ts'

/** The standard streams of this process. A reader that leaves early (`| head`) ends the command quietly. */
export function processIo(): Io {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  return {
    cwd: process.cwd(),
    stdin: process.stdin,
    async out(text) {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain')
    },
    err: (text) => void process.stderr.write(text),
  }
}
