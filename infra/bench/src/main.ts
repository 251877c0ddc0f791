import { parseArgs } from 'node:util'
import { benchDatabase } from './database.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '6' },
    rounds: { type: 'string', default: '3' },
    clients: { type: 'string', default: '16' },
  },
})

const [what = 'database'] = positionals
if (what !== 'database') {
  console.error(`there is no benchmark \`${what}\`; use: database`)
  process.exit(2)
}
await benchDatabase({
  seconds: Number(values.seconds),
  rounds: Number(values.rounds),
  clients: Number(values.clients),
})
