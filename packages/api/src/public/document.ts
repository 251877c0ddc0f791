import type { OpenAPIHono } from '@hono/zod-openapi'
import { publicPath, type Inside } from './admission.ts'

const description = `Giao diện chỉ đọc cho hệ thống khác: danh mục thủ tục, cơ quan, tra cứu hồ sơ và lý do của ngày hẹn.
Mỗi lần gọi gửi khóa trong \`Authorization: Bearer mc_…\`; khóa do đơn vị quản lý khóa của tỉnh cấp, có phạm vi và giới
hạn riêng, không chia sẻ và không đặt trong trang web. Mọi lần gọi đều được ghi nhật ký.

A read-only interface for other systems: procedures, bodies, look-up of dossiers and why a result is due when it is.
Each call sends its key in \`Authorization: Bearer mc_…\`. Keys are issued by whoever manages them in the province, with
a scope and a limit of their own; they are not shared and not put into web pages. Every call is written down.`

/** The document of the interface (OpenAPI 3.1), made from the routes themselves. */
export function documentOf(app: OpenAPIHono<Inside>) {
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'mc_<16>_<43>',
  })
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Motcua API', version: '1', description },
    servers: [{ url: publicPath }],
    tags: [
      { name: 'catalogue', description: 'Thủ tục, cơ quan, thời hạn · Procedures, bodies, terms' },
      { name: 'look-up', description: 'Tra cứu công khai theo mã · Public look-up by code' },
      { name: 'dossiers', description: 'Hồ sơ của chủ khóa · The owner’s dossiers' },
    ],
  })
}
