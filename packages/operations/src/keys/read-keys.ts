import { addDays, dateOf, fromMoment, toMoment, type CivilDate } from '@motcua/calendar'
import {
  getKey as getStored,
  listApiAlerts,
  listCalls,
  listKeys as listStored,
  secretsOf,
  usageSince,
  type ApiAlert,
  type HourOfUse,
} from '@motcua/db'
import type { ApiKey } from '@motcua/domain'
import { z } from 'zod'
import { reading } from '../operation.ts'
import { keyLaw } from './key-law.ts'
import type { ApiAlertView, KeyLine, KeysView, KeyView } from './views.ts'

/** How many days of use a key's page shows. */
const daysShown = 7
const callsShown = 50

/** The keys of the province, what is abnormal about them, and what its law says. */
export const listKeys = reading({
  name: 'keys.list',
  may: 'key:manage',
  input: z.void(),

  async run({ tx, tenant, now }): Promise<KeysView> {
    const [keys, alerts] = await Promise.all([listStored(tx), listApiAlerts(tx)])
    const names = new Map(keys.map(({ id, name }) => [id, name]))
    return {
      keys: keys.map((key) => keyLine(key, alerts)),
      alerts: alerts.map((alert) => alertView(alert, names.get(alert.keyId ?? ''))),
      law: keyLaw(tenant, now),
    }
  },
})

/** One key: its terms, its secrets without what opens, its use and the log of its calls. */
export const getKey = reading({
  name: 'keys.get',
  may: 'key:manage',
  input: z.object({
    keyId: z.uuid(),
    before: z
      .string()
      .regex(/^\d{1,18}$/)
      .optional(),
  }),

  async run({ tx, tenant, now }, { keyId, before }): Promise<KeyView> {
    const key = await getStored(tx, keyId)
    const today = dateOf(now)
    const since = fromMoment(toMoment(now) - daysShown * 86_400)
    const [secrets, usage, calls, alerts] = await Promise.all([
      secretsOf(tx, keyId),
      usageSince(tx, keyId, since),
      listCalls(tx, keyId, { limit: callsShown, ...(before !== undefined && { before }) }),
      listApiAlerts(tx, keyId),
    ])
    return {
      ...keyLine(key, alerts),
      owner: key.owner,
      contact: key.contact,
      addresses: [...key.addresses],
      registeredAt: key.registeredAt,
      registeredBy: key.registeredBy,
      ...lifeOf(key),
      secrets: secrets.map(({ id, issuedAt, endsAt }) => ({
        id,
        issuedAt,
        ...(endsAt && { endsAt }),
        ended: endsAt !== undefined && toMoment(endsAt) <= toMoment(now),
      })),
      usage: byDay(usage, today),
      calls: calls.map(({ id, at, method, path, status, outcome, address, durationMs }) => ({
        id,
        at,
        method,
        path,
        status,
        outcome,
        address,
        durationMs,
      })),
      alertList: alerts.map((alert) => alertView(alert, key.name)),
      law: keyLaw(tenant, now),
    }
  },
})

function keyLine(key: ApiKey, alerts: readonly ApiAlert[]): KeyLine {
  const { id, name, ownerName, phase, scopes, limit, lastDay } = key
  return {
    id,
    name,
    ownerName,
    phase,
    scopes: [...scopes],
    ...(limit && { limit }),
    ...(lastDay && { lastDay }),
    alerts: alerts.filter(({ keyId }) => keyId === id).length,
  }
}

function lifeOf(key: ApiKey): Pick<KeyView, 'activation' | 'revocation'> {
  if (key.phase === 'registered') return {}
  const { activatedAt, activatedBy } = key
  const activation = activatedAt && activatedBy ? { activation: { at: activatedAt, by: activatedBy } } : {}
  if (key.phase === 'active') return activation
  const { revokedAt, revokedBy, reason } = key
  return { ...activation, revocation: { at: revokedAt, by: revokedBy, reason } }
}

function byDay(hours: readonly HourOfUse[], today: CivilDate): KeyView['usage'] {
  const days = Array.from({ length: daysShown }, (_, at) => addDays(today, at - daysShown + 1))
  return days.map((day) => {
    const of = hours.filter(({ hour }) => dateOf(hour) === day)
    const sum = (count: 'calls' | 'refused' | 'missed') => of.reduce((all, hour) => all + hour[count], 0)
    return { day, calls: sum('calls'), refused: sum('refused'), missed: sum('missed') }
  })
}

function alertView({ id, keyId, kind, raisedAt, detail }: ApiAlert, keyName?: string): ApiAlertView {
  return { id, ...(keyId && { keyId }), ...(keyName && { keyName }), kind, raisedAt, detail: { ...detail } }
}
