import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { exportBodies } from '@motcua/operations'
import type { Command } from '../command.ts'
import { withDatabase } from '../db/connection.ts'

/** Writes the files of a province's bodies, as they are in force, into a folder. */
export const command: Command = {
  usage: 'TENANT DIR',
  operands: [2, 2],

  async run({ io, operands }) {
    const [tenant, dir] = operands as [string, string]
    const { files } = await withDatabase(io, (db) => db.read(tenant, exportBodies))
    const folder = path.resolve(io.cwd, dir)
    await mkdir(folder, { recursive: true })
    for (const { name, text } of files) {
      await writeFile(path.join(folder, name), text)
      await io.out(`${path.join(dir, name)}\n`)
    }
    return 0
  },
}
