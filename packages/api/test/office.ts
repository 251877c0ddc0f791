// For tests: the API of an office of one's own, and clients that reach it as the windows do.
import { openDemonstration } from '@motcua/operations/tenants/open-demonstration'
import { openOffices, type Province, type TestOffice } from '@motcua/operations/testing'
import { createApp } from '../src/index.ts'
import { createApi, type Api } from '../src/client.ts'

export const key = 'the key of the front doors'
export const staff = { username: 'canbo.phuong-1', password: 'mot-cua-2026', agency: 'ubnd-phuong-1-tan-an' }

/** What the national portal signs with for each province of these tests. */
export const exchangeKey = 'the key of one province'
/** The machine's clock, which signatures are held against. */
export const exchangeSeconds = 1_772_416_800

export interface TestApi {
  readonly office: TestOffice
  readonly app: ReturnType<typeof createApp>
  /** Faults that were reported. */
  readonly faults: { requestId: string; error: unknown }[]
  portal(session?: string, address?: string): Api
  desk(session?: string): Api
}

export async function openApis(): Promise<
  (province: Province, options?: { at?: string }) => Promise<TestApi>
> {
  const { db, open } = await openOffices()
  return async (province, options) => {
    const office = await open(province, options)
    const { tenants, now, log, portalOf } = await office.visitor()
    const faults: TestApi['faults'] = []
    const app = createApp({
      db,
      tenants,
      now,
      log,
      portalOf,
      key,
      exchange: {
        keys: new Map([[office.tenant, exchangeKey]]),
        seconds: () => exchangeSeconds,
      },
      fault: (fault) => faults.push(fault),
      ready: async () => true,
    })
    await openDemonstration(
      db,
      office.tenant,
      {
        password: staff.password,
        citizens: [],
        staff: [{ ...staff, fullName: 'Nguyễn Thanh Hòa', roles: ['one-stop-officer'] }],
      },
      now(),
    )
    const window = (host: string, session?: string, address = '203.0.113.7'): Api =>
      createApi({
        url: 'http://api',
        fetch: async (input, init) => app.fetch(new Request(input, init)),
        host,
        session,
        address,
        locale: 'vi',
        key,
      })
    return {
      office,
      app,
      faults,
      portal: (session, address) => window(`${office.tenant}.localhost:3000`, session, address),
      desk: (session) => window('desk.localhost:3000', session),
    }
  }
}
