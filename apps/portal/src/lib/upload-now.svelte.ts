import { applyAction, deserialize } from '$app/forms'
import { refreshAll } from '$app/navigation'
import type { Attachment } from 'svelte/attachments'

/** What is said while files are on their way. */
export interface UploadWords {
  readonly uploading: (name: string) => string
  readonly uploaded: (name: string) => string
  readonly failed: (name: string) => string
}

/** Uploads a file as soon as it is chosen, with the form's own "attach" action; without JavaScript its button does. */
export class UploadNow {
  /** For a live region: what happened last. */
  message = $state('')
  readonly #words: () => UploadWords
  readonly #maxBytes: () => number

  constructor(words: () => UploadWords, maxBytes: () => number) {
    this.#words = words
    this.#maxBytes = maxBytes
  }

  /** Put it on the form. */
  readonly watch: Attachment<HTMLFormElement> = (form) => {
    const onChange = (event: Event) => {
      const box = event.target
      if (box instanceof HTMLInputElement && box.type === 'file' && box.files?.[0])
        void this.#send(box, box.files[0])
    }
    form.addEventListener('change', onChange)
    return () => form.removeEventListener('change', onChange)
  }

  /** A file the office would not take is not sent at all; the page says so as the office would. */
  async #tooLarge(box: HTMLInputElement, { name, size: bytes }: File): Promise<void> {
    const fault = { paperId: paperOf(box), name, bytes, fault: 'too-large' }
    const data = { faults: [fault], missing: [], errors: [], values: {} }
    box.value = ''
    await applyAction({ type: 'failure', status: 400, data, location: location.pathname })
  }

  /** Says that it went well, and leaves the page free again. */
  #say(message: string): void {
    this.message = message
    setTimeout(() => {
      if (this.message === message) this.message = ''
    }, 6000)
  }

  async #send(box: HTMLInputElement, file: File): Promise<void> {
    const words = this.#words()
    if (file.size > this.#maxBytes()) return this.#tooLarge(box, file)
    this.message = words.uploading(file.name)
    const body = new FormData()
    body.set(box.name, file)
    body.set('paperId', paperOf(box))
    try {
      const response = await fetch('?/attach', {
        method: 'POST',
        body,
        headers: { accept: 'application/json' },
      })
      const result = deserialize(await response.text())
      if (result.type === 'failure' || result.type === 'error') {
        this.message = ''
        await applyAction(result)
      } else {
        // Errors shown before are gone: what is still wrong is said when the person goes on.
        await applyAction({ type: 'success', status: 200, location: location.pathname })
        await refreshAll()
        this.#say(words.uploaded(file.name))
      }
      box.value = ''
    } catch {
      this.message = words.failed(file.name)
    }
  }
}

function paperOf(box: HTMLInputElement): string {
  return box.name.replace(/^file:/, '')
}
