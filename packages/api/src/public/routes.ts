import { createRoute, z } from '@hono/zod-openapi'
import { serviceLevels } from '@motcua/domain'
import type { Permission } from '@motcua/domain'
import type { Services } from '../context.ts'
import { admission } from './admission.ts'
import {
  AboutKey,
  Agencies,
  Clock,
  LookedUp,
  OwnedDetail,
  OwnedDossiers,
  Problem,
  ProcedureDetail,
  Procedures,
} from './schemas.ts'

const security = [{ key: [] }]
const failure = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
})
const failures = {
  400: failure('Yêu cầu không hợp lệ · The request is not valid'),
  401: failure('Khóa không dùng được · The key cannot be used'),
  403: failure('Ngoài phạm vi của khóa · Beyond the scope of the key'),
  404: failure('Không có, hoặc không phải của chủ khóa · Not there, or not the owner’s'),
  429: failure('Vượt giới hạn của khóa; xem Retry-After · Over the limit; see Retry-After'),
}

function answers<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { 200: { description, content: { 'application/json': { schema } } }, ...failures }
}

const code = z.string().max(60).openapi({ example: '1.001193' })

/** Every address of the interface: what it takes, what it answers, and what a key must be allowed for it. */
export function routesOf(services: Services) {
  const by = (may: Permission) => admission(services, may)
  return {
    key: createRoute({
      method: 'get',
      path: '/key',
      tags: ['Khóa · Key'],
      summary: 'Khóa đang dùng và giới hạn còn lại · The key in use and what is left of its limit',
      security,
      middleware: by('key:use'),
      responses: answers(AboutKey, 'Khóa · The key'),
    }),
    procedures: createRoute({
      method: 'get',
      path: '/procedures',
      tags: ['catalogue'],
      summary: 'Tìm thủ tục hành chính · Find procedures',
      security,
      middleware: by('catalogue:read'),
      request: {
        query: z.object({
          q: z.string().max(200).optional().openapi({ description: 'Từ cần tìm, có dấu hoặc không dấu' }),
          field: z.string().max(200).optional().openapi({ description: 'Lĩnh vực · Field' }),
          level: z.enum(serviceLevels).optional(),
          agencyId: z.string().max(100).optional(),
          offset: z.coerce.number().int().min(0).max(100_000).default(0),
          limit: z.coerce.number().int().min(1).max(200).default(50),
        }),
      },
      responses: answers(Procedures, 'Danh mục · The catalogue'),
    }),
    procedure: createRoute({
      method: 'get',
      path: '/procedures/{code}',
      tags: ['catalogue'],
      summary: 'Một thủ tục: trường hợp, giấy tờ, nơi nhận · One procedure: cases, papers, bodies',
      security,
      middleware: by('catalogue:read'),
      request: { params: z.object({ code }) },
      responses: answers(ProcedureDetail, 'Thủ tục · The procedure'),
    }),
    due: createRoute({
      method: 'get',
      path: '/procedures/{code}/due',
      tags: ['catalogue'],
      summary: 'Ngày hẹn nếu được tiếp nhận lúc này, và vì sao · When a result would be due, and why',
      security,
      middleware: by('catalogue:read'),
      request: {
        params: z.object({ code }),
        query: z.object({
          acceptedAt: z.string().max(40).openapi({ example: '2026-03-02T09:00:00+07:00' }),
          caseId: z.string().max(100).optional(),
        }),
      },
      responses: answers(Clock, 'Thời hạn và lý do · The clock and its reasons'),
    }),
    agencies: createRoute({
      method: 'get',
      path: '/agencies',
      tags: ['catalogue'],
      summary: 'Cơ quan tiếp nhận · Bodies of the province',
      security,
      middleware: by('catalogue:read'),
      responses: answers(Agencies, 'Cơ quan · Bodies'),
    }),
    lookUp: createRoute({
      method: 'get',
      path: '/dossiers/{code}',
      tags: ['look-up'],
      summary: 'Tra cứu hồ sơ theo mã · Look a dossier up by its code',
      security,
      middleware: by('dossier:look-up'),
      request: { params: z.object({ code: z.string().max(60) }) },
      responses: answers(LookedUp, 'Hồ sơ · The dossier'),
    }),
    why: createRoute({
      method: 'get',
      path: '/dossiers/{code}/why',
      tags: ['look-up'],
      summary: 'Vì sao hẹn ngày này · Why the result is due on that day',
      security,
      middleware: by('dossier:look-up'),
      request: { params: z.object({ code: z.string().max(60) }) },
      responses: answers(Clock, 'Thời hạn và lý do · The clock and its reasons'),
    }),
    owned: createRoute({
      method: 'get',
      path: '/own/dossiers',
      tags: ['dossiers'],
      summary: 'Hồ sơ của chủ khóa, mới nộp trước · The owner’s dossiers, the latest first',
      security,
      middleware: by('key:dossiers'),
      request: {
        query: z.object({
          phase: z.string().max(40).optional(),
          after: z
            .string()
            .max(80)
            .optional()
            .openapi({ description: '`next` của trang trước · `next` of the page before' }),
          limit: z.coerce.number().int().min(1).max(100).default(50),
        }),
      },
      responses: answers(OwnedDossiers, 'Một trang · One page'),
    }),
    ownedOne: createRoute({
      method: 'get',
      path: '/own/dossiers/{id}',
      tags: ['dossiers'],
      summary: 'Một hồ sơ của chủ khóa: diễn biến và lý do của ngày hẹn · One of them, with its course',
      security,
      middleware: by('key:dossiers'),
      request: { params: z.object({ id: z.uuid() }) },
      responses: answers(OwnedDetail, 'Hồ sơ · The dossier'),
    }),
  }
}
