import type { Locale } from '@motcua/domain'
import type { TenantView } from '#lib/api-types.ts'

/** Said where no province can be named: no colours, no emblem, plain words. */
function plainPage(status: number, locale: Locale, title: string, ...sentences: string[]): Response {
  const html = `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>
<body><main><h1>${title}</h1>${sentences.map((sentence) => `<p>${sentence}</p>`).join('')}</main></body>
</html>
`
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    },
  })
}

/** No province answers at this host name. */
export function noSuchProvince(locale: Locale): Response {
  return locale === 'vi'
    ? plainPage(
        404,
        locale,
        'Không có cổng dịch vụ công tại địa chỉ này',
        'Tên miền này không thuộc về tỉnh nào. Xin kiểm tra lại địa chỉ trên giấy tờ hoặc thông báo đã nhận.',
      )
    : plainPage(
        404,
        locale,
        'There is no public service portal at this address',
        'This host name belongs to no province. Please check the address on your papers or notices.',
      )
}

/** The office cannot be reached, and this process has not yet seen the province. */
export function outOfService(locale: Locale): Response {
  const response =
    locale === 'vi'
      ? plainPage(
          503,
          locale,
          'Cổng dịch vụ công tạm thời gián đoạn',
          'Xin thử lại sau ít phút. Những gì đã lưu vẫn còn nguyên.',
          'Cần việc gấp, xin đến trực tiếp Bộ phận Một cửa.',
        )
      : plainPage(
          503,
          locale,
          'The public service portal is unavailable for the moment',
          'Please try again in a few minutes. Everything that was saved is kept.',
          'If your matter is urgent, please go to a one-stop counter.',
        )
  response.headers.set('retry-after', '120')
  return response
}

/** The province's office is closed for now; says why and whom to call. */
export function closedProvince({ portalTitle, hotline, closed }: TenantView, locale: Locale): Response {
  const title = escape(portalTitle[locale])
  const note = closed?.note?.[locale]
  const call = escape(hotline)
  const response =
    locale === 'vi'
      ? plainPage(
          503,
          locale,
          `${title} tạm ngừng hoạt động`,
          note
            ? escape(note)
            : 'Hiện chưa nộp và tra cứu hồ sơ trên cổng này được. Hồ sơ đã nộp vẫn được lưu giữ.',
          `Cần hỏi về hồ sơ, xin gọi ${call} hoặc đến Bộ phận Một cửa.`,
        )
      : plainPage(
          503,
          locale,
          `${title}: out of service`,
          note
            ? escape(note)
            : 'Dossiers can neither be filed nor looked up here for now. Those that were filed are kept.',
          `To ask about a dossier, call ${call} or go to a one-stop counter.`,
        )
  response.headers.set('retry-after', '3600')
  return response
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
}
