import type { Bilingual, DossierEvent, EventOf } from '@motcua/domain'

/** What a line of the timeline says. */
export interface Told {
  readonly title: Bilingual
  readonly detail?: string
}

/** A line in both languages, with what else there is to know. */
export const say = (vi: string, en: string, detail?: string): Told => ({
  title: { vi, en },
  ...(detail && { detail }),
})

/** How each kind of event is told. */
export type Tellings<Event extends DossierEvent> = {
  readonly [Type in Event['type']]: (event: EventOf<Type>) => Told
}
