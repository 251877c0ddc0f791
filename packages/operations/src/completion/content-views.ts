import {
  mayAmend,
  mayWithdraw,
  openPause,
  revisionsOf,
  type Change,
  type Dossier,
  type DossierEvent,
  type Form,
  type Paper,
} from '@motcua/domain'
import { stopTerms } from '../ending/stop-terms.ts'
import type { Room } from '../operation.ts'
import type { ChangeView, OwnDossierView } from '../views.ts'
import { amendmentTriggers } from './amending.ts'
import { askingTerms } from './asking.ts'

/** How things of a dossier are called. */
interface Names {
  readonly form: Form
  readonly papers: readonly Paper[]
}

/** What a dossier's page says about its content: every version, what is asked for, what the applicant may still do. */
export function contentViews(
  room: Room,
  dossier: Dossier,
  events: readonly DossierEvent[],
  names: Names,
): Pick<OwnDossierView, 'request' | 'revisions' | 'mayAmend' | 'mayWithdraw' | 'withoutSlip'> {
  const { tenant, now } = room
  const triggers = amendmentTriggers(tenant, now)
  const { until } = stopTerms(tenant, now)
  return {
    ...requestView(room, dossier),
    revisions: revisionsOf(events).map(({ changes, ...revision }) => ({
      ...revision,
      changes: changeViews(changes, names),
    })),
    mayAmend: { allowed: mayAmend(dossier, triggers), basis: [...triggers.basis] },
    mayWithdraw: { allowed: mayWithdraw(dossier, until.answer), basis: [...until.basis] },
    ...('withoutSlip' in dossier && dossier.withoutSlip && { withoutSlip: true }),
  }
}

/** What is asked for now, the number it has among all requests, and what the wait does to the clock. */
export function requestView({ tenant }: Room, dossier: Dossier): Pick<OwnDossierView, 'request'> {
  if (!('request' in dossier)) return {}
  const { at, items, note, window } = dossier.request
  const pause = 'pauses' in dossier ? openPause(dossier.pauses) : undefined
  return {
    request: {
      at,
      items: [...items],
      ...(note && { note }),
      ...(window && { window }),
      no: dossier.requests ?? 1,
      limit: askingTerms(tenant, at).limit.answer,
      ...(pause && { effect: pause.effect }),
    },
  }
}

/** Changes with the names people know things by. */
export function changeViews(changes: readonly Change[], { form, papers }: Names): ChangeView[] {
  const fields = new Map(form.pages.flatMap((page) => page.fields).map((field) => [field.id, field]))
  const paperNames = new Map(papers.map(({ id, name }) => [id, name]))
  return changes.map((change) => {
    if (change.kind === 'paper') {
      const { added, removed, ...rest } = change
      return {
        ...rest,
        label: paperNames.get(change.ref) ?? change.ref,
        added: [...added],
        removed: [...removed],
      }
    }
    const field = fields.get(change.ref)
    const label = field?.label ?? { vi: change.ref, en: change.ref }
    return { ...change, label, ...(field && { field }) }
  })
}
