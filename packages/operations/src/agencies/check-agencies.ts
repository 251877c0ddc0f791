import { addDays, type CivilDate } from '@motcua/calendar'
import { agenciesOn, holdsOn, periodsMeet, type Agency, type Tier } from '@motcua/domain'
import type { Problem } from '../tenants/problem.ts'
import { agenciesFile, pointsFile, successorsFile, type DeclaredBodies, type Lined } from './read-agencies.ts'

type Note = (line: number, vi: string, en: string) => void

/** What is wrong with the tree of a province's bodies, on any day of it, by line. */
export function checkAgencies(
  problems: Problem[],
  { agencies, points, successions }: DeclaredBodies,
  tiers: readonly Tier[],
): void {
  const noteIn =
    (file: string): Note =>
    (line, vi, en) =>
      problems.push({ file, line, vi, en })
  const note = noteIn(agenciesFile)
  const known = new Set(agencies.map(({ value }) => value.id))
  agencies.forEach((row, at) => {
    checkPeriod(note, row.line, row.value)
    checkTwins(note, row, agencies.slice(0, at))
    checkPlace(note, row, { known, tiers })
  })
  checkTree(note, agencies)
  for (const { line, value } of points) {
    checkPeriod(noteIn(pointsFile), line, value)
    if (!known.has(value.agencyId)) unknownBody(noteIn(pointsFile), line, value.agencyId)
  }
  for (const { line, value } of successions)
    for (const id of [value.from, value.to]) if (!known.has(id)) unknownBody(noteIn(successorsFile), line, id)
}

function unknownBody(note: Note, line: number, id: string): void {
  note(line, `không có cơ quan \`${id}\``, `there is no body \`${id}\``)
}

function checkPeriod(note: Note, line: number, { from, to }: Pick<Agency, 'from' | 'to'>): void {
  if (from !== undefined && to !== undefined && to < from)
    note(
      line,
      `ngày cuối \`${to}\` trước ngày đầu \`${from}\``,
      `the last day \`${to}\` is before the first \`${from}\``,
    )
}

/** Two forms of one body, or two bodies with one code, cannot hold on the same day. */
function checkTwins(note: Note, { line, value }: Lined<Agency>[number], before: Lined<Agency>): void {
  for (const other of before) {
    const same = value.id === other.value.id ? value.id : value.code === other.value.code ? value.code : ''
    if (same === '' || !periodsMeet(value, other.value)) continue
    note(line, `\`${same}\` đã có ở dòng ${other.line}`, `\`${same}\` stands on line ${other.line} already`)
    return
  }
}

function checkPlace(
  note: Note,
  { line, value }: Lined<Agency>[number],
  { known, tiers }: { known: ReadonlySet<string>; tiers: readonly Tier[] },
): void {
  const { level, parentId, receivesAt } = value
  if (!tiers.some(({ id }) => id === level)) {
    const listed = tiers.map(({ id }) => id).join(', ')
    note(
      line,
      `không có cấp \`${level}\`; các cấp đã khai: ${listed}`,
      `there is no tier \`${level}\`; the tiers are: ${listed}`,
    )
  }
  if (parentId && !known.has(parentId))
    note(line, `không có cơ quan cấp trên \`${parentId}\``, `there is no parent body \`${parentId}\``)
  if (receivesAt && !known.has(receivesAt))
    note(
      line,
      `không có nơi tiếp nhận \`${receivesAt}\``,
      `there is no body \`${receivesAt}\` to receive its dossiers`,
    )
}

/** On every day on which the tree changes: nobody above themselves, nobody under a body that is gone. */
function checkTree(note: Note, agencies: Lined<Agency>): void {
  const forms = agencies.map(({ value }) => value)
  const noted = new Set<number>()
  for (const day of daysOfChange(forms)) {
    const bodies = agenciesOn(forms, day)
    for (const { line, value } of agencies) {
      if (noted.has(line) || !holdsOn(value, day)) continue
      const parent = value.parentId === undefined ? undefined : bodies.get(value.parentId)
      if (!parent) continue
      if (isOwnAncestor(value, bodies)) {
        noted.add(line)
        note(line, `\`${value.id}\` là cấp trên của chính nó`, `\`${value.id}\` stands above itself`)
      } else if (!holdsOn(parent, day)) {
        noted.add(line)
        note(
          line,
          `cơ quan cấp trên \`${parent.id}\` không hoạt động vào ngày ${day === beginning ? 'đầu tiên' : day}`,
          `the parent body \`${parent.id}\` does not exist on ${day === beginning ? 'the first day' : day}`,
        )
      }
    }
  }
}

const beginning = '0001-01-01'

function daysOfChange(forms: readonly Agency[]): string[] {
  const days = forms.flatMap(({ from, to }) => [
    ...(from === undefined ? [beginning] : [from]),
    ...(to === undefined ? [] : [addDays(to as CivilDate, 1)]),
  ])
  return [...new Set(days)].toSorted()
}

function isOwnAncestor(agency: Agency, byId: ReadonlyMap<string, Agency>): boolean {
  let above = agency.parentId
  for (let steps = 0; above !== undefined && steps <= byId.size; steps++) {
    if (above === agency.id) return true
    above = byId.get(above)?.parentId
  }
  return false
}
