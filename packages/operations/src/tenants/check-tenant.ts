import type { Instant } from '@motcua/calendar'
import { compile, placeOf, runExamples, type Diagnostic } from '@motcua/dsl'
import { checkTiers } from '../agencies/check-tiers.ts'
import { checkWorkflows } from '../processing/check-workflows.ts'
import { filingVia } from '../rules/determine.ts'
import { checkEmblem } from './check-emblem.ts'
import { checkHosts } from './check-hosts.ts'
import { checkSlips } from './check-slips.ts'
import { checkTree } from './check-tree.ts'
import { contrast, leastContrast } from './contrast.ts'
import type { TenantFolder } from './folder.ts'
import type { Problem } from './problem.ts'
import { compileTenant, type Tenant } from './tenant.ts'

/** Events a citizen is written to about: each needs its wording in both languages. */
const lettersNeeded = [
  'DossierSubmitted',
  'CompletionRequested',
  'IntakeRefused',
  'DossierAccepted',
  'ResultRecorded',
]

/**
 * Everything that stands between a folder and its portal, besides the form of its files: unreadable colours, missing
 * letters, office hours that cannot be counted, rules that do not compile, examples of the rules that come out
 * otherwise, a front door without an address. Empty when it may be applied.
 */
export function checkTenant(folder: TenantFolder, now: Instant): Problem[] {
  return checkParts(folder, { now, whole: true })
}

/** The same of a folder of which only parts could be read: what can be asked of these. */
export function checkParts(
  parts: Partial<TenantFolder>,
  { now, whole }: { now: Instant; whole: boolean },
): Problem[] {
  const { manifest, agencies, messages, slips, rules, emblem } = parts
  const declared = [
    ...(manifest ? checkColours({ manifest }) : []),
    ...(manifest ? checkHosts(manifest) : []),
    ...(messages ? checkMessages({ messages }) : []),
    ...(slips ? checkSlips({ slips }, now) : []),
    ...(emblem === undefined ? [] : checkEmblem(emblem)),
    ...(agencies ? checkTree(agencies) : []),
  ]
  const law = rules && rules.length > 0 ? checkRules({ rules }) : []
  return [...declared, ...law, ...(whole && law.length === 0 ? checkWhole(parts as TenantFolder, now) : [])]
}

function checkColours({ manifest: { brand } }: Pick<TenantFolder, 'manifest'>): Problem[] {
  const found = contrast(brand.colour, brand.onColour)
  if (found >= leastContrast) return []
  const figure = (Math.floor(found * 100) / 100).toFixed(2)
  return [
    {
      file: 'tenant.yaml',
      vi: `\`brand\`: độ tương phản của \`${brand.onColour}\` trên \`${brand.colour}\` là ${figure.replace('.', ',')}, cần ít nhất 4,5`,
      en: `\`brand\`: the contrast of \`${brand.onColour}\` on \`${brand.colour}\` is ${figure}, at least 4.5 is needed`,
    },
  ]
}

function checkMessages({ messages }: Pick<TenantFolder, 'messages'>): Problem[] {
  return (['vi', 'en'] as const).flatMap((locale) => {
    const other = locale === 'vi' ? 'en' : 'vi'
    const needed = new Set([...lettersNeeded, ...Object.keys(messages[other])])
    return [...needed]
      .filter((event) => !messages[locale][event])
      .map((event) => ({
        file: `messages/${locale}.yaml`,
        vi: `thiếu thư \`${event}\``,
        en: `the letter \`${event}\` is missing`,
      }))
  })
}

/** What is wrong with the law: what does not compile, or, where it does, examples that come out otherwise. */
function checkRules({ rules }: Pick<TenantFolder, 'rules'>): Problem[] {
  const { program, diagnostics } = compile(rules)
  const found = program ? runExamples(program).diagnostics : diagnostics
  return found.filter(({ severity }) => severity === 'error').map((one) => toProblem(one, rules))
}

function toProblem(
  { span, code, message, help, notes = [] }: Diagnostic,
  rules: TenantFolder['rules'],
): Problem {
  const { line, column } = placeOf(rules.find(({ path }) => path === span.path)?.text ?? '', span.from)
  const said = (locale: 'vi' | 'en'): string =>
    [
      `${code}: ${message[locale]}`,
      ...(help ? [help[locale]] : []),
      ...notes.map((note) => note[locale]),
    ].join('; ')
  return { file: span.path, line, column, vi: said('vi'), en: said('en') }
}

/** What can only be asked of a province that is whole: hours that can be counted with, and its front door. */
function checkWhole(folder: TenantFolder, now: Instant): Problem[] {
  try {
    const tenant = compileTenant(folder, 0)
    return [
      ...checkFrontDoor(tenant, now),
      ...checkTiers(tenant, now),
      ...checkWorkflows(tenant, folder.workflows, now),
    ]
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const { message } = error
    return [{ file: 'calendar.yaml', vi: `giờ làm việc không tính được: ${message}`, en: message }]
  }
}

function checkFrontDoor(tenant: Tenant, now: Instant): Problem[] {
  if (tenant.manifest.nationalPortalUrl || filingVia(tenant, now).answer !== 'national-portal') return []
  return [
    {
      file: 'tenant.yaml',
      vi: '`nationalPortalUrl`: quy định chỉ việc nộp hồ sơ sang Cổng Dịch vụ công quốc gia, cần địa chỉ của cổng ấy',
      en: '`nationalPortalUrl`: the regulation sends filing to the national portal, whose address is needed',
    },
  ]
}
