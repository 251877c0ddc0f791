import { Refused } from '@motcua/operations/house/change-standing'
import { randomUUID } from 'node:crypto'
import { inviteOperator } from '@motcua/operations/house/operators'
import { now } from '../clock.ts'
import { Unusable, type Command } from '../command.ts'
import { withDatabase } from '../db/connection.ts'
import { addresses } from '../env.ts'

/** Invites somebody to run the installation; whoever stands at the machine may. Prints a link that works once. */
export const command: Command = {
  usage: 'USERNAME NAME',
  operands: [2, 2],

  async run({ io, operands: [username = '', fullName = ''], json, lang }) {
    const invited = await withDatabase(io, (db) =>
      inviteOperator(
        {
          ...{ db, now, log: () => {}, portalOf: () => '', requestId: randomUUID() },
          tenants: { find: none, findByHost: none, list: async () => [] },
          actor: { kind: 'operator', operatorId: randomUUID(), fullName: 'command-line', address: '' },
        },
        { username, fullName },
      ),
    ).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error
      throw new Unusable({ vi: `\`${username}\` đã có`, en: `\`${username}\` is there already` })
    })
    const url = `${addresses().desk}/operator/invitation/${invited.token}`
    const said = {
      vi: `Lời mời người vận hành (dùng một lần, đến ${invited.expiresAt.slice(0, 10)}): ${url}`,
      en: `Invitation of an operator (works once, until ${invited.expiresAt.slice(0, 10)}): ${url}`,
    }
    await io.out(json ? `${JSON.stringify({ url, expiresAt: invited.expiresAt })}\n` : `${said[lang]}\n`)
    return 0
  },
}

const none = async (): Promise<undefined> => undefined
