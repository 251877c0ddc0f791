import type { CivilDate } from '@motcua/calendar'
import type { Program, ProgramRegulation } from '../compile/program.ts'
import type { BoundProgram, OfficeHours } from '../evaluate/bind.ts'
import type { SourceFile } from '../source/span.ts'

/** One of the two laws that are compared: a program, the files it was compiled from, and the day it is asked on. */
export interface Version {
  readonly law: BoundProgram
  readonly files: readonly SourceFile[]
  readonly asOf: CivilDate
}

/** The regulation of the province that governs on the day the version is asked on, if one does. */
export function regulationOf({ law, asOf }: Version): ProgramRegulation | undefined {
  return law.program.regulations.find(
    ({ province, effectiveOn, endsBefore }) =>
      province && effectiveOn <= asOf && (endsBefore === undefined || asOf < endsBefore),
  )
}

/**
 * The days on which two regulations are best asked. Where both are in force at once: the first day on which the last
 * change of either law, the nation's included, has taken effect. Where one came after the other: its last day and the
 * other's first.
 */
export function daysToCompare(
  a: { readonly program: Program; readonly path: string },
  b: { readonly program: Program; readonly path: string },
): readonly [CivilDate, CivilDate] {
  const [first, second] = [governed(a), governed(b)]
  const [from, to] = [later(first.from, second.from), earlier(first.to, second.to)]
  if (to !== undefined && to <= from) {
    return first.from <= second.from
      ? [dayBefore(first.to ?? second.from), second.from]
      : [first.from, dayBefore(second.to ?? first.from)]
  }
  const starts = [...a.program.regulations, ...b.program.regulations].map(({ effectiveOn }) => effectiveOn)
  const day = starts.filter((one) => one >= from && (to === undefined || one < to)).reduce(later, from)
  return [day, day]
}

function governed({ program, path }: { program: Program; path: string }): {
  from: CivilDate
  to: CivilDate | undefined
} {
  const found = program.regulations.find((one) => one.path === path)
  if (!found) throw new RangeError(`no regulation of the program comes from ${path}`)
  return { from: found.effectiveOn, to: found.endsBefore }
}

const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b)

const earlier = (a: CivilDate | undefined, b: CivilDate | undefined): CivilDate | undefined =>
  a === undefined ? b : b === undefined || a < b ? a : b

const dayBefore = (date: CivilDate): CivilDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10) as CivilDate

/** The office hours two laws are compared in: those the examples of a file are worked with, or of another file of it. */
export function hoursOf({ trees }: Program, path: string): OfficeHours {
  const own = trees.find((tree) => tree.path === path)?.exampleHours
  const found = own ?? trees.find(({ exampleHours }) => exampleHours)?.exampleHours
  if (!found) throw new RangeError(`no file says in which office hours its examples are worked`)
  const { span: _, ...hours } = found
  return hours
}
