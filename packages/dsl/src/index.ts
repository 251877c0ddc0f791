export type { Cell } from './compile/cells.ts'
export { type Certificate, type CertifiedProof, type Proof, certificateOf } from './check/proof.ts'
export { type VerifiedQuotes, fingerprintOf, verifyQuotes } from './check/quotes.ts'
export type { CalendarDays, Compiled, LegalBasis } from './compile/compiled.ts'
export {
  type CompileResult,
  type Program,
  type ProgramRegulation,
  asIfAlwaysInForce,
  check,
  compile,
} from './compile/program.ts'
export { type Answer, type BareAnswer, type NamedStrip, ask, askBare } from './evaluate/ask.ts'
export { type BoundProgram, type OfficeHours, bindCalendar } from './evaluate/bind.ts'
export { type CoverageLine, coverage } from './evaluate/coverage.ts'
export { type ExampleResult, type ExampleRun, runExamples } from './evaluate/examples.ts'
export { sayStep } from './evaluate/explain.ts'
export type { ReasonSentence } from './evaluate/sentence.ts'
export { type Layout, type Register, intoRegister, noRegister } from './evaluate/register.ts'
export { BadFacts, UnknownQuestion } from './evaluate/facts.ts'
export type { Path } from './evaluate/find.ts'
export { type Prepared, caseOf, momentOf, prepare } from './evaluate/prepare.ts'
export {
  type Columns,
  type MovedDossier,
  type Replay,
  type Side,
  columnsOf,
  replay,
} from './evaluate/replay.ts'
export { type Ground, type Step, steps } from './evaluate/steps.ts'
export type { Bilingual, Diagnostic, Fix, Language } from './source/diagnostic.ts'
export { renderDiagnostic } from './source/render.ts'
export { type Place, type SourceFile, type Span, placeOf } from './source/span.ts'
export { format } from './syntax/format.ts'
export { languageOfText } from './syntax/language.ts'
export { translate } from './syntax/translate.ts'
export {
  type Binding,
  type FactInfo,
  type QuestionInfo,
  type QuestionKind,
  questions,
} from './vocabulary/questions.ts'
export {
  type Change,
  type Compared,
  type Difference,
  type Stand,
  type Way,
  type Witness,
  diff,
} from './compare/diff.ts'
export { type Version, daysToCompare, hoursOf } from './compare/version.ts'
export {
  type DossierReplay,
  type Moved,
  type PastDossier,
  type QuestionReplay,
  replayDossiers,
} from './compare/replay-dossiers.ts'
export { sayAnswer } from './evaluate/say-answer.ts'
export { sayReplay } from './compare/say-replay.ts'
export { type Form, type FormPiece, formatName } from './figures/form.ts'
export { type CountedDossier, type Period, belongsTo } from './figures/populations.ts'
export { type Ratio, rateOf } from './figures/rate.ts'
export {
  type NamePart,
  type NumberFact,
  type Population,
  type Standing,
  type State,
  numbers,
  populations,
  standings,
} from './vocabulary/figures.ts'
