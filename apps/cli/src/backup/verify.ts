import path from 'node:path'
import { findBackup } from '@motcua/operations/backups/make-backup'
import { hashFile } from '@motcua/operations/leaving/read-archive'
import { UnusableArchive } from '@motcua/operations/leaving/archive-manifest'
import { verifyArchive } from '@motcua/operations/leaving/verify-archive'
import { type Call, type Command, type ExitCode, Unusable } from '../command.ts'
import { fileNamed, withHouse } from './house.ts'

/**
 * Reads an archive from its first byte to its last. A file needs no database; a noted backup is held against the
 * fingerprint noted when it was made as well.
 */
export const command: Command = {
  usage: 'FILE.zip | TENANT [BACKUP]',
  operands: [1, 2],

  async run(call) {
    const [given = '', id] = call.operands
    if (given.endsWith('.zip')) return check(call, path.resolve(call.io.cwd, given))
    return withHouse(call, async (house) => {
      const { file } = await fileNamed(call, house, given, id)
      return check(call, file, (await findBackup(house.db, given, id))?.sha256)
    })
  },
}

async function check(call: Call, file: string, noted?: string): Promise<ExitCode> {
  try {
    const { manifest, entries, faults } = await verifyArchive(file)
    const isNoted = noted === undefined || (await hashFile(file)) === noted
    const { tenant, takenAt, tables } = manifest
    if (call.json)
      await call.io.out(`${JSON.stringify({ file, tenant, takenAt, entries, faults, isNoted })}\n`)
    else {
      const rows = tables.reduce((sum, table) => sum + table.rows, 0)
      const said = {
        vi: `${tenant.name}, lúc ${takenAt}: ${entries} tệp, ${tables.length} bảng, ${rows} dòng`,
        en: `${tenant.name}, at ${takenAt}: ${entries} entries, ${tables.length} tables, ${rows} rows`,
      }
      await call.io.out(`${said[call.lang]}\n`)
    }
    for (const { path: entry, fault } of faults) call.io.err(`${entry}: ${words[fault][call.lang]}\n`)
    if (!isNoted) call.io.err(`${otherFile[call.lang]}\n`)
    return faults.length > 0 || !isNoted ? 1 : 0
  } catch (error) {
    if (error instanceof UnusableArchive) throw new Unusable({ vi: error.vi, en: error.message })
    throw error
  }
}

const words = {
  altered: { vi: 'đã bị sửa', en: 'was altered' },
  missing: { vi: 'bị thiếu', en: 'is missing' },
  added: { vi: 'bị thêm vào', en: 'was added' },
}
const otherFile = {
  vi: 'tệp không phải là tệp đã ghi nhận khi sao lưu: mã băm khác',
  en: 'the file is not the one that was noted: its fingerprint differs',
}
