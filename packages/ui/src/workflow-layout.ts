import type { StepKind, WorkRole } from '@motcua/domain'

/** A step as its diagram draws it. */
export interface DrawnStep {
  readonly id: string
  readonly name: string
  readonly kind: StepKind
  readonly role: WorkRole
  /** Name of the body that does it; absent, the body that settles the dossier. */
  readonly agencyName?: string
  readonly hours: number
  /** Where a dossier stands on its way; absent in the diagram of a workflow by itself. */
  readonly state?: 'done' | 'present' | 'ahead'
  readonly holder?: string
}

/** Who stands beside a lane. */
export interface Lane {
  readonly role: WorkRole
  readonly agencyName?: string
  readonly y: number
}

export interface Box {
  readonly step: DrawnStep
  readonly no: number
  /** Number of its lane, from 0. */
  readonly lane: number
  readonly x: number
  readonly y: number
  readonly lines: readonly string[]
}

export interface WorkflowLayout {
  readonly width: number
  readonly height: number
  readonly lanes: readonly Lane[]
  readonly boxes: readonly Box[]
  /** Ways from each box to the next, as SVG paths. */
  readonly ways: readonly { readonly path: string; readonly done: boolean }[]
}

export const laneHeight = 132
export const boxWidth = 144
export const boxHeight = 104
const columnWidth = 166
export const laneLabelWidth = 148
const lettersOfLine = 17
const mostLines = 3

/** Places the steps in columns, in order, and in lanes, one for each role at each body. */
export function layOutWorkflow(steps: readonly DrawnStep[]): WorkflowLayout {
  const keys = [...new Set(steps.map(laneKey))]
  const boxes = steps.map((step, at): Box => {
    const lane = keys.indexOf(laneKey(step))
    return {
      step,
      no: at + 1,
      lane,
      x: laneLabelWidth + at * columnWidth + (columnWidth - boxWidth) / 2,
      y: lane * laneHeight + (laneHeight - boxHeight) / 2,
      lines: wrap(step.name, lettersOfLine, mostLines),
    }
  })
  return {
    width: laneLabelWidth + steps.length * columnWidth,
    height: keys.length * laneHeight,
    lanes: keys.map((key, at) => {
      const { role, agencyName } = steps.find((step) => laneKey(step) === key)!
      return { role, ...(agencyName !== undefined && { agencyName }), y: at * laneHeight }
    }),
    boxes,
    ways: boxes.slice(1).map((box, at) => wayBetween(boxes[at]!, box)),
  }
}

/** Straight where both stand in one lane; otherwise over the gap between their columns. */
function wayBetween(from: Box, to: Box): WorkflowLayout['ways'][number] {
  const done = from.step.state === 'done'
  const [x1, y1] = [from.x + boxWidth, from.y + boxHeight / 2]
  const [x2, y2] = [to.x, to.y + boxHeight / 2]
  const middle = (x1 + x2) / 2
  return { done, path: y1 === y2 ? `M${x1} ${y1}H${x2}` : `M${x1} ${y1}H${middle}V${y2}H${x2}` }
}

function laneKey({ role, agencyName }: DrawnStep): string {
  return `${agencyName ?? ''}\n${role}`
}

/** Breaks a text at its spaces into lines of at most so many letters; what does not fit ends in an ellipsis. */
export function wrap(text: string, letters: number, most: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  return [...kept.slice(0, -1), `${kept.at(-1)!.slice(0, letters - 1)}…`]
}
