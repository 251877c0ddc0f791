import { loadavg } from 'node:os'
import { benchCheck } from './language/checks.ts'
import { benchCalendar, benchDecision, benchEngines, benchSteps } from './language/decisions.ts'
import { peersAreInstalled } from './language/engines.ts'
import { benchLibraries } from './language/libraries.ts'
import { benchEval, benchReplay } from './language/many.ts'
import { benchProofs } from './language/proofs.ts'
import { type Line, print } from './language/table.ts'

const benches = {
  decide: benchDecision,
  engines: benchEngines,
  calendar: benchCalendar,
  libraries: benchLibraries,
  steps: benchSteps,
  eval: benchEval,
  replay: benchReplay,
  check: benchCheck,
  proofs: benchProofs,
}

interface Options {
  readonly rounds: number
  /** Parts of it; all where none is named. */
  readonly only: readonly string[]
}

/** The rules: deciding, explaining, replaying and checking, each beside what else could be used. */
export async function benchLanguage({ rounds, only }: Options): Promise<void> {
  const load = loadavg().map((one) => one.toFixed(1))
  console.log(`load of the machine before: ${load.join(' ')}`)
  if (!peersAreInstalled) console.log('other engines are missing: npm ci --prefix infra/bench/peers')
  const lines: Line[] = []
  for (const [name, bench] of Object.entries(benches)) {
    if (only.length === 0 || only.includes(name)) lines.push(...(await bench(rounds)))
  }
  print(lines)
}
