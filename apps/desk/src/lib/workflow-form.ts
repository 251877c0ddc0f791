import type { ShownError } from '@motcua/ui/field-errors'
import { stepKinds, workRoles, type WorkflowStep } from '@motcua/domain'
import type { Words } from './words/index.ts'

/** Empty rows offered below the steps there are. */
export const moreRows = 3

/** A step as typed. */
export interface TypedStep {
  id: string
  order: string
  name: string
  kind: string
  role: string
  agencyId: string
  hours: string
}

export interface TypedWorkflow {
  caseIds: string[]
  reason: string
  steps: TypedStep[]
}

export function typedSteps(steps: readonly WorkflowStep[]): TypedStep[] {
  return steps.map(({ id, name, kind, role, agencyId, hours }, at) => ({
    id,
    order: String(at + 1),
    name,
    kind,
    role,
    agencyId: agencyId ?? '',
    hours: String(hours).replace('.', ','),
  }))
}

/** Reads the posted rows, in the order that was typed; a row without a name is left out. */
export function readSteps(text: (name: string) => string): TypedStep[] {
  const rows = Number(text('rows')) || 0
  return Array.from({ length: Math.min(rows, 40) }, (_, at) => ({
    id: text(`id-${at}`),
    order: text(`order-${at}`),
    name: text(`name-${at}`),
    kind: text(`kind-${at}`),
    role: text(`role-${at}`),
    agencyId: text(`agencyId-${at}`),
    hours: text(`hours-${at}`),
  }))
    .filter(({ name }) => name)
    .map((step, at) => ({ step, at }))
    .toSorted((a, b) => orderOf(a.step, a.at) - orderOf(b.step, b.at))
    .map(({ step }) => step)
}

function orderOf({ order }: TypedStep, at: number): number {
  return Number(order.replace(',', '.')) || 1000 + at
}

/** What is wrong with the rows, before they are held against the law. */
export function stepErrors(steps: readonly TypedStep[], say: Words['workflowEdit']): ShownError[] {
  if (steps.length === 0) return [{ href: '#name-0', text: say.nameMissing }]
  return steps.flatMap(({ hours, kind, role }, at) => [
    ...(hoursOf(hours) > 0 ? [] : [{ href: `#hours-${at}`, text: say.hoursMissing(at + 1) }]),
    ...(isKind(kind) && isRole(role) ? [] : [{ href: `#kind-${at}`, text: say.kindMissing(at + 1) }]),
  ])
}

/** The steps as they are saved. A new one is named after its name, so that versions can be compared. */
export function stepsOf(typed: readonly TypedStep[]): WorkflowStep[] {
  const taken = new Set(typed.map(({ id }) => id).filter(Boolean))
  return typed.flatMap(({ id, name, kind, role, agencyId, hours }) => {
    if (!isKind(kind) || !isRole(role)) return []
    return [
      {
        id: id || freeId(name, taken),
        name,
        kind,
        role,
        hours: hoursOf(hours),
        ...(agencyId && { agencyId }),
      },
    ]
  })
}

function freeId(name: string, taken: Set<string>): string {
  const plain =
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[đĐ]/g, 'd')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 34) || 'buoc'
  let id = plain
  for (let n = 2; taken.has(id); n++) id = `${plain}-${n}`
  taken.add(id)
  return id
}

function hoursOf(typed: string): number {
  return Number(typed.replace(',', '.')) || 0
}

function isKind(kind: string): kind is WorkflowStep['kind'] {
  return stepKinds.some((known) => known === kind)
}

function isRole(role: string): role is WorkflowStep['role'] {
  return workRoles.some((known) => known === role)
}
