import { execFile } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { cp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { fileLicence, licence } from './support/filing.ts'
import { newCitizen } from './support/people.ts'
import { portal } from './support/places.ts'
import { expect, test } from './support/test.ts'
import { openAccount } from './support/without-pages.ts'

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '../../..')

test('AMB-17: a number changed in a file of law is in force a second after it is applied, and a clock that runs keeps its old one', async ({
  page,
}, info) => {
  const project = await newProvince(info.outputPath('project'))
  const { id } = project
  expect(await project.apply()).toContain('bản 1')
  await inForce(async () => {
    await page.goto(portal(id))
    await expect(page).toHaveTitle(/Phú Thọ/, { timeout: 1 })
  })

  const citizen = newCitizen('Hà Thị Trước')
  await openAccount(page, id, citizen)
  const choices = { returnChannel: 'postal', paymentChannel: 'online' }
  const before = await fileLicence(page, citizen, choices)

  await test.step('a number that its own example contradicts is refused, and nothing changes', async () => {
    await project.rewrite((law) => law.replaceAll('trong 08 giờ làm việc', 'trong 04 giờ làm việc'))
    await expect(project.apply()).rejects.toThrow(/31-2020\.quyche.*E1001/)
    await page.goto(portal(id, `/procedures/${licence.code}`))
    await expect(page.locator('#intake time').first()).toHaveText(/^17:00/)
  })

  await test.step('with its examples it is applied, and the portal says the new thing', async () => {
    await project.rewrite((law) =>
      law
        .replaceAll('2021-01-11T17:00', '2021-01-11T11:30')
        .replaceAll('2026-03-09T17:00', '2026-03-09T11:30'),
    )
    expect(await project.apply()).toContain('bản 2')
    await inForce(async () => {
      await page.goto(portal(id, `/procedures/${licence.code}`))
      await expect(page.locator('#intake time').first()).toHaveText(/^11:30/, { timeout: 1 })
    })
    await page.getByText('Vì sao ngày này?').click()
    await expect(page.locator('#intake')).toContainText('Cơ quan phải trả lời trong 04 giờ làm việc')
  })

  await test.step('the next dossier has the new clock, the one before it keeps its own', async () => {
    const after = await fileLicence(page, citizen, choices)
    await page.goto(portal(id, `/dossiers/${after.dossierId}`))
    await expect(page.locator('time').first()).toHaveText(/11:30\s+thứ Hai, 09\/03\/2026/)
    await page.goto(portal(id, `/dossiers/${before.dossierId}`))
    await expect(page.locator('time').first()).toHaveText(/17:00\s+thứ Hai, 09\/03\/2026/)
    await page.getByText('Vì sao ngày này?').click()
    await expect(page.getByRole('main')).toContainText('Cơ quan phải trả lời trong 08 giờ làm việc')
  })
})

/** Tries until it holds: a server believes what it read of a province for one second. */
async function inForce(holds: () => Promise<void>): Promise<void> {
  await expect(holds).toPass({ timeout: 10_000 })
}

/** A province of the test's own: Phú Thọ's folder and law under another name, in a project of its own. */
async function newProvince(folder: string) {
  const id = `thu-nghiem-${randomInt(1e6)}`
  const law = path.join(folder, 'rules/phu-tho/31-2020.quyche')
  const manifest = path.join(folder, 'tenants', id, 'tenant.yaml')
  await cp(path.join(root, 'rules/national'), path.join(folder, 'rules/national'), { recursive: true })
  await cp(path.join(root, 'rules/phu-tho'), path.join(folder, 'rules/phu-tho'), { recursive: true })
  await cp(path.join(root, 'tenants/national'), path.join(folder, 'tenants/national'), { recursive: true })
  await cp(path.join(root, 'tenants/phu-tho'), path.join(folder, 'tenants', id), { recursive: true })
  const rewrite = async (file: string, change: (text: string) => string) =>
    writeFile(file, change(await readFile(file, 'utf8')))
  await rewrite(manifest, (text) =>
    text.replace('id: phu-tho', `id: ${id}`).replace('[phu-tho.localhost]', `[${id}.localhost]`),
  )
  return {
    id,
    rewrite: (change: (law: string) => string) => rewrite(law, change),
    /** Applies it with the command line to the system that runs. */
    apply: async () => {
      const program = path.join(root, 'apps/cli/src/main.ts')
      const env = { ...process.env, DATA_DIR: process.env['E2E_DATA'], DATABASE_URL: '' }
      const { stdout } = await run(process.execPath, [program, 'tenant', 'apply', `tenants/${id}`], {
        cwd: folder,
        env,
      })
      return stdout
    },
  }
}
