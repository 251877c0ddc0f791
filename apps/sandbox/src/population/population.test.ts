import { createHmac, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { vneidPeople } from '../identity/people.ts'
import { populationDatabase } from './routes.ts'

const now = new Date('2026-03-02T02:00:00Z')
const app = populationDatabase(vneidPeople, { secret: 'a shared secret', now: () => now })
const asked = (citizenId: string) => ({
  citizenId,
  by: 'tuyen-quang/xa-1',
  purpose: 'Đối chiếu thông tin',
  reference: randomUUID(),
})

function ask(citizenId: string, secret = 'a shared secret') {
  const body = JSON.stringify(asked(citizenId))
  const timestamp = String(now.getTime() / 1000)
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
  const headers = { 'x-motcua-timestamp': timestamp, 'x-motcua-signature': `sha256=${signature}` }
  return app.request('/persons', { method: 'POST', body, headers })
}

test('the population database knows its people, and answers nobody who did not sign', async () => {
  const answer = await ask('008190000456')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ citizenId: '008190000456', fullName: 'Ma Thị Xuân' })
  expect((await ask('001099000001')).status).toBe(404)
  expect((await ask('008190000456', 'another secret')).status).toBe(401)
})
