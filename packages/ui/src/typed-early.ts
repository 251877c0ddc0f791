/**
 * What stands in a text area of the page that came from the server and is about to come alive. A person may have
 * typed it already, and Svelte would fill the box anew. Undefined on the server and once the page lives
 * (`data-hydrated` on its root), when an element of that name may be another page's.
 */
export function typedEarly(id: string): string | undefined {
  if (typeof document === 'undefined' || 'hydrated' in document.documentElement.dataset) return undefined
  const box = document.getElementById(id)
  return box instanceof HTMLTextAreaElement ? box.value : undefined
}
