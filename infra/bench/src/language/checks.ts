import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { compile, runExamples } from '@motcua/dsl'
import { filesOf } from './laws.ts'
import { median, race } from './measure.ts'
import { type Line, alone } from './table.ts'

const provinces = ['tuyen-quang', 'long-an', 'ha-nam', 'phu-tho']

/** Checking a province's files with all national ones: in a fresh process, and again after an edit. */
export async function benchCheck(rounds: number): Promise<Line[]> {
  const lines: Line[] = []
  for (const province of provinces) {
    const cold = Array.from({ length: Math.max(3, rounds) }, () => firstCheck(province))
    const of = (pick: (one: Cold) => number) => median(cold.map(pick)) * 1e6
    lines.push({
      ...alone(
        `first check of ${province} with all floors`,
        { name: province, ns: of((one) => one.checkMs) },
        { mostNs: 150e6 },
      ),
      ratio: `after loading the program, ${Math.round(of((one) => one.loadMs) / 1e6)} ms`,
    })
  }
  for (const province of provinces) lines.push(await edit(rounds, province))
  return lines
}

interface Cold {
  readonly loadMs: number
  readonly checkMs: number
}

function firstCheck(province: string): Cold {
  const program = fileURLToPath(new URL('cold-check.ts', import.meta.url))
  return JSON.parse(execFileSync(process.execPath, [program, province], { encoding: 'utf8' })) as Cold
}

/** A number of the province's newest file is changed, and the whole is checked again with its examples. */
async function edit(rounds: number, province: string): Promise<Line> {
  const files = filesOf(province)
  const edited = files.at(-1)!
  let n = 0
  const run = () => {
    const text = edited.text.replace(/trong 0\d/, `trong 0${1 + (n++ % 8)}`)
    const { program } = compile([...files.slice(0, -1), { ...edited, text }])
    return program && runExamples(program, [edited.path])
  }
  const [time] = await race(rounds, [{ name: 'edit', count: 1, run }])
  return alone(`check of ${province} after an edit, its examples run`, time!, { mostNs: 20e6 })
}
