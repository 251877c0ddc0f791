import { z } from 'zod'

/** A form with a file in it, as browsers send it. */
export const FormWithFile = z.instanceof(FormData)

/** The text of a form's field, or undefined. */
export function text(form: FormData, name: string): string | undefined {
  const value = form.get(name)
  return typeof value === 'string' ? value : undefined
}

/** The file of a form's field, or undefined where none was chosen. */
export async function file(
  form: FormData,
  name: string,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> } | undefined> {
  const value = form.get(name)
  if (!(value instanceof File) || (value.size === 0 && value.name === '')) return undefined
  return { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) }
}
