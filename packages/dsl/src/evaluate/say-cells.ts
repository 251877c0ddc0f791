import { type Cell } from '../compile/cells.ts'
import type { Bilingual } from '../source/diagnostic.ts'
import { type Dimension, dimensions } from '../vocabulary/facts.ts'
import { sayName, sayWord } from './explain-words.ts'
import { joined, sayEither } from './say.ts'

/** Values of each condition fact; together every combination of them. */
type Box = Readonly<Partial<Record<Dimension, readonly (string | boolean)[]>>>

/** A set of cells in words: `khi mức độ là 4`; empty where it is every cell. */
export function sayCells(cells: readonly Cell[], dims: readonly Dimension[]): Bilingual {
  const boxes = boxesOf(cells, dims)
  const said = boxes.map((box) => sayBox(box, dims))
  if (said.some(({ vi }) => vi === '')) return { vi: '', en: '' }
  return {
    vi: `khi ${said.map(({ vi }) => vi).join(', hoặc khi ')}`,
    en: `when ${said.map(({ en }) => en).join(', or when ')}`,
  }
}

/** Few boxes that hold exactly these cells: single cells, put together where they differ in one fact only. */
function boxesOf(cells: readonly Cell[], dims: readonly Dimension[]): Box[] {
  let boxes: Box[] = cells.map((cell) => Object.fromEntries(dims.map((dim) => [dim, [cell[dim]!]])))
  for (const dim of dims.toReversed()) {
    const alike = Map.groupBy(boxes, (box) => JSON.stringify({ ...box, [dim]: null }))
    boxes = [...alike.values()].map((group) => ({ ...group[0]!, [dim]: group.flatMap((box) => box[dim]!) }))
  }
  return boxes
}

function sayBox(box: Box, dims: readonly Dimension[]): Bilingual {
  const parts = dims.flatMap((dim) => {
    const values = box[dim]!
    return values.length === dimensions[dim].length ? [] : [sayFact(dim, values)]
  })
  return joined(parts, { vi: ' và ', en: ' and ' })
}

function sayFact(dim: Dimension, values: readonly (string | boolean)[]): Bilingual {
  if (typeof values[0] === 'boolean') {
    const { vi, en } = sayWord('FLAG', dim)
    return values[0] ? { vi, en } : { vi: `không ${vi}`, en: `not ${en}` }
  }
  const [name, words] = [sayWord('DIMENSION', dim), sayEither(values.map((value) => sayName(String(value))))]
  return { vi: `${name.vi} là ${words.vi}`, en: `${name.en} is ${words.en}` }
}
