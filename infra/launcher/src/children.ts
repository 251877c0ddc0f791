import { spawn, type ChildProcess } from 'node:child_process'

export interface Child {
  readonly name: string
  readonly process: ChildProcess
  /** Settles when the process has ended. */
  readonly ended: Promise<number>
}

/** Starts a program of ours and puts its name before every line it writes. */
export function startChild(name: string, args: string[], env: Record<string, string | undefined>): Child {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C reaches this process only, which then stops its children in order.
    detached: true,
  })
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) console.log(`${name.padEnd(8)} ${line}`)
    })
  }
  const ended = new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
  return { name, process: child, ended }
}

/** Asks a program to stop, waits for it, and ends it when it does not within `graceMs`. */
export async function stopChild(child: Child, graceMs = 8000): Promise<void> {
  if (child.process.exitCode !== null || child.process.signalCode !== null) return
  child.process.kill('SIGTERM')
  const timer = setTimeout(() => child.process.kill('SIGKILL'), graceMs)
  await child.ended
  clearTimeout(timer)
}
