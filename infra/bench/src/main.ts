import { parseArgs } from 'node:util'
import { benchBackup } from './backup.ts'
import { benchDatabase } from './database.ts'
import { benchLanguage } from './language.ts'
import { benchLifecycle } from './lifecycle.ts'
import { benchNoisy } from './noisy.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '6' },
    rounds: { type: 'string', default: '3' },
    clients: { type: 'string', default: '16' },
    dossiers: { type: 'string', default: '1000000' },
  },
})

const [what = 'database', ...only] = positionals
const rounds = Number(values.rounds)
if (what === 'database') {
  await benchDatabase({ seconds: Number(values.seconds), rounds, clients: Number(values.clients) })
} else if (what === 'lifecycle') {
  const [seconds, clients, dossiers] = [values.seconds, values.clients, values.dossiers].map(Number)
  await benchLifecycle({ seconds: seconds!, rounds, clients: clients!, dossiers: dossiers! })
} else if (what === 'backup') await benchBackup({ dossiers: Number(values.dossiers) })
else if (what === 'noisy') await benchNoisy({ seconds: Number(values.seconds), rounds })
else if (what === 'language') await benchLanguage({ rounds, only })
else {
  console.error(`there is no benchmark \`${what}\`; use: database, lifecycle, backup, noisy, language`)
  process.exit(2)
}
