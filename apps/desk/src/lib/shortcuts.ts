/**
 * Single-letter shortcuts. A page says what a key does on the page itself: `data-key="t"` on a link or button is
 * pressed by `t`; `data-row` marks the links of a list that `j` and `k` walk; a row's `data-key-t` is the address
 * `t` leads to while the row has the focus, and `x` ticks that row.
 */
export function onShortcut(event: KeyboardEvent, go: (href: string) => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
  if (event.key === 'j' || event.key === 'k') return walk(event)
  if (event.key === 'x') return tick(event)

  const row = document.activeElement?.closest<HTMLElement>('[data-row]')
  const address = row?.getAttribute(`data-key-${attributeName(event.key)}`)
  if (address) {
    event.preventDefault()
    return go(address)
  }
  const target = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`)
  if (!target) return
  event.preventDefault()
  if (target instanceof HTMLInputElement) target.focus()
  else target.click()
}

function walk(event: KeyboardEvent): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  if (rows.length === 0) return
  event.preventDefault()
  const at = rows.indexOf(document.activeElement as HTMLElement)
  const to = event.key === 'j' ? Math.min(at + 1, rows.length - 1) : Math.max(at - 1, 0)
  rows[to]?.focus()
}

/** Ticks the row that has the focus, or takes its tick away. */
function tick(event: KeyboardEvent): void {
  const row = document.activeElement?.closest('tr')
  const box = row?.querySelector<HTMLInputElement>('[data-select]')
  if (!box) return
  event.preventDefault()
  box.click()
}

/** A letter goes into the box a person types in, not to a shortcut. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.matches('textarea, select')) return true
  return (
    target.matches('input') && !target.matches('[type=checkbox], [type=radio], [type=submit], [type=button]')
  )
}

/** `/` has no place in the name of an attribute. */
function attributeName(key: string): string {
  return /^[a-z]$/.test(key) ? key : 'none'
}
