import { Refused, changeStanding, type StandingDeed } from '@motcua/operations/house/change-standing'
import { now } from '../clock.ts'
import { Unusable, type Command } from '../command.ts'
import { withDatabase } from '../db/connection.ts'

/** A command that moves a province one step: out of service, back, or on its way out of the house. */
export function standingCommand(deed: StandingDeed): Command {
  return {
    usage: deed === 'suspend' ? 'TENANT [--note TEXT] [--note-en TEXT]' : 'TENANT',
    options: { note: { type: 'string' }, 'note-en': { type: 'string' } },
    operands: [1, 1],

    async run({ io, operands, options, json, lang }) {
      const tenant = operands[0]!
      const vi = typeof options['note'] === 'string' ? options['note'] : undefined
      const en = typeof options['note-en'] === 'string' ? options['note-en'] : vi
      const note = vi === undefined ? undefined : { vi, en: en ?? vi }
      const actor = { kind: 'system', name: 'command-line' } as const
      const state = await withDatabase(io, (db) =>
        changeStanding(db, tenant, { deed, actor, now: now(), note }),
      ).catch((error: unknown) => {
        throw error instanceof Refused ? notNow(tenant, error) : error
      })
      const until = state.purgeAfter
        ? { vi: `, xóa sau ${state.purgeAfter}`, en: `, purged after ${state.purgeAfter}` }
        : { vi: '', en: '' }
      const said = {
        vi: `${tenant}: ${standings[state.standing].vi}${until.vi}`,
        en: `${tenant}: ${standings[state.standing].en}${until.en}`,
      }
      await io.out(json ? `${JSON.stringify({ tenant, ...state })}\n` : `${said[lang]}\n`)
      return 0
    },
  }
}

const standings = {
  'in-service': { vi: 'đang hoạt động', en: 'in service' },
  suspended: { vi: 'tạm ngừng hoạt động', en: 'suspended' },
  exported: { vi: 'đã xuất hồ sơ bàn giao', en: 'its archive was handed over' },
  archived: { vi: 'đã xác nhận hồ sơ bàn giao', en: 'its archive was confirmed' },
  purged: { vi: 'đã xóa dữ liệu', en: 'purged' },
}

function notNow(tenant: string, { refusal }: Refused): Unusable {
  const now = standings[(refusal.data?.['standing'] ?? 'in-service') as keyof typeof standings]
  return new Unusable({
    vi: `\`${tenant}\` ${now.vi}: việc này không làm được ở bước này`,
    en: `\`${tenant}\` is ${now.en}: this cannot be done at this step`,
  })
}
