import { applyTenant } from '@motcua/operations/tenants/apply-tenant'
import { now } from '../clock.ts'
import type { Command } from '../command.ts'
import { withDatabase } from '../db/connection.ts'
import { addresses } from '../env.ts'
import { folderOf, orProblems } from './folder.ts'

/** Puts a province's folder into force in one transaction; applying the same again changes nothing. */
export const command: Command = {
  usage: 'DIR [--over-desk] [--no-invitation]',
  options: { 'no-invitation': { type: 'boolean' }, 'over-desk': { type: 'boolean' } },
  operands: [1, 1],

  run: (call) =>
    orProblems(call, async () => {
      const folder = await folderOf(call)
      const applied = await withDatabase(call.io, (db) =>
        applyTenant(db, folder, {
          now: now(),
          overDesk: call.options['over-desk'] === true,
          invite: call.options['no-invitation'] !== true,
        }),
      )
      const { portal, desk } = addresses()
      const { invited, ...rest } = applied
      const told = {
        ...rest,
        portal: folder.manifest.hosts.map(portal),
        ...(invited && {
          invitation: { url: `${desk}/first-administrator/${invited.token}`, expiresAt: invited.expiresAt },
        }),
      }
      await call.io.out(call.json ? `${JSON.stringify(told)}\n` : `${said(told)[call.lang]}\n`)
      return 0
    }),
}

interface Told {
  readonly tenant: string
  readonly edition: number
  readonly changed: boolean
  readonly portal: readonly string[]
  readonly invitation?: { readonly url: string; readonly expiresAt: string }
}

function said({ tenant, edition, changed, portal, invitation }: Told): { vi: string; en: string } {
  const state = changed
    ? { vi: `${tenant}: bản ${edition} đã có hiệu lực`, en: `${tenant}: edition ${edition} is in force` }
    : {
        vi: `${tenant}: bản ${edition} đã áp dụng từ trước`,
        en: `${tenant}: edition ${edition} was in force already`,
      }
  const until = invitation?.expiresAt.slice(0, 10)
  return {
    vi: [
      state.vi,
      ...portal.map((url) => `Cổng: ${url}`),
      ...(invitation
        ? [`Lời mời người quản trị đầu tiên (dùng một lần, đến ${until}): ${invitation.url}`]
        : []),
    ].join('\n'),
    en: [
      state.en,
      ...portal.map((url) => `Portal: ${url}`),
      ...(invitation
        ? [`Invitation of the first administrator (works once, until ${until}): ${invitation.url}`]
        : []),
    ].join('\n'),
  }
}
