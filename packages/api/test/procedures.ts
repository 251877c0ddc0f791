// For tests: everything the API can be asked, found in the router itself.
import type { z } from 'zod'
import { appRouter } from '../src/routers/index.ts'

export interface Procedure {
  /** `intake.accept`. */
  readonly path: string
  readonly type: 'query' | 'mutation' | 'subscription'
  /** What it takes; undefined where it takes nothing. */
  readonly input: z.ZodType | undefined
}

interface Definition {
  readonly type: Procedure['type']
  readonly inputs: readonly z.ZodType[]
}

export const procedures: readonly Procedure[] = Object.entries(appRouter._def.procedures).map(
  ([path, procedure]) => {
    const { type, inputs } = (procedure as unknown as { _def: Definition })._def
    return { path, type, input: inputs[0] }
  },
)
