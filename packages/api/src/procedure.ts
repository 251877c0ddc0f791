import { initTRPC } from '@trpc/server'
import { NotFound } from '@motcua/domain'
import type { Context, HouseContext, Tenant } from '@motcua/operations'
import { describe, translate, type ErrorData } from './errors.ts'
import { plain } from './plain.ts'

/** What every call carries: who asks, and of which province where one was named. */
export interface RequestContext extends Omit<Context, 'tenant'> {
  readonly tenant?: Tenant | undefined
  /** Where the law and the national catalogue lie on this machine. */
  readonly library?: HouseContext['library']
  /** The session the call came with, valid or not. */
  readonly session?: string | undefined
}

const t = initTRPC.context<RequestContext>().create({
  transformer: plain,
  errorFormatter({ shape, error, ctx }) {
    const { code, httpStatus, path } = shape.data
    const data: ErrorData = { ...describe(error.cause), requestId: ctx?.requestId ?? '' }
    // What went wrong inside is for the log, whoever threw it and however early.
    const message = code === 'INTERNAL_SERVER_ERROR' ? 'internal error' : shape.message
    return { ...shape, message, data: { code, httpStatus, path, ...data } }
  },
})

export const router = t.router

/** A call that needs no province. What operations throw is translated here, once. */
export const openProcedure = t.procedure.use(async ({ ctx, next }) => {
  const result = await next()
  if (!result.ok) throw translate(result.error, ctx.actor)
  return result
})

/** A call that concerns the installation and no province. */
export const houseProcedure = openProcedure.use(({ ctx, next }) => {
  const { db, tenants, actor, now, log, portalOf, requestId, desk, library } = ctx
  return next({
    ctx: { ...ctx, house: { db, tenants, actor, now, log, portalOf, requestId, desk, library } },
  })
})

/** A call to one province's office: the base of nearly every one. */
export const procedure = openProcedure.use(({ ctx, next }) => next({ ctx: inTenant(ctx, ctx.tenant) }))

/** The same caller, standing in this province. */
export function inTenant(ctx: RequestContext, tenant: Tenant | undefined): RequestContext & Context {
  if (!tenant) throw new NotFound('tenant')
  return { ...ctx, tenant }
}
