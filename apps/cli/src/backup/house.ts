import path from 'node:path'
import { CannotStart, connect, findTenantState, openScratch } from '@motcua/db'
import { UnusableArchive } from '@motcua/operations/leaving/archive-manifest'
import type { House } from '@motcua/operations/leaving/import-tenant'
import { backupFile, findBackup, type BackupPlace } from '@motcua/operations/backups/make-backup'
import { type Call, Unusable } from '../command.ts'
import { withArchive } from '../db/connection.ts'
import { env } from '../env.ts'
import { projectOf } from '../places.ts'

/** What the commands about backups work with: both roles, the folder of the backups and where things may lie aside. */
export interface CliHouse extends House, BackupPlace {
  readonly aside: string
}

/** Who the command line is, in notes and trails. */
export const atTheCommandLine = {
  by: 'command line',
  actor: { kind: 'system', name: 'command line' },
} as const

/** Opens the archive as its owner and as the processes do. What cannot be used is said in a sentence. */
export async function withHouse<T>(
  { io }: Pick<Call, 'io'>,
  work: (house: CliHouse) => Promise<T>,
): Promise<T> {
  const folder = env(projectOf(io.cwd).root).backupDir
  return withArchive(io, async (archive) => {
    const db = connect({ url: archive.appUrl, max: 3 })
    const owner = connect({ url: archive.ownerUrl, max: 2 })
    try {
      return await work({
        db,
        owner,
        folder,
        aside: path.join(folder, `.aside-${process.pid}.zip`),
        openScratch: (migrations) => openScratch({ ...archive, ...(migrations && { migrations }) }),
      })
    } catch (error) {
      if (error instanceof UnusableArchive || error instanceof CannotStart)
        throw new Unusable({ vi: error.vi, en: error.message })
      throw error
    } finally {
      await Promise.all([db.close(), owner.close()])
    }
  })
}

/** The tenants named, or all that have something in force. @throws Unusable for one that is not here */
export async function tenantsNamed(
  house: CliHouse,
  named: readonly string[],
  all: readonly string[],
): Promise<string[]> {
  for (const id of named) {
    if ((await findTenantState(house.db, id))?.edition === undefined) throw notHere(id)
  }
  return named.length > 0 ? [...named] : [...all]
}

/** The file a command is about: one given by its name, or a noted backup by the beginning of its id; the latest unless told. */
export async function fileNamed(
  { io }: Call,
  house: CliHouse,
  tenant: string,
  given: string | undefined,
): Promise<{ file: string; id?: string }> {
  if (given?.endsWith('.zip')) return { file: path.resolve(io.cwd, given) }
  const backup = await findBackup(house.db, tenant, given)
  if (!backup) {
    throw new Unusable({
      vi: given ? `không có bản sao lưu ${given} của ${tenant}` : `${tenant} chưa có bản sao lưu nào`,
      en: given ? `there is no backup ${given} of ${tenant}` : `${tenant} has no backup yet`,
    })
  }
  return { file: backupFile(house, tenant, backup), id: backup.id }
}

export const notHere = (tenant: string): Unusable =>
  new Unusable({ vi: `ở đây không có tỉnh ${tenant}`, en: `there is no tenant ${tenant} here` })

/** `1,2 MB`. */
export function size(bytes: number, lang: 'vi' | 'en'): string {
  const figure = (bytes / 1_000_000).toFixed(1)
  return `${lang === 'vi' ? figure.replace('.', ',') : figure} MB`
}

/** `3,4 giây`. */
export function seconds(ms: number, lang: 'vi' | 'en'): string {
  const figure = (ms / 1000).toFixed(1)
  return lang === 'vi' ? `${figure.replace('.', ',')} giây` : `${figure} s`
}
