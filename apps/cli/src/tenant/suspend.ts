import { standingCommand } from './standing.ts'

export const command = standingCommand('suspend')
