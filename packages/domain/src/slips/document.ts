import type { Instant } from '@motcua/calendar'

/** The slips and letters an office issues, by what they are for (Phụ lục of Thông tư 01/2018 and 03/2025/TT-VPCP). */
export const slipKinds = [
  'receipt',
  'completion-request',
  'refusal',
  'transfer',
  'control-sheet',
  'apology',
  'stop-notice',
  'register',
] as const
export type SlipKind = (typeof slipKinds)[number]

/** Sheets slips are drawn on. */
export const slipPapers = ['A5', 'A4', 'A4-landscape'] as const
export type SlipPaper = (typeof slipPapers)[number]

/**
 * A slip ready to be drawn, as a page or as a PDF alike. Everything it says is in it, worded and in Vietnamese: an
 * official document is Vietnamese in every language of the windows.
 */
export interface SlipDocument {
  readonly kind: SlipKind
  readonly paper: SlipPaper
  /** Which form it follows: `Mẫu số 02 · Thông tư 01/2018/TT-VPCP`. */
  readonly form: string
  readonly head: SlipHead
  readonly title: string
  readonly addressee?: string
  readonly blocks: readonly SlipBlock[]
  readonly signatures: readonly SlipSignature[]
  /** Where the dossier is looked up, drawn as a QR code and written out beside it. */
  readonly lookup?: { readonly url: string; readonly lines: readonly string[]; readonly qr: boolean }
  /** Below every sheet, so that loose ones find together again. */
  readonly foot: string
  /** What its file is named for: the dossier code, the submission number, or the period of a register. */
  readonly reference: string
  readonly issuedAt: Instant
}

/** The two columns that head every document of the State (Nghị định 30/2020/NĐ-CP). */
export interface SlipHead {
  readonly agency: string
  readonly section: string
  /** `Số: 12/PYCBS`, or the dossier code of a receipt. */
  readonly number?: string
  /** `Tân An, ngày 04 tháng 08 năm 2026`. */
  readonly placeDate: string
}

export type SlipBlock =
  | { readonly is: 'heading'; readonly text: string }
  | { readonly is: 'text'; readonly text: string; readonly tone?: 'strong' | 'note' }
  | { readonly is: 'facts'; readonly facts: readonly SlipFact[] }
  | SlipTable

export interface SlipFact {
  readonly label: string
  readonly value: string
  readonly strong?: true
}

export interface SlipTable {
  readonly is: 'table'
  readonly columns: readonly SlipColumn[]
  /** One text per column. */
  readonly rows: readonly (readonly string[])[]
  /** Said instead of a table without rows. */
  readonly none: string
}

export interface SlipColumn {
  readonly label: string
  /** Width against the other columns. */
  readonly share: number
}

export interface SlipSignature {
  readonly title: string
  readonly hint: string
  readonly name: string
}
