import { type Phrase, phrase } from './phrase.ts'

/** Kinds of lexemes that only speak of figures: scores, rates, scales, states and forms. */
export type FigurePhrase =
  | 'SCORE'
  | 'ADDS'
  | 'RATIO'
  | 'SCALE'
  | 'MOVE'
  | 'STARTS'
  | 'ENDS'
  | 'FORM'
  | 'MISSING'
  | 'SETTLED'
  | 'NUMERIC'
  | 'STATE'
  | 'PERCENT'
  | 'TIMES_BY'
  | 'ROUND_TO'
  | 'DECIMALS'
  | 'EMPTY'
  | 'MAY_EXCEED'
  | 'INTO'
  | 'TIMED_BY'
  | 'AT_ONCE'
  | 'DIGITS'
  | 'LETTERS'
  | 'COLLISION'
  | 'NO_DATA'

/** Words that begin a statement of figures; they stand nowhere else in the grammar. */
export const figureLeading: readonly Phrase[] = [
  phrase('SCORE', '', 'chấm', 'score'),
  phrase('MISSING', '', 'thiếu dữ liệu thì không tính', 'not counted where data is missing'),
  phrase('ADDS', '', 'cộng điểm', 'add the points of'),
  phrase('RATIO', '', 'tính bằng', 'computed as'),
  phrase('SCALE', '', 'theo thang', 'on the scale'),
  phrase('MOVE', '', 'chuyển từ', 'moves from'),
  phrase('STARTS', '', 'trạng thái đầu là', 'first state is'),
  phrase('ENDS', '', 'trạng thái cuối là', 'last state is'),
  phrase('FORM', '', 'đặt theo mẫu', 'formed as'),
]

/** Words inside a statement of figures. */
export const figureInner: readonly Phrase[] = [
  phrase('PERCENT', '', 'phần trăm', 'percent'),
  phrase('TIMES_BY', '', 'nhân', 'multiplied by'),
  phrase('ROUND_TO', '', 'làm tròn', 'rounded to'),
  phrase('DECIMALS', '', 'chữ số thập phân', 'decimal places | decimal place'),
  phrase(
    'EMPTY',
    'no-data',
    'mẫu số bằng không thì không có số liệu',
    'no data where the denominator is zero',
  ),
  phrase('EMPTY', 'zero', 'mẫu số bằng không thì lấy bằng không', 'zero where the denominator is zero'),
  phrase('NO_DATA', '', 'không có số liệu', 'no data'),
  phrase('MAY_EXCEED', '', 'tử số có thể vượt mẫu số', 'the numerator may exceed the denominator'),
  phrase('INTO', '', 'sang', 'into'),
  phrase('TIMED_BY', '', 'theo hạn', 'timed by'),
  phrase('AT_ONCE', '', 'thực hiện ngay', 'without delay'),
  phrase('DIGITS', '', 'chữ số', 'digits | digit'),
  phrase('LETTERS', 'plain-lower', 'viết thường không dấu', 'in lower case without marks'),
  phrase('LETTERS', 'as-written', 'giữ nguyên chữ', 'with letters as written'),
  phrase('COLLISION', 'number', 'trùng thì thêm số từ hai', 'numbered from two where taken'),
  phrase('COLLISION', 'refuse', 'trùng thì không cấp', 'refused where taken'),
]
