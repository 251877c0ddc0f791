import { type Timed, said } from './measure.ts'

/** One line of the table: what, how long, beside what, and whether the goal holds. */
export interface Line {
  readonly what: string
  readonly figure: string
  readonly ratio: string
  readonly goal: string
}

/** At most so many times theirs, at least so many times faster, or at most so many nanoseconds. */
export interface Goal {
  readonly most?: number
  readonly least?: number
  readonly mostNs?: number
}

/** Ours beside theirs in the same run. */
export function beside(what: string, ours: Timed, theirs: Timed, goal: Goal): Line {
  const ratio = ours.ns / theirs.ns
  const faster = Math.round(1 / ratio).toLocaleString('en')
  return {
    what,
    figure: `${said(ours.ns)} · ${said(theirs.ns)}`,
    ratio: `${ratio >= 0.2 ? `${ratio.toFixed(2)} of` : `${faster} × faster than`} ${theirs.name}`,
    goal: judged(ours, ratio, goal),
  }
}

/** A figure without anything beside it. */
export const alone = (what: string, ours: Timed, goal: Goal): Line => ({
  what,
  figure: said(ours.ns),
  ratio: '',
  goal: judged(ours, NaN, goal),
})

function judged({ ns }: Timed, ratio: number, { most, least, mostNs }: Goal): string {
  const mark = (holds: boolean) => (holds ? '✓' : '✗')
  if (most !== undefined) return `at most ${most} ${mark(ratio <= most)}`
  if (least !== undefined) return `${least.toLocaleString('en')} × faster ${mark(1 / ratio >= least)}`
  return mostNs === undefined ? '' : `under ${said(mostNs)} ${mark(ns < mostNs)}`
}

export function print(lines: readonly Line[]): void {
  const columns = [
    ['what', ...lines.map(({ what }) => what)],
    ['ours · theirs', ...lines.map(({ figure }) => figure)],
    ['beside', ...lines.map(({ ratio }) => ratio)],
    ['goal', ...lines.map(({ goal }) => goal)],
  ]
  const widths = columns.map((cells) => Math.max(...cells.map((cell) => cell.length)))
  for (const i of [0, ...lines.map((_, n) => n + 1)]) {
    console.log(`| ${columns.map((cells, c) => cells[i]!.padEnd(widths[c]!)).join(' | ')} |`)
    if (i === 0) console.log(`| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`)
  }
}
