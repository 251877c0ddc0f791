import type { Refusal } from './decision.ts'

/** The thing asked for does not exist, or not for the one who asks: the two are never told apart. */
export class NotFound extends Error {
  readonly thing: string
  constructor(thing: string) {
    super(`${thing} not found`)
    this.thing = thing
  }
}

/** The actor may not do this. */
export class Forbidden extends Error {
  readonly permission: string
  constructor(permission: string) {
    super(`not allowed: ${permission}`)
    this.permission = permission
  }
}

/** Somebody else changed the thing in between. */
export class Conflict extends Error {
  readonly thing: string
  constructor(thing: string) {
    super(`${thing} was changed by somebody else`)
    this.thing = thing
  }
}

/** A limit on how often something may be tried was reached; `retryAfterSeconds` says when to come back. */
export class TooManyAttempts extends Error {
  readonly retryAfterSeconds: number
  constructor(retryAfterSeconds: number) {
    super('too many attempts')
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** The province's office is closed for now: suspended, or on its way out of the house. */
export class OutOfService extends Error {
  constructor() {
    super('the province is out of service')
  }
}

/** The rules said no; carries the refusal to the window that words it. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}
