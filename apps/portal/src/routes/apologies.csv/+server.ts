import { csvLine } from '#lib/csv.ts'
import { ask } from '#lib/server/failures.ts'

/** The public list of apologies as a file for spreadsheets, personal data reduced as on the page. */
export async function GET(event) {
  const { url, locals } = event
  const agencyId = url.searchParams.get('agency')?.trim().slice(0, 60)
  const { rows } = await ask(
    event,
    locals.api.trpc.lateness.list.query({ most: 1000, ...(agencyId && { agencyId }) }),
  )
  const lines = rows.map((row) => [
    row.at,
    row.code,
    row.applicant,
    row.procedure,
    row.agency,
    row.dueAt,
    row.moved ? (row.newDueAt ?? '') : '',
    row.moved ? '' : (row.newDueAt ?? ''),
    row.reason,
  ])
  const heads = [
    'xin_loi_luc',
    'ma_ho_so',
    'nguoi_nop',
    'thu_tuc',
    'co_quan',
    'ngay_hen_cu',
    'ngay_hen_moi',
    'ngay_du_kien',
    'ly_do',
  ]
  // With a byte order mark spreadsheets read Vietnamese as it is written.
  return new Response(`\ufeff${[heads, ...lines].map(csvLine).join('')}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="xin-loi-va-hen-lai.csv"',
    },
  })
}
