import { leave, loadLeaving } from '#lib/server/leave-account.ts'

export const load = loadLeaving

export const actions = { default: (event) => leave(event, 'delete') }
