import { loadavg } from 'node:os'
import { benchCheck } from './language/checks.ts'
import { benchCalendar, benchDecision, benchEngines, benchSteps } from './language/decisions.ts'
import { peersAreInstalled } from './language/engines.ts'
import { benchEval, benchReplay } from './language/many.ts'
import { type Line, print } from './language/table.ts'

const benches = [benchDecision, benchEngines, benchCalendar, benchSteps, benchEval, benchReplay, benchCheck]

/** The rules: deciding, explaining, replaying and checking, each beside what else could be used. */
export async function benchLanguage({ rounds }: { readonly rounds: number }): Promise<void> {
  const load = loadavg().map((one) => one.toFixed(1))
  console.log(`load of the machine before: ${load.join(' ')}`)
  if (!peersAreInstalled) console.log('other engines are missing: npm ci --prefix infra/bench/peers')
  const lines: Line[] = []
  for (const bench of benches) lines.push(...(await bench(rounds)))
  print(lines)
}
