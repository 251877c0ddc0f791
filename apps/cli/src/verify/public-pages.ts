import type { TenantFolder } from '@motcua/operations/tenants/folder'
import { found, type Finding } from './finding.ts'
import { missingText, readPage, type PageParts } from './page.ts'
import type { Answer, Visitor } from './visitor.ts'

/** A province at its address, and how it is visited. */
export interface Visited {
  readonly folder: TenantFolder
  /** Address of its portal, without a slash at its end. */
  readonly portal: string
  readonly stranger: Visitor
}

/** A code of the right form that no dossier has. */
export const codeOfNobody = '000101-ZZZZ-ZZZZ'

/** Links followed at most: a sample of a large catalogue, and each of a small one. */
const mostLinks = 80

/** What everybody sees of a province: its pages in both languages, each whole, and where they lead. */
export async function checkPublicPages(visited: Visited): Promise<Finding[]> {
  const { folder, portal, stranger } = visited
  const { name, hotline } = folder.manifest
  const procedure = folder.procedures[0]!
  const body = folder.agencies[0]!
  const seen = new Map<string, PageParts>()
  const page = async (path: string, about: Finding['about'], shows: readonly string[], lang = 'vi') => {
    const answer = await stranger.get(portal + path)
    const parts = readPage(answer.text)
    seen.set(path, parts)
    return found(about, wrongWith(answer, parts, shows, lang))
  }
  const findings = [
    await page('/', { vi: 'Trang chủ', en: 'The home page' }, [name, hotline]),
    await page('/en', { vi: 'Trang chủ tiếng Anh', en: 'The home page in English' }, [hotline], 'en'),
    await page('/procedures', { vi: 'Danh mục thủ tục', en: 'The catalogue' }, []),
    await page(
      `/procedures/${procedure.code}`,
      { vi: `Thủ tục ${procedure.code}`, en: `Procedure ${procedure.code}` },
      [procedure.name],
    ),
    await page('/agencies', { vi: 'Danh bạ cơ quan', en: 'The agencies' }, [body.name]),
    await page('/guide', { vi: 'Hướng dẫn', en: 'The guide' }, []),
    await page('/look-up', { vi: 'Tra cứu', en: 'Look-up' }, []),
    await page(
      `/look-up/${codeOfNobody}`,
      { vi: 'Mã hồ sơ không có', en: 'A code that nobody has is answered' },
      [codeOfNobody],
    ),
    await page('/status', { vi: 'Tình trạng hoạt động', en: 'The status page' }, []),
  ]
  return [...findings, await checkLinks(visited, seen)]
}

function wrongWith(
  answer: Answer,
  parts: PageParts,
  shows: readonly string[],
  lang: string,
): string | undefined {
  if (answer.status !== 200) return `${answer.status}`
  if (parts.lang !== lang) return `lang="${parts.lang}"`
  const absent = shows.find((text) => !`${parts.title} ${parts.text}`.includes(text))
  return absent === undefined ? missingText(parts) : `‹${absent}› ?`
}

/** Every address of the portal that its pages name answers. */
async function checkLinks(
  { portal, stranger }: Visited,
  pages: ReadonlyMap<string, PageParts>,
): Promise<Finding> {
  const named = new Map<string, string>()
  for (const [path, { links }] of pages) {
    for (const link of links) {
      const url = URL.canParse(link, portal + path) ? new URL(link, portal + path) : undefined
      if (!url || url.origin !== new URL(portal).origin) continue
      url.hash = ''
      if (!named.has(url.href)) named.set(url.href, path)
    }
  }
  const dead: string[] = []
  const followed = [...named].slice(0, mostLinks)
  for (const [href, from] of followed) {
    const { status } = await stranger.get(href)
    if (status >= 400) dead.push(`${from} → ${href.slice(portal.length)} (${status})`)
  }
  const about = {
    vi: `${followed.length} liên kết của các trang ấy`,
    en: `${followed.length} links of these pages`,
  }
  return found(about, dead.length === 0 ? undefined : dead.join('; '))
}
