export type { AppRouter } from './routers/index.ts'
export { appRouter } from './routers/index.ts'
