import type { Locale } from '@motcua/domain'
import { formatBytes } from './format.ts'
import { words } from './words.ts'

/**
 * What a person is told about a file that was not taken: which, why, and what to do. `data` is what came with the
 * refusal `file-not-accepted`.
 */
export function fileFaultText(
  data: Readonly<Record<string, unknown>> | undefined = {},
  locale: Locale,
): string {
  const { files, refusals } = words(locale)
  const name = typeof data['name'] === 'string' ? data['name'] : ''
  const fault = data['fault']
  if (fault === 'too-large')
    return files.errors['too-large'](
      name,
      formatBytes(numberIn(data, 'bytes'), locale),
      formatBytes(numberIn(data, 'limit'), locale),
    )
  if (fault === 'not-allowed-type') return files.errors['wrong-type'](name)
  const known = faults.find((one) => one === fault)
  return known ? files.errors[known](name) : refusals['file-not-accepted']
}

const faults = ['empty', 'damaged', 'disguised', 'picture-too-large', 'infected', 'not-scanned'] as const

function numberIn(data: Readonly<Record<string, unknown>>, name: string): number {
  return Number(data[name] ?? 0)
}
