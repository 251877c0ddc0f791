import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Bilingual } from '@motcua/domain'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { TenantProblems, type Problem } from '../tenants/problem.ts'
import type { TenantPlaces } from '../tenants/read-tenant-folder.ts'

/** Most bytes of an uploaded ZIP, of one file in it and of all of them together, and most files. */
export const folderBounds = {
  zipBytes: 2_000_000,
  fileBytes: 2_000_000,
  allBytes: 8_000_000,
  files: 200,
} as const

/** What a province's folder is made of. Anything else in the ZIP is left out. */
const known = /\.(?:ya?ml|csv|svg|json|pem|quyche)$/

/**
 * Unpacks a ZIP of a province's folder aside, has it read, and removes it again. The folder is where `tenant.yaml`
 * lies; regulations of its own may come along as `rules/<province>/….quyche` and stand for the library's of the same
 * folder. National law and the national catalogue are the library's and are never brought.
 * @throws TenantProblems where it cannot be unpacked
 */
export async function withUnpacked<T>(
  zip: Buffer,
  library: Omit<TenantPlaces, 'folder'>,
  work: (places: TenantPlaces) => Promise<T>,
): Promise<T> {
  const files = await readZip(zip)
  const { folder, rules } = sortOut(files)
  const aside = await mkdtemp(path.join(tmpdir(), 'motcua-folder-'))
  try {
    await putAll(path.join(aside, 'folder'), folder)
    await putAll(path.join(aside, 'rules'), rules)
    await joinLibrary(path.join(aside, 'rules'), library.rules, rules)
    return await work({
      folder: path.join(aside, 'folder'),
      national: library.national,
      rules: path.join(aside, 'rules'),
    })
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

type Files = ReadonlyMap<string, Buffer>

async function readZip(zip: Buffer): Promise<Files> {
  if (zip.length > folderBounds.zipBytes) throw unusable(words.zipTooLarge)
  // Names that lead out of the folder end the reading here: the library refuses them.
  const opened = await fromBufferPromise(zip, { strictFileNames: true }).catch(() => {
    throw unusable(words.noZip)
  })
  const files = new Map<string, Buffer>()
  let bytes = 0
  try {
    for await (const entry of opened.eachEntry()) {
      const { fileName: name, uncompressedSize } = entry
      if (name.endsWith('/') || !known.test(name) || name.startsWith('__MACOSX/')) continue
      bytes += uncompressedSize
      if (uncompressedSize > folderBounds.fileBytes || bytes > folderBounds.allBytes)
        throw unusable(words.filesTooLarge, name)
      if (files.size >= folderBounds.files) throw unusable(words.tooManyFiles)
      files.set(name, await contentOf(opened, entry))
    }
  } catch (error) {
    throw error instanceof TenantProblems ? error : unusable(words.noZip)
  }
  return files
}

async function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  // A file that says it is smaller than it is fails while it is read.
  return buffer(await zip.openReadStreamPromise(entry))
}

function sortOut(files: Files): { folder: Files; rules: Files } {
  const manifests = [...files.keys()].filter((name) => path.posix.basename(name) === 'tenant.yaml')
  if (manifests.length !== 1) throw unusable(manifests.length === 0 ? words.noManifest : words.manyManifests)
  const home = manifests[0]!.slice(0, -'tenant.yaml'.length)
  const folder = new Map<string, Buffer>()
  const rules = new Map<string, Buffer>()
  for (const [name, content] of files) {
    const law = /(?:^|\/)rules\/([a-z0-9-]+\/[^/]+\.quyche)$/.exec(name)?.[1]
    if (law?.startsWith('national/')) throw unusable(words.nationalLaw, name)
    if (law) rules.set(law, content)
    else if (name.startsWith(home)) folder.set(name.slice(home.length), content)
  }
  return { folder, rules }
}

async function putAll(place: string, files: Files): Promise<void> {
  await mkdir(place, { recursive: true })
  for (const [name, content] of files) {
    const file = path.join(place, name)
    if (!file.startsWith(place + path.sep)) throw unusable(words.noZip)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, content)
  }
}

/** The library's folders of law beside those that were brought. */
async function joinLibrary(place: string, library: string, brought: Files): Promise<void> {
  const own = new Set([...brought.keys()].map((name) => name.split('/', 1)[0]))
  for (const entry of await readdir(library, { withFileTypes: true })) {
    if (!entry.isDirectory() || own.has(entry.name)) continue
    await symlink(path.join(path.resolve(library), entry.name), path.join(place, entry.name))
  }
}

function unusable(said: Bilingual, file = 'ZIP'): TenantProblems {
  const problem: Problem = { file, ...said }
  return new TenantProblems([problem])
}

const words = {
  noZip: {
    vi: 'không phải là tệp ZIP đọc được, hoặc có tên tệp không hợp lệ; nén lại thư mục của tỉnh',
    en: 'is no ZIP that can be read, or holds names that are not allowed; pack the province’s folder anew',
  },
  zipTooLarge: { vi: 'lớn hơn 2 MB', en: 'is larger than 2 MB' },
  filesTooLarge: {
    vi: 'quá lớn: mỗi tệp nhiều nhất 2 MB, tất cả nhiều nhất 8 MB',
    en: 'is too large: at most 2 MB a file and 8 MB in all',
  },
  tooManyFiles: { vi: 'có hơn 200 tệp', en: 'holds more than 200 files' },
  noManifest: {
    vi: 'không có tệp tenant.yaml; nén thư mục của tỉnh, ví dụ tenants/long-an',
    en: 'holds no tenant.yaml; pack the folder of a province, such as tenants/long-an',
  },
  manyManifests: {
    vi: 'có nhiều tệp tenant.yaml; mỗi lần một tỉnh',
    en: 'holds several tenant.yaml; one province at a time',
  },
  nationalLaw: {
    vi: 'quy định quốc gia không đưa lên cùng tỉnh; cập nhật cùng phần mềm',
    en: 'national law does not come with a province; it comes with the program',
  },
}
