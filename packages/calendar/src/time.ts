declare const civil: unique symbol
declare const instant: unique symbol

/** A day on the civil calendar, written `YYYY-MM-DD`. It has no hour and no time zone. */
export type CivilDate = string & { readonly [civil]: true }

/** A moment in Vietnam, to the second, always written `YYYY-MM-DDTHH:MM:SS+07:00`, so that text order is time order. */
export type Instant = string & { readonly [instant]: true }

/** The same moment as whole seconds since 1970-01-01T00:00:00Z: what is counted with. */
export type Moment = number
