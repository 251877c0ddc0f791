import { z } from 'zod'

/** A form with a file in it, as browsers send it. */
export const FormWithFile = z.instanceof(FormData)

/** The text of a form's field, or undefined. */
export function text(form: FormData, name: string): string | undefined {
  const value = form.get(name)
  return typeof value === 'string' ? value : undefined
}

/** An object written as JSON in a form's field; anything else is an empty one, which the operation's own checks then find wanting. */
export function jsonIn(form: FormData, name: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text(form, name) ?? '')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

/** Every file whose field's name begins so, with the rest of the name. */
export async function filesNamed(
  form: FormData,
  prefix: string,
): Promise<{ field: string; name: string; bytes: Uint8Array<ArrayBuffer> }[]> {
  const chosen = [...form].flatMap(([field, value]) =>
    field.startsWith(prefix) && value instanceof File ? [{ field: field.slice(prefix.length), value }] : [],
  )
  return Promise.all(
    chosen.map(async ({ field, value }) => ({
      field,
      name: value.name,
      bytes: new Uint8Array(await value.arrayBuffer()),
    })),
  )
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
