import type { Lang } from '../command.ts'

/** What one check found: that it holds, that it does not, or that it was left out, and why. */
export interface Finding {
  readonly state: 'holds' | 'fails' | 'left-out'
  readonly about: { readonly vi: string; readonly en: string }
  /** What was seen instead, or why it was left out. */
  readonly seen?: string
}

/** @param wrong what was seen that must not be; undefined where all is well */
export function found(about: Finding['about'], wrong: string | undefined): Finding {
  return wrong === undefined ? { state: 'holds', about } : { state: 'fails', about, seen: wrong }
}

const signs = { holds: '✓', fails: '✗', 'left-out': '–' }

/** One line of the report. */
export function line({ state, about, seen }: Finding, lang: Lang): string {
  return `${signs[state]} ${about[lang]}${seen === undefined ? '' : `: ${seen}`}\n`
}
