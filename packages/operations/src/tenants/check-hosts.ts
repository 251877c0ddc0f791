import type { TenantManifest } from '@motcua/domain'
import type { Problem } from './problem.ts'

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/** Host names as browsers ask for them: without scheme, port or path, none twice, and not the desk's. */
export function checkHosts({ hosts }: Pick<TenantManifest, 'hosts'>): Problem[] {
  return hosts.flatMap((host, i) => {
    const name = host.toLowerCase()
    if (name.length > 253 || !name.split('.').every((part) => label.test(part)))
      return [
        problem(
          `\`hosts\`: \`${host}\` không phải là tên máy; chỉ viết tên, không có \`https://\`, cổng hay đường dẫn`,
          `\`hosts\`: \`${host}\` is no host name; write the name alone, without \`https://\`, port or path`,
        ),
      ]
    if (name.startsWith('desk.'))
      return [
        problem(
          `\`hosts\`: \`${host}\` dành cho bàn làm việc của cán bộ`,
          `\`hosts\`: \`${host}\` is kept for the staff's desk`,
        ),
      ]
    if (hosts.findIndex((other) => other.toLowerCase() === name) < i)
      return [problem(`\`hosts\`: \`${host}\` viết hai lần`, `\`hosts\`: \`${host}\` stands twice`)]
    return []
  })
}

const problem = (vi: string, en: string): Problem => ({ file: 'tenant.yaml', vi, en })
