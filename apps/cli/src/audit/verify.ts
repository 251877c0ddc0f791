import { getTrail, listTrails, type TrailReport } from '@motcua/operations/audit/trail-report'
import { type Call, type Command, Unusable, WrongUsage } from '../command.ts'
import { withDatabase } from '../db/connection.ts'

/** Recomputes the trail of one province, or of all. A seal written down earlier can be held against it. */
export const command: Command = {
  usage: '[TENANT] [--seal NO:HASH]',
  operands: [0, 1],
  options: { seal: { type: 'string' } },

  run: (call) =>
    withDatabase(call.io, async (db) => {
      const [tenant] = call.operands
      const kept = keptSeal(call)
      if (kept && tenant === undefined) {
        throw new WrongUsage({ vi: '--seal cần mã của một tỉnh', en: '--seal needs the id of a province' })
      }
      const reports = tenant === undefined ? await listTrails(db) : [await getTrail(db, tenant, kept)]
      if (reports.length === 0) {
        throw new Unusable({ vi: 'chưa có tỉnh nào', en: 'there is no province yet' })
      }
      for (const report of reports)
        await call.io.out(call.json ? `${JSON.stringify(report)}\n` : said(report, call))
      return reports.every(({ faults }) => faults.length === 0) ? 0 : 1
    }),
}

function keptSeal({ options: { seal } }: Call): { no: number; hash: string } | undefined {
  if (seal === undefined) return undefined
  const parts = /^(\d+):([0-9a-f]{64})$/.exec(String(seal))
  if (parts) return { no: Number(parts[1]), hash: parts[2]! }
  throw new WrongUsage({
    vi: `--seal phải viết NO:HASH, HASH gồm 64 chữ số thập lục phân, không phải "${String(seal)}"`,
    en: `--seal is written NO:HASH with 64 hexadecimal digits, not "${String(seal)}"`,
  })
}

function said({ tenant, entries, seals, lastSeal, faults, durationMs }: TrailReport, { lang }: Call): string {
  const size = {
    vi: `${tenant}: ${entries} mục, ${seals} dấu niêm phong, kiểm tra trong ${durationMs} ms`,
    en: `${tenant}: ${entries} entries, ${seals} seals, verified in ${durationMs} ms`,
  }[lang]
  const verdict =
    faults.length === 0
      ? [{ vi: 'nguyên vẹn', en: 'intact' }[lang]]
      : faults.map((fault) =>
          fault.at === 'entry'
            ? `${entryFaults[fault.fault][lang]}: ${fault.lane}/${fault.seq}`
            : `${sealFaults[fault.fault][lang]}: ${fault.no}`,
        )
  const last = lastSeal && `${{ vi: 'dấu cuối', en: 'last seal' }[lang]}: ${lastSeal.no}:${lastSeal.hash}`
  return `${[size, ...verdict.map((line) => `  ${line}`), ...(last ? [`  ${last}`] : [])].join('\n')}\n`
}

const entryFaults = {
  missing: { vi: 'thiếu mục', en: 'an entry is missing' },
  altered: { vi: 'mục bị sửa', en: 'an entry was altered' },
  inserted: { vi: 'mục bị chèn thêm', en: 'an entry was inserted' },
}

const sealFaults = {
  missing: { vi: 'thiếu dấu niêm phong', en: 'a seal is missing' },
  altered: { vi: 'dấu niêm phong không khớp', en: 'a seal does not match' },
}
