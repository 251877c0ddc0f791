import type { Phase, QueueName } from '@motcua/api/client'

/** The queues in the order work passes through them. */
export const queueNames = ['new', 'awaiting-completion', 'processing', 'done'] as const satisfies QueueName[]

/** The queue a dossier lies in. */
export function queueOf(phase: Phase): QueueName {
  switch (phase) {
    case 'submitted':
      return 'new'
    case 'completion-requested':
      return 'awaiting-completion'
    case 'processing':
      return 'processing'
    case 'refused':
    case 'decided':
      return 'done'
    default:
      return phase satisfies never
  }
}
