import { type Phrase, phrase } from './phrase.ts'

/** Kinds of lexemes that only speak of time; see the statements of a deadline in grammar.ne. */
export type TimePhrase =
  | 'EARLIER_OF'
  | 'IMMEDIATELY'
  | 'NO_LATER'
  | 'SAME_DAY'
  | 'NEXT_OPENING'
  | 'AS_AGREED'
  | 'IN_TOTAL'
  | 'FROM_TIME'
  | 'TO_OPENING'
  | 'PAST_END'
  | 'REMIND_BEFORE'
  | 'REMIND_EVERY'
  | 'UNTIL'
  | 'AND_THEN'
  | 'MONTH_END'
  | 'UP_TO'
  | 'BY_AGREEMENT'
  | 'PAUSED'
  | 'OUTAGE'
  | 'BECAUSE'
  | 'NO_DATE'
  | 'EXAMPLE_SEASON'
  | 'EXAMPLE_INTAKE'

/** Words of time that begin a statement. */
export const timeLeading: readonly Phrase[] = [
  phrase('EARLIER_OF', '', 'sớm hơn giữa', 'the earlier of'),
  phrase('IMMEDIATELY', '', 'ngay sau khi', 'immediately after'),
  phrase('NO_LATER', '', 'chậm nhất khi', 'no later than'),
  phrase('SAME_DAY', '', 'trong ngày', 'within the day of'),
  phrase(
    'NEXT_OPENING',
    '',
    'vào đầu giờ ngày làm việc kế tiếp sau khi',
    'at the opening of the working day after',
  ),
  phrase('AS_AGREED', '', 'theo thỏa thuận của hai bên', 'as agreed'),
  phrase('IN_TOTAL', '', 'tổng cộng không quá', 'in total at most'),
  phrase('FROM_TIME', '', 'từ lúc', 'at or after'),
  phrase('PAST_END', '', 'hết thời hạn này thì', 'past this time'),
  phrase('REMIND_BEFORE', '', 'nhắc trước hạn', 'remind before the due time by'),
  phrase('EXAMPLE_SEASON', '', 'ví dụ theo giờ riêng từ', 'examples use special hours from'),
  phrase('EXAMPLE_INTAKE', '', 'ví dụ theo giờ tiếp nhận', 'examples use intake hours'),
  phrase('REMIND_EVERY', '', 'nhắc lại mỗi', 'remind again every'),
]

/** Words of time inside a statement. */
export const timeInner: readonly Phrase[] = [
  phrase('UNIT', 'minute', 'phút', 'minutes | minute'),
  phrase('UNIT', 'clock-hour', 'giờ đồng hồ', 'clock hours | clock hour'),
  phrase('AND_THEN', '', 'rồi', 'and then'),
  // What a count of months does where the last month has no such day. Civil Code 2015, article 148.
  phrase('MONTH_END', 'last-day', 'thiếu ngày lấy ngày cuối tháng', 'short months end on their last day'),
  phrase(
    'MONTH_END',
    'next-first',
    'thiếu ngày lấy ngày đầu tháng sau',
    'short months run to the first of the next',
  ),
  phrase(
    'TO_OPENING',
    '',
    'chuyển sang đầu giờ ngày làm việc kế tiếp',
    'moves to the opening of the next working day',
  ),
  phrase('UNTIL', '', 'cho đến khi', 'until'),
  phrase('UP_TO', '', 'tối đa', 'up to'),
  phrase('BY_AGREEMENT', '', 'do hai bên thỏa thuận', 'on agreement'),
  phrase('PAUSED', '', 'tạm dừng từ', 'paused from'),
  phrase('OUTAGE', '', 'sự cố từ', 'outage from'),
  phrase('BECAUSE', '', 'do', 'because of'),
  phrase('NO_DATE', '', 'chưa có thời hạn', 'no date yet'),
]
