import { error, type RequestEvent } from '@sveltejs/kit'

/** A form that cannot be read, cut off on its way or never one, is the sender's fault and no fault of ours: 400. */
export function withReadableForm({ request, locals }: RequestEvent): void {
  const read = request.formData.bind(request)
  request.formData = () =>
    read().catch(() => error(400, { message: 'unreadable-form', requestId: locals.requestId }))
}
