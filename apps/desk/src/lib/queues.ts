import Banknote from '@lucide/svelte/icons/banknote'
import CircleCheck from '@lucide/svelte/icons/circle-check'
import Clock from '@lucide/svelte/icons/clock'
import Hourglass from '@lucide/svelte/icons/hourglass'
import Inbox from '@lucide/svelte/icons/inbox'
import PackageCheck from '@lucide/svelte/icons/package-check'
import Reply from '@lucide/svelte/icons/reply'
import TriangleAlert from '@lucide/svelte/icons/triangle-alert'
import UserRound from '@lucide/svelte/icons/user-round'
import type { Phase, QueueName } from '@motcua/api/client'
import type { Component } from 'svelte'

/** Every list of the desk, in the order work passes through them, with its picture. */
export const queueIcons: Readonly<Record<QueueName, Component<{ 'aria-hidden'?: 'true' }>>> = {
  new: Inbox,
  'awaiting-completion': Reply,
  unpaid: Banknote,
  processing: Hourglass,
  'due-soon': Clock,
  overdue: TriangleAlert,
  'to-return': PackageCheck,
  mine: UserRound,
  done: CircleCheck,
}

export const queueNames = Object.keys(queueIcons) as QueueName[]

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
