import type { Span } from '../source/span.ts'
import type { Cst } from '../syntax/parse.ts'
import type { Effect, Quote, Reference, Standing, Transition } from './nodes.ts'
import { type Room, citeOf, leaf, node, spanOf } from './reader.ts'

/** `thực hiện theo Điều 17 của ND118_2025 như được sửa đổi`: a reference that answers. */
export function followsOf(room: Room, { d }: Cst): Extract<Effect, { k: 'follows' }> {
  return {
    k: 'follows',
    cite: citeOf(room, node(d[1])),
    symbol: leaf(d[3]).value,
    symbolSpan: spanOf(room, leaf(d[3])),
    ...(d[4] ? { standing: leaf(d[4]).value as Standing } : {}),
  }
}

/** `dẫn chiếu khoản 2 Điều 15 hiểu là khoản 2 Điều 14`: what the official text refers to, and the reading taken. */
export function referenceOf(room: Room, { k, d }: Cst): Omit<Reference, 'at'> {
  const span = spanOf(room, { k, d })
  const to = citeOf(room, node(d[1]))
  if (k === 'refersReadAs') return { to, readAs: citeOf(room, node(d[3])), span }
  return {
    to,
    ...(d[3] ? { symbol: { symbol: leaf(d[3]).value, span: spanOf(room, leaf(d[3])) } } : {}),
    span,
  }
}

/** `nguyên văn «…» dấu đối chiếu "…"`. */
export function quoteOf(room: Room, { k, d }: Cst): Quote {
  return {
    text: leaf(d[1]).value,
    span: spanOf(room, { k, d }),
    quoteSpan: spanOf(room, leaf(d[1])),
    ...(d[3] ? { fingerprint: leaf(d[3]).value, fingerprintSpan: spanOf(room, leaf(d[3])) } : {}),
  }
}

type TransitionLine = { k: 'transition'; choice: Transition['choice']; cite?: Reference['to']; span: Span }

/** `chuyển tiếp việc đang giải quyết theo quy định cũ tại khoản 2 Điều 3`, or that the text does not say. */
export function transitionOf(room: Room, { d }: Cst, span: Span): TransitionLine {
  const word = leaf(d[1])
  if (word.type === 'NOT_REGULATED') return { k: 'transition', choice: 'silent', span }
  return {
    k: 'transition',
    choice: word.value as Transition['choice'],
    ...(d[3] ? { cite: citeOf(room, node(d[3])) } : {}),
    span,
  }
}
