import { randomUUID } from 'node:crypto'
import { found, type Finding } from './finding.ts'
import { readPage } from './page.ts'
import type { Visited } from './public-pages.ts'
import { cookiesOf } from './trial.ts'
import { visitor } from './visitor.ts'

/** Hosts, ids and sessions that are not this province's lead to nothing, and say nothing of who they belong to. */
export async function checkWalls(
  { folder, portal, stranger }: Visited,
  { desk, others, unknown }: { desk: string; others: readonly string[]; unknown: string },
): Promise<Finding[]> {
  const { id, name } = folder.manifest
  const other = others[0]
  const claimed = {
    'x-forwarded-host': other ?? 'nowhere.example',
    'x-motcua-host': other ?? 'nowhere.example',
    'x-original-host': other ?? 'nowhere.example',
  }
  const named = await stranger.get(`${portal}/`, claimed)
  const nowhere = await stranger.get(`${unknown}/`)
  const token = `${id}.citizen.${'a'.repeat(40)}`
  const forged = await visitor(cookiesOf('motcua-session', token)).get(`${portal}/dossiers`)
  const closed = await stranger.get(`${portal}/dossiers/${randomUUID()}`)
  const file = await stranger.get(`${portal}/files/${randomUUID()}`)
  const atDesk = await stranger.get(`${desk}/dossiers/${randomUUID()}`)
  const toSignIn = (location = ''): boolean => location.includes('/sign-in')
  return [
    found(
      {
        vi: 'Tên máy khác nêu trong tiêu đề không đổi được tỉnh',
        en: 'Another host claimed in headers does not change the province',
      },
      readPage(named.text).text.includes(name) ? undefined : `${named.status}`,
    ),
    found(
      { vi: 'Tên máy không thuộc tỉnh nào thì không có cổng', en: 'A host of no province has no portal' },
      nowhere.status >= 400 || !nowhere.text.includes(name) ? undefined : `${nowhere.status}`,
    ),
    found(
      { vi: 'Phiên đăng nhập bịa đặt không vào được', en: 'A made-up session opens nothing' },
      toSignIn(forged.headers.location) ? undefined : `${forged.status}`,
    ),
    found(
      { vi: 'Người lạ không đọc được hồ sơ', en: 'A stranger reads no dossier' },
      closed.status >= 300 ? undefined : `${closed.status}`,
    ),
    found(
      { vi: 'Người lạ không đọc được tệp', en: 'A stranger reads no file' },
      file.status >= 300 ? undefined : `${file.status}`,
    ),
    found(
      { vi: 'Bàn làm việc hỏi đăng nhập', en: 'The desk asks who it is' },
      toSignIn(atDesk.headers.location) ? undefined : `${atDesk.status}`,
    ),
  ]
}
