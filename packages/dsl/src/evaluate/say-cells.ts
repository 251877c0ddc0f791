import { type Cell } from '../compile/cells.ts'
import type { Bilingual, Language } from '../source/diagnostic.ts'
import { phrases } from '../syntax/phrase-table.ts'
import { type Dimension, dimensions } from '../vocabulary/facts.ts'

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
  return { vi: parts.map(({ vi }) => vi).join(' và '), en: parts.map(({ en }) => en).join(' and ') }
}

function sayFact(dim: Dimension, values: readonly (string | boolean)[]): Bilingual {
  const named = phrases.find(({ type, value }) => (type === 'DIMENSION' || type === 'FLAG') && value === dim)!
  const [vi, en] = [named.vi[0]!, named.en[0]!]
  if (typeof values[0] === 'boolean') return values[0] ? { vi, en } : { vi: `không ${vi}`, en: `not ${en}` }
  const words = values.map((value) => phrases.find((one) => one.type === 'NAME' && one.value === value))
  const say = (lang: Language) => words.map((word, i) => word?.[lang][0] ?? String(values[i]))
  return { vi: `${vi} là ${say('vi').join(' hoặc ')}`, en: `${en} is ${say('en').join(' or ')}` }
}
