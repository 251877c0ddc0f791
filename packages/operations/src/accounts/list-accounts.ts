import type { Instant } from '@motcua/calendar'
import {
  deedsOf,
  findFactor,
  getAccountRequest,
  getFileContent,
  getStaff,
  listPastRequests,
  listStaff,
  listWaitingRequests,
  logRead,
  officialsOf,
  type AccountTrace,
  type StaffAccount,
} from '@motcua/db'
import {
  accountStates,
  isAllowed,
  missingForms,
  NotFound,
  type AccountRequest,
  type AccountState,
  type StaffRole,
} from '@motcua/domain'
import { z } from 'zod'
import { staffOf } from '../dossier/reach.ts'
import { operation, reading, type Room } from '../operation.ts'
import { agencyName } from '../tenants/agency-name.ts'
import { documentsOf, fieldsOf, formatsOf, noticeForm, unitAdminMay } from './account-law.ts'

/** An account of staff as the desk lists it. */
export interface StaffLine {
  accountId: string
  username: string
  fullName: string
  job: string
  roles: StaffRole[]
  agencyId: string
  agencyName: string
  state: AccountState
  /** True until its holder chose a password. */
  invited: boolean
}

export interface StaffDetail extends StaffLine {
  email: string
  phone: string
  mustChangePassword: boolean
  secondFactor: boolean
  officialSignIn: boolean
  deeds: AccountTrace[]
  /** What who asks may do with it. */
  may: { manage: boolean; revokeInUnit: boolean }
}

export interface RequestLine extends AccountRequest {
  agencyName: string
  missing: string[]
  overdue: boolean
  own: boolean
}

/** Staff accounts: of the whole province for the managers of accounts, of their own body for the admin of a unit. */
export const listStaffAccounts = reading({
  name: 'accounts.list',
  may: 'account:request',
  input: z.object({
    text: z.string().trim().max(100).default(''),
    state: z.enum(accountStates).optional(),
    agencyId: z.string().max(100).optional(),
  }),

  async run(room, { text, state, agencyId }): Promise<StaffLine[]> {
    const own = reachOf(room)
    const agency = own ?? agencyId
    const found = await listStaff(room.tx, {
      ...(agency && { agencyIds: [agency] }),
      ...(state && { state }),
      ...(text && { text }),
    })
    return found.map((account) => lineOf(room, account))
  },
})

/** One account with its trace; reading it is written down. */
export const getStaffAccount = operation({
  name: 'accounts.get',
  may: 'account:request',
  input: z.object({ accountId: z.uuid() }),

  async run(room, { accountId }): Promise<StaffDetail> {
    const { tx, tenant, actor, now } = room
    const account = await getStaff(tx, accountId)
    const own = reachOf(room)
    if (own && account.agencyId !== own) throw new NotFound('account')
    await logRead(tx, { actor, thing: 'account', thingId: accountId, why: 'to manage it', at: now })
    const [deeds, factor, officials] = [
      await deedsOf(tx, accountId),
      await findFactor(tx, accountId),
      await officialsOf(tx, accountId),
    ]
    return {
      ...lineOf(room, account),
      email: account.email ?? '',
      phone: account.phone ?? '',
      mustChangePassword: account.mustChangePassword ?? false,
      secondFactor: factor?.confirmedAt !== undefined,
      officialSignIn: officials.length > 0,
      deeds,
      may: {
        manage: isAllowed(actor, 'account:manage') && staffOf(actor).accountId !== accountId,
        revokeInUnit: isAllowed(actor, 'account:manage-unit') && unitAdminMay(tenant, now, 'revoke'),
      },
    }
  },
})

/** Requests about accounts: what waits, the most pressing first, and what is over. */
export const listAccountRequests = reading({
  name: 'accounts.listRequests',
  may: 'account:request',
  input: z.object({ over: z.boolean().default(false) }),

  async run(room, { over }): Promise<RequestLine[]> {
    const list = over ? listPastRequests : listWaitingRequests
    return (await list(room.tx, reachOf(room))).map((request) => requestLine(room, request))
  },
})

/** One request. */
export const getAccountRequestLine = reading({
  name: 'accounts.getRequest',
  may: 'account:request',
  input: z.object({ requestId: z.uuid() }),

  async run(room, { requestId }): Promise<RequestLine & { noticeForm: string | null }> {
    const request = await reached(room, requestId)
    const form = noticeForm(room.tenant, room.now, request.wanted.task).answer
    return { ...requestLine(room, request), noticeForm: form }
  },
})

/** A paper of a request, to look at. */
export const readRequestPaper = operation({
  name: 'accounts.readPaper',
  may: 'account:request',
  input: z.object({ requestId: z.uuid(), fileId: z.uuid() }),

  async run(room, { requestId, fileId }): Promise<{ name: string; type: string; content: Buffer }> {
    const { tx, actor, now } = room
    const paper = (await reached(room, requestId)).papers.find(({ file }) => file.fileId === fileId)
    if (!paper) throw new NotFound('file')
    await logRead(tx, {
      actor,
      thing: 'account-request',
      thingId: requestId,
      why: 'to read its paper',
      at: now,
    })
    return { name: paper.file.name, type: paper.file.type, content: await getFileContent(tx, fileId) }
  },
})

/** What the regulation asks of a request of each kind, and whether the admin of a unit needs none. */
export interface AccountTerms {
  documents: string[]
  fields: string[]
  formats: string[]
  basis: ReturnType<typeof documentsOf>['basis']
  unitAdminCreates: boolean
}

export const getAccountTerms = reading({
  name: 'accounts.terms',
  may: 'account:request',
  input: z.object({ task: z.enum(['create', 'lock', 'activate', 'revoke']) }),

  async run({ tenant, now }, { task }): Promise<AccountTerms> {
    const documents = documentsOf(tenant, now, task)
    return {
      documents: documents.answer ?? [],
      fields: fieldsOf(tenant, now, task).answer ?? [],
      formats: formatsOf(tenant, now).answer ?? [],
      basis: documents.basis,
      unitAdminCreates: unitAdminMay(tenant, now, 'create'),
    }
  },
})

/** The one body whose accounts somebody sees; undefined for who manages those of the whole province. */
function reachOf({ actor }: Pick<Room, 'actor'>): string | undefined {
  return isAllowed(actor, 'account:manage') ? undefined : staffOf(actor).agencyId
}

async function reached(room: Room, requestId: string): Promise<AccountRequest> {
  const request = await getAccountRequest(room.tx, requestId)
  const own = reachOf(room)
  if (own && request.agencyId !== own) throw new NotFound('account request')
  return request
}

function requestLine({ tenant, actor, now }: Room, request: AccountRequest): RequestLine {
  const due: Instant | null | undefined =
    request.stage === 'open' ? request.clock?.dueAt : request.notice ? undefined : request.noticeClock?.dueAt
  return {
    ...request,
    agencyName: agencyName(tenant, request.agencyId),
    missing: missingForms(request),
    overdue: due ? due < now : false,
    own: staffOf(actor).accountId === request.filedBy.accountId,
  }
}

function lineOf({ tenant }: Room, account: StaffAccount): StaffLine {
  const { id, username, fullName, job = '', roles, agencyId, state = 'active', passwordHash } = account
  return {
    accountId: id,
    username,
    fullName,
    job,
    roles: [...roles],
    agencyId,
    agencyName: agencyName(tenant, agencyId),
    state,
    invited: passwordHash === undefined,
  }
}
