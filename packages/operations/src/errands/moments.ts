import { fromMoment, toMoment, type Instant } from '@motcua/calendar'

/** The first second after a moment: at the due moment itself nothing is late yet. */
export const justAfter = (at: Instant): Instant => fromMoment(toMoment(at) + 1)

/** The later of two moments. */
export const later = (a: Instant, b: Instant): Instant => (a > b ? a : b)
