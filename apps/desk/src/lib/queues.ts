import type { Phase, QueueName } from '@motcua/api/client'

/** The queues in the order work passes through them. */
export const queueNames = [
  'new',
  'awaiting-completion',
  'processing',
  'to-return',
  'done',
] as const satisfies QueueName[]

/** The queue a dossier lies in. */
export function queueOf(phase: Phase): QueueName {
  switch (phase) {
    case 'submitted':
      return 'new'
    case 'completion-requested':
    case 'supplement-requested':
      return 'awaiting-completion'
    case 'processing':
      return 'processing'
    case 'decided':
      return 'to-return'
    case 'refused':
    case 'returned':
    case 'withdrawn':
    case 'closed':
      return 'done'
    default:
      return phase satisfies never
  }
}
