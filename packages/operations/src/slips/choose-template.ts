import type { CivilDate } from '@motcua/calendar'
import type { SlipKind, SlipTemplate } from '@motcua/domain'

export interface ChosenTemplate {
  readonly template: SlipTemplate
  readonly form: SlipTemplate['forms'][number]
}

/**
 * How a slip is written on a day: on the form in use then, or on the one a regulation asks for by name (`as`), where
 * there is one.
 * @throws where the province has no such slip, or none was in use yet
 */
export function chooseTemplate(
  templates: readonly SlipTemplate[],
  { kind, on, as }: { kind: SlipKind; on: CivilDate; as?: string | null },
): ChosenTemplate {
  const template = templates.find(({ slip }) => slip === kind)
  if (!template) throw new Error(`the edition in force has no template of the slip ${kind}`)
  const known = template.forms.filter(({ from }) => from <= on).toSorted((a, b) => (a.from < b.from ? 1 : -1))
  const form = known.find((one) => as && one.as === as) ?? known.find((one) => one.as === undefined)
  if (!form) throw new Error(`no form of the slip ${kind} was in use on ${on}`)
  return { template, form }
}
