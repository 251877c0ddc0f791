import type { Dossier, Paper } from '@motcua/domain'
import type { Rows } from './fill-slip.ts'

/** The papers that were handed in, in the order of the procedure: as files, on paper, or both. */
export function paperRows(dossier: Dossier, papers: readonly Paper[]): Rows {
  return papers
    .flatMap(({ id, name }) => {
      const files = dossier.papers.filter(({ paperId }) => paperId === id).length
      const handedIn = dossier.handedIn?.includes(id) ?? false
      if (files === 0 && !handedIn) return []
      return [
        { name, count: [files > 0 && `${files} tệp`, handedIn && 'bản giấy'].filter(Boolean).join(', ') },
      ]
    })
    .map((row, i) => ({ no: String(i + 1), ...row }))
}
