/** One address of the listing. */
export interface Place {
  readonly name: string
  readonly url: string
}

/** The page at the bare host: which provinces are served here, and where the staff's desk is. */
export function listingPage(provinces: readonly Place[], desk: string): string {
  const items = provinces.map(
    ({ name, url }) => `<li><a href="${escape(url)}">${escape(name)}</a> <small>${escape(url)}</small></li>`,
  )
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Một cửa</title>
<style>
  body { font: 17px/1.6 'Be Vietnam Pro', system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; color: #1d1d1b; background: #fff }
  h1, h2 { font-size: 1.25rem; line-height: 1.3 }
  a { color: #00614f; display: inline-block; padding: .5rem 0 }
  small { color: #5b5b57 }
</style>
<h1>Cổng dịch vụ công các tỉnh <span lang="en">· Public service portals</span></h1>
<ul>${items.join('\n')}</ul>
<h2>Cán bộ <span lang="en">· Staff</span></h2>
<p><a href="${escape(desk)}">Bàn làm việc <span lang="en">· Desk</span></a> <small>${escape(desk)}</small></p>
</html>
`
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
}
