import { NotFound, Refused } from '@motcua/operations/house/change-standing'
import { instant } from '@motcua/calendar'
import { openTwin, setTwinClock, twinIdOf } from '@motcua/operations/tenants/twin'
import { now } from '../clock.ts'
import { Unusable, type Command } from '../command.ts'
import { withDatabase } from '../db/connection.ts'
import { addresses } from '../env.ts'

/** Opens the trial of a province beside it, or brings it up to the province; `--clock` moves the trial's clock. */
export const command: Command = {
  usage: 'TENANT [--clock MOMENT | --clock now]',
  options: { clock: { type: 'string' } },
  operands: [1, 1],

  async run({ io, operands, options, json, lang }) {
    const of = operands[0]!
    const twin = twinIdOf(of)
    const clock = typeof options['clock'] === 'string' ? options['clock'] : undefined
    const to = clock === undefined || clock === 'now' ? undefined : momentOf(clock)
    const actor = { kind: 'system', name: 'command-line' } as const
    const applied = await withDatabase(io, async (db) => {
      const opened = await openTwin(db, { of, now: now() })
      if (clock !== undefined) await setTwinClock(db, { twin, to, now: now(), actor })
      return opened
    }).catch((error: unknown) => {
      if (error instanceof NotFound || error instanceof Refused)
        throw new Unusable({
          vi: `không có tỉnh \`${of}\` đang hoạt động`,
          en: `there is no province \`${of}\``,
        })
      throw error
    })
    const told = { ...applied, ...(to && { clock: to }) }
    const said = {
      vi: `${twin}: bản thử đã sẵn sàng${to ? `, đồng hồ ${to}` : ''}`,
      en: `${twin}: the trial is open${to ? `, its clock stands at ${to}` : ''}`,
    }
    await io.out(json ? `${JSON.stringify(told)}\n` : `${said[lang]} (${addresses().desk})\n`)
    return 0
  },
}

function momentOf(text: string) {
  try {
    return instant(text)
  } catch {
    throw new Unusable({
      vi: `\`--clock\`: viết thời điểm như 2026-03-06T17:30:00+07:00`,
      en: `\`--clock\`: write a moment like 2026-03-06T17:30:00+07:00`,
    })
  }
}
