import { type QuestionInfo, fact, limit, maybe, moment, question } from './question.ts'

/** From acceptance to the result: clocks, pauses, supplements, transfer and outages. */
export const processing: readonly QuestionInfo[] = [
  question('processing.due', 'deadline', 'thời hạn giải quyết hồ sơ', 'processing deadline', 'clock', [
    moment('acceptedAt'),
    limit,
  ]),
  question(
    'processing.onPause',
    'class',
    'cách tính thời gian khi tạm dừng',
    'effect of a pause on the clock',
    'act',
    [fact('pauseReason')],
    ['continue', 'exclude', 'reset'],
  ),
  question(
    'processing.reminders',
    'reminders',
    'nhắc việc trước hạn giải quyết',
    'reminders before the due time',
    'clock',
    [moment('dueAt'), maybe('acceptedAt'), maybe('resultAt')],
  ),
  question(
    'processing.inStep',
    'flag',
    'hồ sơ giấy đi cùng hồ sơ điện tử',
    'paper moves in step with electronic',
    'act',
    [],
  ),
  question('outage.shift', 'deadline', 'dời hạn do sự cố', 'deadline shift after an outage', 'act', [
    moment('dueAt'),
    moment('recoveredAt'),
    maybe('outageAt'),
  ]),

  question(
    'supplement.notice',
    'deadline',
    'hạn yêu cầu bổ sung hồ sơ',
    'deadline of a completion request',
    'clock',
    [moment('acceptedAt')],
  ),
  question(
    'supplement.window',
    'deadline',
    'thời gian chờ bổ sung hồ sơ',
    'window to complete the dossier',
    'act',
    [moment('noticedAt')],
    { granted: true },
  ),
  question(
    'supplement.end',
    'class',
    'hồ sơ không được bổ sung đúng hạn',
    'a dossier not completed in time',
    'act',
    [],
    ['to-close', 'to-cancel', 'to-refuse'],
  ),

  question(
    'transfer.due',
    'deadline',
    'chuyển hồ sơ cho cơ quan giải quyết',
    'transfer to the settling agency',
    'clock',
    [moment('acceptedAt'), fact('mode', 'counter')],
  ),
  question('transfer.automatic', 'flag', 'chuyển hồ sơ tự động', 'automatic transfer', 'act', []),
  question(
    'transfer.order',
    'set',
    'thứ tự chuyển hồ sơ điện tử',
    'order of electronic transfer',
    'act',
    [],
    ['before-paper', 'with-paper', 'after-paper'],
  ),
]
