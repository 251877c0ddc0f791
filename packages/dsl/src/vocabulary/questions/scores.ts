import { type QuestionInfo, fact, number, question } from './question.ts'

/** The indicators a body or an official is scored by, and how their points become one. */
export const scores: readonly QuestionInfo[] = [
  question(
    'score.totalTime',
    'score',
    'chỉ số tổng thời gian giải quyết',
    'indicator of total time',
    'report',
    [fact('timeAgainstLimit')],
  ),
  question(
    'score.bodyTime',
    'score',
    'chỉ số thời gian của từng cơ quan',
    'indicator of time of each body',
    'report',
    [fact('timeAgainstLimit')],
  ),
  question('score.contacts', 'score', 'chỉ số số lần liên hệ', 'indicator of contacts', 'report', [
    number('contacts'),
  ]),
  question(
    'score.bodies',
    'score',
    'chỉ số số cơ quan phải liên hệ',
    'indicator of bodies contacted',
    'report',
    [number('bodiesContacted')],
  ),
  question(
    'score.oneStop',
    'score',
    'chỉ số giải quyết tại một cửa',
    'indicator of one-stop settlement',
    'report',
    [fact('body'), number('onSpotShare'), number('oneStopShare')],
  ),
  question('score.publicity', 'score', 'chỉ số công khai thủ tục', 'indicator of publicity', 'report', [
    fact('posted'),
    fact('publishedOnline'),
  ]),
  question('score.attitude', 'score', 'chỉ số thái độ phục vụ', 'indicator of attitude', 'report', [
    fact('timeAgainstLimit'),
    fact('complained'),
  ]),
  question(
    'score.explanation',
    'score',
    'chỉ số giải trình phản ánh',
    'indicator of explanations',
    'report',
    [fact('complained'), fact('dragged', false), number('explainedOnTimeShare')],
  ),
  question(
    'score.online',
    'score',
    'chỉ số dịch vụ công trực tuyến',
    'indicator of online services',
    'report',
    [
      fact('onlineDeployed'),
      number('onlineProcedureShare'),
      number('onlineDossierShare'),
      number('onlineOverdue'),
    ],
  ),
  question('score.mean', 'ratio', 'điểm bình quân của chỉ số', 'mean points of an indicator', 'report', []),
]
