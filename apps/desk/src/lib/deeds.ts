import Banknote from '@lucide/svelte/icons/banknote'
import BellRing from '@lucide/svelte/icons/bell-ring'
import Calculator from '@lucide/svelte/icons/calculator'
import CalendarClock from '@lucide/svelte/icons/calendar-clock'
import ArrowRightLeft from '@lucide/svelte/icons/arrow-right-left'
import Ban from '@lucide/svelte/icons/ban'
import Check from '@lucide/svelte/icons/check'
import CircleX from '@lucide/svelte/icons/circle-x'
import FileCheck from '@lucide/svelte/icons/file-check'
import FilePen from '@lucide/svelte/icons/file-pen'
import Files from '@lucide/svelte/icons/files'
import HandCoins from '@lucide/svelte/icons/hand-coins'
import HandHelping from '@lucide/svelte/icons/hand-helping'
import MailQuestion from '@lucide/svelte/icons/mail-question-mark'
import Pause from '@lucide/svelte/icons/pause'
import Pencil from '@lucide/svelte/icons/pencil'
import Play from '@lucide/svelte/icons/play'
import Reply from '@lucide/svelte/icons/reply'
import Scale from '@lucide/svelte/icons/scale'
import Signature from '@lucide/svelte/icons/signature'
import Undo from '@lucide/svelte/icons/undo-2'
import Zap from '@lucide/svelte/icons/zap'
import type { DeedName, StaffDossierView } from '@motcua/api/client'
import type { Component } from 'svelte'
import { processingLooks } from './processing-deeds.ts'

/** How the button of a deed looks beside a dossier. Its words are in `deeds` of the words, its page is named like it. */
export interface DeedLook {
  readonly icon: Component<{ 'aria-hidden'?: 'true' }>
  /** `primary` is what usually comes next; one of them at a time is enough. */
  readonly look?: 'primary' | 'secondary' | 'danger'
  /** The single letter that presses it. */
  readonly key?: string
  /** True where it is seldom done: it then stands under “Việc khác”. */
  readonly rare?: boolean
}

/** Every deed there is, in the order the buttons stand. */
export const deedLooks: Readonly<Record<DeedName, DeedLook>> = {
  'instant-result': { icon: Zap },
  accept: { icon: Check, key: 't' },
  'request-completion': { icon: Reply, look: 'secondary', key: 'b' },
  supply: { icon: Undo },
  refuse: { icon: CircleX, look: 'danger' },
  ...processingLooks,
  redirect: { icon: ArrowRightLeft, look: 'secondary', rare: true },
  'resume-clock': { icon: Play },
  'record-result': { icon: FileCheck },
  'seal-result': { icon: Signature, look: 'secondary' },
  'hand-over-result': { icon: HandHelping },
  'compare-originals': { icon: Files, look: 'secondary' },
  'announce-result': { icon: BellRing, look: 'secondary', rare: true },
  'correct-result': { icon: FilePen, look: 'danger', rare: true },
  'issue-apology': { icon: CalendarClock, look: 'secondary' },
  'request-supplement': { icon: MailQuestion, look: 'secondary', key: 'b' },
  amend: { icon: Pencil, look: 'secondary', rare: true },
  withdraw: { icon: Ban, look: 'secondary', rare: true },
  'collect-fee': { icon: Banknote, look: 'secondary' },
  'decide-refund': { icon: Scale, look: 'secondary' },
  'pay-refund': { icon: HandCoins, look: 'secondary' },
  'demand-fee': { icon: Calculator, look: 'secondary', rare: true },
  'request-refund': { icon: HandCoins, look: 'secondary', rare: true },
  'pause-clock': { icon: Pause, look: 'secondary', rare: true },
}

/**
 * The deeds that can be done now, as their buttons stand: those of every day, and the seldom ones. Where the work has
 * its own next step, recording the result is not the thing to do until that step is to record it.
 */
export function deedButtons(
  open: readonly DeedName[],
  step?: NonNullable<StaffDossierView['work']>['present']['kind'],
): Record<'usual' | 'rare', (DeedLook & { name: DeedName })[]> {
  const names = (Object.keys(deedLooks) as DeedName[]).filter((name) => open.includes(name))
  const buttons = names.map((name) => ({
    name,
    ...deedLooks[name],
    ...(name === 'record-result' && step && step !== 'record' && { look: 'secondary' as const }),
  }))
  // One button is the thing to do: the first that may be it. The others that may stand beside it.
  const first = buttons.find(({ rare, look = 'primary' }) => !rare && look === 'primary')
  return {
    usual: buttons
      .filter(({ rare }) => !rare)
      .map((button) =>
        button !== first && (button.look ?? 'primary') === 'primary'
          ? { ...button, look: 'secondary' as const }
          : button,
      ),
    rare: buttons.filter(({ rare }) => rare),
  }
}
