// What `tenant verify` says of a house that is as it should be, and of one that is not.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readProvince } from '@motcua/operations/testing'
import type { TenantFolder } from '@motcua/operations/tenants/folder'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { missingText, readPage } from '../src/verify/page.ts'
import { checkPublicPages, codeOfNobody } from '../src/verify/public-pages.ts'
import { visitor } from '../src/verify/visitor.ts'
import { checkWalls } from '../src/verify/walls.ts'

let folder: TenantFolder
let portal = ''
let desk = ''
let unknown = ''
type Answers = (request: IncomingMessage, response: ServerResponse) => boolean
/** Answers in the place of the sound house; false where it does not. */
let instead: Answers = () => false

const house = createServer((request, response) => {
  if (instead(request, response)) return
  const path = request.url ?? '/'
  if (!request.headers.host?.startsWith('long-an.') && !request.headers.host?.startsWith('desk.'))
    return void response.writeHead(404).end()
  if (/^\/(dossiers|files)/.test(path)) return void response.writeHead(303, { location: '/sign-in' }).end()
  response.end(pageOf(path))
})

beforeAll(async () => {
  folder = await readProvince('long-an')
  await new Promise<void>((done) => house.listen(0, '127.0.0.1', done))
  const { port } = house.address() as AddressInfo
  portal = `http://long-an.localhost:${port}`
  desk = `http://desk.localhost:${port}`
  unknown = `http://khong-co.long-an.localhost:${port}`
})

beforeEach(() => {
  instead = () => false
})

afterAll(() => house.close())

/** A page that shows everything a page of the portal is asked for. */
function pageOf(path: string): string {
  const { name, hotline } = folder.manifest
  const said = [name, hotline, folder.procedures[0]!.name, folder.agencies[0]!.name, codeOfNobody].join(' ')
  const lang = path.startsWith('/en') ? 'en' : 'vi'
  return `<html lang="${lang}"><head><title>${name}</title></head><body><h1>Cổng</h1><p>${said}</p>
    <a href="/guide#top">1</a><a href="https://elsewhere.example/">2</a></body></html>`
}

const visit = async () => {
  const visited = { folder, portal, stranger: visitor() }
  const findings = [
    ...(await checkPublicPages(visited)),
    ...(await checkWalls(visited, { desk, others: ['phu-tho.localhost'], unknown })),
  ]
  return findings.filter(({ state }) => state !== 'holds').map(({ about, seen }) => `${about.en}: ${seen}`)
}

const answer =
  (at: string, text: string, status = 200): Answers =>
  (request, response) => {
    if (request.url !== at) return false
    response.writeHead(status).end(text)
    return true
  }

test('a sound house passes every check', async () => {
  expect(await visit()).toEqual([])
})

test('a page that fails, and the link to it, are named', async () => {
  instead = answer('/guide', 'oh', 500)
  expect(await visit()).toEqual(['The guide: 500', '1 links of these pages: / → /guide (500)'])
})

test('a page without a text, or in the wrong language, is named with what it shows', async () => {
  instead = answer('/en', pageOf('/'))
  expect(await visit()).toEqual(['The home page in English: lang="vi"'])
  instead = answer('/status', pageOf('/').replace('<p>', '<p>undefined '))
  expect(await visit()).toEqual(['The status page: undefined'])
})

test('a code that nobody has must not be answered by a fault', async () => {
  instead = answer(`/look-up/${codeOfNobody}`, '', 404)
  expect(await visit()).toEqual(['A code that nobody has is answered: 404'])
})

test('a house that believes what strangers claim fails the probes of the walls', async () => {
  instead = ({ url, headers }, response) => {
    const fooled = headers['x-forwarded-host'] || headers.host?.startsWith('khong-co.') || headers['cookie']
    if (!fooled) return false
    response.end(pageOf(url ?? '/').replaceAll(headers['x-forwarded-host'] ? /Long An/g : /^$/g, 'Phú Thọ'))
    return true
  }
  expect(await visit()).toEqual([
    'Another host claimed in headers does not change the province: 200',
    'A host of no province has no portal: 200',
    'A made-up session opens nothing: 200',
  ])
})

test('nobody at an address is one sentence', async () => {
  await expect(visitor().get('http://long-an.localhost:9/')).rejects.toThrow(
    'nobody answers at http://long-an.localhost:9',
  )
})

test.each(['[object Object]', 'NaN đồng', 'Kính gửi {applicant}', '%motcua.theme%'])(
  'a page that shows %s misses a text',
  (shown) => {
    const page = readPage(`<title>Cổng</title><body><h1>Cổng</h1><p>${shown}</p></body>`)
    expect(shown).toContain(missingText(page))
  },
)

test('what only programs read is no text of a page', () => {
  const page = readPage('<title>Cổng</title><body><h1>Cổng</h1><script>let a = undefined</script></body>')
  expect(missingText(page)).toBeUndefined()
})
