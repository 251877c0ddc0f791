import { listHosts, findTenantState, type Database } from '@motcua/db'
import { currentFolder } from '@motcua/operations/tenants/current-folder'
import type { TenantFolder } from '@motcua/operations/tenants/folder'
import { openTrialPeople } from '@motcua/operations/tenants/trial-people'
import { twinIdOf } from '@motcua/operations/tenants/twin'
import { now } from '../clock.ts'
import { Unusable, type Command } from '../command.ts'
import { withDatabase } from '../db/connection.ts'
import { addresses, type Addresses } from '../env.ts'
import { line, type Finding } from '../verify/finding.ts'
import { checkPublicPages } from '../verify/public-pages.ts'
import { checkTrial, firstFiledOnline, offersWithoutPapers } from '../verify/trial.ts'
import { visitor } from '../verify/visitor.ts'
import { checkWalls } from '../verify/walls.ts'
import { idOf } from './folder.ts'

/**
 * Visits a province that is live, as its people do, and says of each thing whether it holds. Nothing is written to the
 * province: an application is filed and taken in at its trial, where there is one.
 */
export const command: Command = {
  usage: 'TENANT|DIR [--url http://*:PORT]',
  options: { url: { type: 'string' } },
  operands: [1, 1],

  async run(call) {
    const { io, options, json, lang } = call
    const at = addresses(typeof options['url'] === 'string' ? options['url'] : undefined)
    const id = await idOf(call)
    const findings: Finding[] = []
    const tell = async (more: readonly Finding[]): Promise<void> => {
      findings.push(...more)
      if (!json) for (const finding of more) await io.out(line(finding, lang))
    }
    await withDatabase(io, (db) => verify(db, { id, at, tell }))
    const failed = findings.filter(({ state }) => state === 'fails').length
    const said = {
      vi: `${id}: ${findings.length} mục kiểm tra, ${failed} không đạt\n`,
      en: `${id}: ${findings.length} checks, ${failed} failed\n`,
    }
    await io.out(json ? `${JSON.stringify({ tenant: id, failed, findings })}\n` : said[lang])
    return failed === 0 ? 0 : 1
  },
}

interface Place {
  readonly id: string
  readonly at: Addresses
  readonly tell: (findings: readonly Finding[]) => Promise<void>
}

async function verify(db: Database, { id, at, tell }: Place): Promise<void> {
  const folder = await currentFolder(db, id)
  if (!folder) throw new Unusable({ vi: `không có tỉnh \`${id}\``, en: `there is no province \`${id}\`` })
  const hosts = await listHosts(db)
  const portal = at.portal(folder.manifest.hosts[0]!)
  const visited = { folder, portal, stranger: visitor() }
  await tell(await checkPublicPages(visited))
  const others = hosts.filter(({ tenant }) => tenant !== id).map(({ host }) => host)
  const unknown = at.portal(`khong-co.${folder.manifest.hosts[0]!}`)
  await tell(await checkWalls(visited, { desk: at.desk, others, unknown }))
  await tell(await tryTrial(db, { of: folder, portal, at }))
}

const trying = {
  vi: 'Nộp và tiếp nhận một hồ sơ ở bản thử',
  en: 'An application is filed and taken in at the trial',
}

async function tryTrial(
  db: Database,
  { of, portal, at }: { of: TenantFolder; portal: string; at: Addresses },
): Promise<Finding[]> {
  const twin = (await findTenantState(db, of.manifest.id))?.twinOf ? of.manifest.id : twinIdOf(of.manifest.id)
  const folder = await currentFolder(db, twin)
  if (!folder) return [{ state: 'left-out', about: trying, seen: `motcua tenant twin ${of.manifest.id}` }]
  const trial = at.portal(folder.manifest.hosts[0]!)
  const offer = await firstFiledOnline(trial, offersWithoutPapers(folder))
  if (!offer)
    return [
      {
        state: 'left-out',
        about: trying,
        seen: 'không có thủ tục trực tuyến nào không cần giấy tờ / no procedure online without papers',
      },
    ]
  const people = await openTrialPeople(db, { twin, agencyId: offer.agencyId, now: now() })
  try {
    return await checkTrial({
      ...{ folder, offer, sessions: people, desk: at.desk, province: portal, portal: trial },
    })
  } finally {
    await people.leave(now())
  }
}
