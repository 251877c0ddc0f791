import type { Calendar, Regulation } from '../ast/nodes.ts'
import { checkWholeDays } from '../check/whole-days.ts'
import { checkBareUnits } from '../check/bare-units.ts'
import { checkCalendar, checkRegulation } from '../check/regulation.ts'
import { checkCases } from '../check/cases.ts'
import { checkRules } from '../check/rules.ts'
import { readFile } from '../read.ts'
import { type Diagnostic, type Findings, newFindings } from '../source/diagnostic.ts'
import type { SourceFile } from '../source/span.ts'
import { calendarDays } from './tables.ts'

/**
 * An editor asks for a check at every keystroke, and all files but one are as they were. What a text says, and what is
 * wrong with it by itself, depends on nothing else, so it is found once and kept for the texts that were met last.
 */
const most = 40

interface Read {
  readonly tree: Regulation | Calendar | undefined
  readonly found: readonly Diagnostic[]
}

const texts = new Map<string, Read>()

/** Reads a file as `readFile` does, and adds the same diagnostics. */
export function readAgain(file: SourceFile, findings: Findings): Read['tree'] {
  const key = `${file.path}\u0000${file.text}`
  const known = texts.get(key) ?? read(file)
  // Put at the end again: what is forgotten is what was not met for longest.
  texts.delete(key)
  texts.set(key, known)
  if (texts.size > most) texts.delete(texts.keys().next().value!)
  findings.keep(known.found)
  return known.tree
}

function read(file: SourceFile): Read {
  const findings = newFindings()
  return { tree: readFile(file, findings), found: findings.list }
}

interface Checked {
  readonly calendar: Calendar | undefined
  readonly found: readonly Diagnostic[]
}

const checked = new WeakMap<Regulation | Calendar, Checked>()

/** What is wrong with one text by itself, on the days of the national calendar. */
export function checkAgain(
  tree: Regulation | Calendar,
  calendar: Calendar | undefined,
  findings: Findings,
): void {
  let known = checked.get(tree)
  if (!known || known.calendar !== calendar) {
    known = { calendar, found: check(tree, calendar) }
    checked.set(tree, known)
  }
  findings.keep(known.found)
}

function check(tree: Regulation | Calendar, calendar: Calendar | undefined): readonly Diagnostic[] {
  const findings = newFindings()
  if (tree.k === 'calendar') checkCalendar(tree, findings)
  else {
    const days = calendarDays(calendar)
    checkRegulation(tree, findings)
    checkRules(tree, findings)
    checkBareUnits(tree, days, findings)
    checkWholeDays(tree, days, findings)
    checkCases(tree, days, findings)
  }
  return findings.list
}
