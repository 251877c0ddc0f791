import { createApi } from '@motcua/api/client'
import { expect, test } from 'vitest'
import { carryAll } from '#lib/act-form.ts'
import { actOf, type ActEvent } from './act.ts'
import { text } from './form-data.ts'

/** A page that was posted with these fields. */
function posted(fields: Record<string, string>): ActEvent {
  const body = new URLSearchParams(fields)
  const request = new Request('http://desk.localhost/dossiers/d1/refuse', { method: 'POST', body })
  return { request, params: { id: 'd1' }, locals: { locale: 'vi', api: {} } } as unknown as ActEvent
}

const reasonMissing = { href: '#reason', text: 'Nhập lý do' }
function refuseWith(send: () => Promise<unknown>) {
  return actOf({
    read(_, form) {
      const typed = { reason: text(form, 'reason') }
      return { typed, errors: typed.reason ? [] : [reasonMissing] }
    },
    send,
    done: 'refuse',
    refusedAt: ({ code }) => (code === 'reason-missing' ? '#reason' : undefined),
  })
}
/** What the office's API answers where the rules say no. */
function refused(code: string): Promise<unknown> {
  const data = { code: 'UNPROCESSABLE_CONTENT', httpStatus: 422, path: '', refusal: { code } }
  const answer = { error: { message: code, code: -32022, data } }
  const api = createApi({
    url: 'http://desk.localhost',
    fetch: async () => Response.json(answer, { status: 422 }),
    address: '::1',
    locale: 'vi',
  })
  return api.trpc.intake.refuse.mutate({ dossierId: 'd1', reason: 'x', basis: 'y' })
}

test('what is wrong comes back beside what was typed, and is not done', async () => {
  let sent = 0
  const { send, check } = refuseWith(async () => void sent++)
  for (const action of [check, send]) {
    expect(await action(posted({ reason: ' ' }))).toMatchObject({
      status: 400,
      data: { step: 'edit', typed: { reason: '' }, errors: [reasonMissing] },
    })
  }
  expect(sent).toBe(0)
})

test('what was read over once more is done, and the dossier opens with its sentence', async () => {
  const { check, edit, send } = refuseWith(async () => undefined)
  const typed = { reason: 'Không thuộc thẩm quyền' }
  expect(await check(posted(typed))).toMatchObject({ step: 'check', typed })
  expect(await edit(posted(typed))).toMatchObject({ step: 'edit', typed, errors: [] })
  await expect(send(posted(typed))).rejects.toMatchObject({
    status: 303,
    location: '/dossiers/d1?done=refuse',
  })
})

test('a refusal of the rules is told at the field it is about, and nothing that was typed is lost', async () => {
  const typed = { reason: 'x' }
  const { send } = refuseWith(() => refused('reason-missing'))
  expect(await send(posted(typed))).toMatchObject({
    status: 400,
    data: { step: 'edit', typed, errors: [{ href: '#reason', text: 'Nhập lý do.' }] },
  })
})

test('a file that is not taken is told on the step where it is chosen', async () => {
  const { send } = refuseWith(() => refused('file-not-accepted'))
  expect(await send(posted({ reason: 'x' }))).toMatchObject({
    data: { step: 'check', errors: [{ href: '#document' }] },
  })
})

test('a fault is no error of the page', async () => {
  const { send } = refuseWith(() => Promise.reject(new Error('the archive is down')))
  await expect(send(posted({ reason: 'x' }))).rejects.toThrow('the archive is down')
})

test('ticks are carried tick by tick', () => {
  expect(carryAll({ note: 'n', ticked: ['a', 'b'] })).toEqual([
    ['note', 'n'],
    ['ticked', 'a'],
    ['ticked', 'b'],
  ])
})
