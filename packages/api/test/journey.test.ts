import { randomUUID } from 'node:crypto'
import { pdf } from '@motcua/operations/testing'
import { expect, test } from 'vitest'
import type { Api } from '../src/client.ts'
import { openApis, staff } from './office.ts'

const birth = '1.001193'
const open = await openApis()

const person = {
  fullName: 'Trần Thị Đan',
  citizenId: '080185000123',
  email: 'dan@example.vn',
  phone: '0901234567',
  password: 'mật khẩu của Đan',
}

async function fill(api: Api): Promise<string> {
  const draft = await api.trpc.drafts.open.mutate({ procedureCode: birth })
  for (const page of draft.form.pages) {
    const answers = Object.fromEntries(
      page.fields.map(({ id, kind, choices }) => {
        const given = {
          text: 'Trần Thị Đan',
          'long-text': 'x',
          date: '1985-03-27',
          phone: '0901234567',
          email: 'dan@example.vn',
          'citizen-id': '080185000123',
          number: '1',
          choice: choices?.[0]?.value ?? '',
          agency: staff.agency,
        }
        return [id, given[kind]]
      }),
    )
    expect(await api.trpc.drafts.savePage.mutate({ id: draft.id, pageId: page.id, answers })).toHaveProperty(
      'draft',
    )
  }
  const paper = draft.procedure.papers.find(({ required }) => required)!
  const form = new FormData()
  form.set('draftId', draft.id)
  form.set('paperId', paper.id)
  form.set('file', new File([pdf], 'giấy chứng sinh.pdf'))
  expect((await api.trpc.drafts.attach.mutate(form)).papers).toHaveLength(1)
  const [returnChannel] = draft.procedure.return.channels
  await api.trpc.drafts.saveChoice.mutate({ id: draft.id, returnChannel })
  return draft.id
}

test('LA19-3.2: a citizen files at the portal, an officer accepts at the desk, anybody with the code sees how it stands', async () => {
  const api = await open('long-an')
  const { session } = await api.portal().trpc.identity.register.mutate(person)
  const citizen = api.portal(session)
  const draftId = await fill(citizen)
  const { dossierId, submissionNo } = await citizen.trpc.intake.submit.mutate({ draftId })
  expect(await citizen.trpc.intake.submit.mutate({ draftId })).toEqual({ dossierId, submissionNo })

  const { tenant } = api.office
  const signed = (await api.desk().trpc.identity.signInStaff.mutate({ tenant, ...staff })) as {
    session: string
  }
  const desk = api.desk(signed.session)
  expect(await desk.trpc.identity.session.query()).toMatchObject({ kind: 'staff', tenant: { id: tenant } })
  const { rows } = await desk.trpc.dossier.queue.query({ queue: 'new' })
  expect(rows).toMatchObject([{ id: dossierId, submissionNo, applicantName: 'Trần Thị Đan' }])
  const { code } = await desk.trpc.intake.accept.mutate({ dossierId })

  const slip = await citizen.fetch(`/slips/${dossierId}/receipt.pdf`)
  expect(slip.headers.get('content-type')).toBe('application/pdf')
  expect(slip.headers.get('content-disposition')).toContain(`${code}.pdf`)
  expect(new TextDecoder('latin1').decode(await slip.arrayBuffer()).slice(0, 5)).toBe('%PDF-')

  const found = await api.portal().trpc.dossier.lookUp.query({ code })
  expect(found?.fields).toContainEqual({ key: 'status', phase: 'processing' })

  const result = new FormData()
  result.set('dossierId', dossierId)
  result.set('outcome', 'granted')
  result.set('document', new File([pdf], 'khai sinh.pdf'))
  await desk.trpc.returning.recordResultWithDocument.mutate(result)
  const own = await citizen.trpc.dossier.own.query({ id: dossierId })
  expect(own).toMatchObject({ phase: 'decided', result: { outcome: 'granted', timeliness: 'on-time' } })

  expect(own.result).not.toHaveProperty('document')

  const { result: atDesk } = await desk.trpc.dossier.get.query({ id: dossierId })
  const document = `/files/${atDesk!.document!.fileId}`
  expect((await citizen.fetch(document)).status).toBe(404)
  const { amount } = own.fee!
  await desk.trpc.fees.collectAtCounter.mutate({ dossierId, key: randomUUID(), amount })
  await desk.trpc.returning.compareOriginals.mutate({ dossierId, outcome: 'match', shown: 'original' })
  const terms = await desk.trpc.returning.terms.query({ id: dossierId })
  await desk.trpc.returning.handOverResult.mutate({
    dossierId,
    channel: terms.chosen,
    to: 'Trần Thị Đan',
    identity: 'citizen-card',
  })
  const file = await citizen.fetch(document)
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(pdf)
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  })
  expect(api.faults).toEqual([])
})

test('the province is the one whose host was asked for; the desk’s is the one signed in to', async () => {
  const [longAn, haNam] = [await open('long-an'), await open('ha-nam')]
  expect((await longAn.portal().trpc.tenant.get.query()).name).toBe('Long An')
  expect((await haNam.portal().trpc.tenant.get.query()).name).toBe('Hà Nam')
  const { session } = await longAn.portal().trpc.identity.register.mutate(person)
  expect(await longAn.portal(session).trpc.identity.session.query()).toMatchObject({ kind: 'citizen' })
  expect(await haNam.portal(session).trpc.identity.session.query()).toBeNull()
  expect(await longAn.desk(session).trpc.identity.session.query()).toBeNull()
  const names = (await longAn.desk().trpc.tenant.list.query()).map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['Long An', 'Hà Nam']))
})

test('the emblem of a province is its own drawing', async () => {
  const answer = await (await open('ha-nam')).portal().fetch('/brand/emblem.svg')
  expect(answer.headers.get('content-type')).toBe('image/svg+xml')
  expect(await answer.text()).toContain('<svg')
})
