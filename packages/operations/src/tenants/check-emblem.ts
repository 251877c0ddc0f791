import type { Problem } from './problem.ts'

const mostCharacters = 100_000

/**
 * An emblem is shown on every page, so it must be a drawing and nothing else: no scripts, nothing fetched from
 * elsewhere, and not so large that a telephone waits for it.
 */
export function checkEmblem(svg: string): Problem[] {
  const file = 'brand/emblem.svg'
  if (!/<svg[\s>]/i.test(svg)) return [{ file, vi: 'không phải là hình SVG', en: 'is no SVG drawing' }]
  const found: Problem[] = []
  if (/<script|<foreignObject|\son\w+\s*=|javascript:|<!ENTITY/i.test(svg))
    found.push({
      file,
      vi: 'có mã chạy được (script, thuộc tính `on…` hoặc foreignObject); chỉ được chứa hình vẽ',
      en: 'holds something that runs (a script, an `on…` attribute or foreignObject); it may only hold a drawing',
    })
  if (/(?:href|src)\s*=\s*["']\s*(?!#|data:image\/)[^"']/i.test(svg) || /url\(\s*["']?\s*(?!#)/i.test(svg))
    found.push({
      file,
      vi: 'lấy nội dung từ nơi khác; hình phải đầy đủ trong tệp',
      en: 'fetches something from elsewhere; the drawing must be whole in its file',
    })
  if (svg.length > mostCharacters)
    found.push({
      file,
      vi: `dài ${svg.length} ký tự, tối đa ${mostCharacters}`,
      en: `is ${svg.length} characters long, at most ${mostCharacters} are allowed`,
    })
  return found
}
