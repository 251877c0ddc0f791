import { z } from 'zod'

/** The ten states the national portal knows (KB-TTHC), by number. */
export const stateNames: Readonly<Record<number, { vi: string; en: string }>> = {
  1: { vi: 'Mới đăng ký', en: 'Newly filed' },
  2: { vi: 'Được tiếp nhận', en: 'Accepted' },
  3: { vi: 'Không được tiếp nhận', en: 'Not accepted' },
  4: { vi: 'Đang xử lý', en: 'In progress' },
  5: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'More papers asked for' },
  6: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Payment asked for' },
  7: { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawn at the applicant’s request' },
  8: { vi: 'Dừng xử lý', en: 'Stopped' },
  9: { vi: 'Đã xử lý xong', en: 'Decided' },
  10: { vi: 'Đã trả kết quả', en: 'Result returned' },
}

/** What a province tells of a dossier after something happened to it. */
export const State = z.object({
  /** The same for every attempt at one message. */
  id: z.string().min(1).max(120),
  /** The national portal's own number of the filing, where it came from here. */
  submissionId: z.string().max(60).optional(),
  submissionNo: z.string().max(60),
  code: z.string().max(60).optional(),
  procedureCode: z.string().max(60),
  /** How many things had happened to the dossier: a later state wins, in whatever order they arrive. */
  sequence: z.int().positive(),
  status: z.int().min(1).max(10),
  at: z.string().max(40),
  dueAt: z.string().max(40).optional(),
  note: z.string().max(4000).optional(),
  items: z
    .array(
      z.object({ kind: z.enum(['paper', 'field']), ref: z.string(), label: z.string(), reason: z.string() }),
    )
    .optional(),
})
export type State = z.infer<typeof State>

/** A dossier filed here, and where it stands. */
export interface Filing {
  readonly id: string
  readonly province: string
  readonly procedureCode: string
  readonly procedureName: string
  readonly applicantName: string
  readonly filedAt: Date
  /** What the province answered to it: its own number, or why it did not take it. */
  answer?: { readonly status: number; readonly submissionNo?: string; readonly refusal?: string }
  attempts: number
  readonly body: string
}

/** What the national portal keeps, in memory. */
export interface Cabinet {
  file(filing: Filing): void
  findFiling(id: string): Filing | undefined
  listFilings(): readonly Filing[]
  /** Keeps a state once; a second time under the same id changes nothing. */
  putState(province: string, state: State): void
  /** The states of one dossier in the order in which things happened, whatever order they came in. */
  statesOf(of: { submissionId?: string; submissionNo?: string }): readonly State[]
  listStates(): readonly (State & { readonly province: string })[]
  refusals: { notSigned: number; replayed: number; out: number }
  drill: Drill
  clear(): void
}

/** What goes wrong on purpose. */
export interface Drill {
  /** Takes no states in. */
  out: boolean
  /** Answers states this many seconds late. */
  slowSeconds: number
  /** Sends every filing twice. */
  twice: boolean
  /** Signs filings with another key. */
  wrongKey: boolean
}

const calm: Drill = { out: false, slowSeconds: 0, twice: false, wrongKey: false }

/** Opens an empty cabinet of at most `most` filings and as many states. */
export function openCabinet(most = 500): Cabinet {
  let filings: Filing[] = []
  let states: (State & { readonly province: string })[] = []
  return {
    file(filing) {
      filings = [filing, ...filings].slice(0, most)
    },
    findFiling: (id) => filings.find((filing) => filing.id === id),
    listFilings: () => filings,
    putState(province, state) {
      if (states.some((known) => known.province === province && known.id === state.id)) return
      states = [{ ...state, province }, ...states].slice(0, most * 4)
    },
    statesOf: ({ submissionId, submissionNo }) =>
      states
        .filter(
          (state) =>
            (submissionId !== undefined && state.submissionId === submissionId) ||
            (submissionNo !== undefined && state.submissionNo === submissionNo),
        )
        .toSorted((a, b) => a.sequence - b.sequence),
    listStates: () => states,
    refusals: { notSigned: 0, replayed: 0, out: 0 },
    drill: { ...calm },
    clear() {
      filings = []
      states = []
      this.refusals = { notSigned: 0, replayed: 0, out: 0 }
      this.drill = { ...calm }
    },
  }
}
