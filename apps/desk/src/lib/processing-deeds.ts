import BadgeCheck from '@lucide/svelte/icons/badge-check'
import CalendarPlus from '@lucide/svelte/icons/calendar-plus'
import ClipboardCheck from '@lucide/svelte/icons/clipboard-check'
import CornerUpLeft from '@lucide/svelte/icons/corner-up-left'
import Hand from '@lucide/svelte/icons/hand'
import ListChecks from '@lucide/svelte/icons/list-checks'
import MessageCircleQuestion from '@lucide/svelte/icons/message-circle-question-mark'
import MessageSquareReply from '@lucide/svelte/icons/message-square-reply'
import Network from '@lucide/svelte/icons/network'
import PenLine from '@lucide/svelte/icons/pen-line'
import Send from '@lucide/svelte/icons/send'
import UserPlus from '@lucide/svelte/icons/user-plus'
import UsersRound from '@lucide/svelte/icons/users-round'
import type { DeedLook } from './deeds.ts'

/** The buttons of the work on a dossier. */
export const processingLooks = {
  'take-step': { icon: Hand, key: 'n' },
  'assign-step': { icon: UserPlus, key: 'p' },
  'do-step': { icon: ListChecks, key: 'x' },
  'submit-result': { icon: Send, key: 'r' },
  'sign-result': { icon: PenLine, key: 'y' },
  'give-opinion': { icon: MessageSquareReply },
  'finish-share': { icon: BadgeCheck },
  'record-visit': { icon: ClipboardCheck },
  'send-back': { icon: CornerUpLeft, look: 'secondary' },
  'ask-opinion': { icon: MessageCircleQuestion, look: 'secondary', rare: true },
  'share-work': { icon: Network, look: 'secondary', rare: true },
  'plan-visit': { icon: CalendarPlus, look: 'secondary', rare: true },
  'reassign-step': { icon: UsersRound, look: 'secondary', rare: true },
} as const satisfies Record<string, DeedLook>
