import type { Agency } from '@motcua/domain'
import type { Problem } from './problem.ts'

const file = 'agencies.csv'

/** A province needs a body at its top and one where dossiers are received. */
export function checkTree(agencies: readonly Agency[]): Problem[] {
  const found: Problem[] = []
  if (!agencies.some(({ parentId }) => parentId === undefined))
    found.push({
      file,
      vi: 'chưa có cơ quan nào ở trên cùng (cột `parentId` để trống)',
      en: 'no body stands at the top (with an empty `parentId`)',
    })
  if (!agencies.some(({ hasOneStopSection }) => hasOneStopSection))
    found.push({
      file,
      vi: 'chưa có bộ phận một cửa nào (cột `oneStop` là `yes`)',
      en: 'no body has a one-stop section (`oneStop` is `yes`)',
    })
  return found
}
