export { createApp, mostRequestBytes, type AppOptions } from './app.ts'
export type { Services } from './context.ts'
export { appRouter, type AppRouter } from './routers/index.ts'
