import { describe, expect, test } from 'vitest'
import { itSays, type Line } from './testing-clauses.ts'

const among = (...some: string[]): unknown => expect.arrayContaining(some)

describe('who takes part', () => {
  test.each<Line>([
    ['TQ19-1', 'the scope', 'system.scope', ['online-service-subject', 'portal-subject']],
    ['LA19-1', 'the scope', 'system.scope', ['onestop-subject', 'portal-subject', 'postal-subject']],
    ['TQ25-1', 'the scope', 'system.scope', ['system-subject']],
    ['HN19-1', 'the scope', 'system.scope', ['onestop-subject', 'portal-subject']],
    ['PT20-1.1', 'the scope', 'system.scope', ['onestop-subject', 'portal-subject']],
    [
      'TQ19-2',
      'bodies of three tiers and whoever uses the portal',
      'system.actors',
      among('department', 'entity'),
    ],
    ['TQ19-3.4', 'users are organisations and individuals', 'system.actors', among('entity', 'individual')],
    ['TQ19-3.5', 'bodies of three tiers provide', 'system.tiers', ['province', 'district', 'commune']],
    [
      'LA19-2.1',
      'bodies of the province, vertical ones among them',
      'system.actors',
      among('department', 'vertical'),
    ],
    ['LA19-2.2', 'officers', 'system.actors', among('officer')],
    ['LA19-2.3', 'the supplier', 'system.actors', among('vendor')],
    [
      'TQ25-2.3',
      'public units and state enterprises',
      'system.actors',
      among('public-unit', 'state-enterprise'),
    ],
    ['TQ25-2.5', 'officers', 'system.actors', among('officer')],
    ['TQ25-2.6', 'organisations and individuals', 'system.actors', among('entity', 'individual')],
    ['HN19-2.1', 'bodies of three tiers and vertical ones', 'system.tiers', among('district', 'vertical')],
    ['HN19-2.2', 'officers', 'system.actors', among('officer')],
    ['HN19-2.3', 'organisations and individuals', 'system.actors', among('entity', 'individual')],
    ['PT20-1.2c', 'officers', 'system.actors', among('officer')],
    ['PT20-1.2d', 'organisations and individuals', 'system.actors', among('entity', 'individual')],
    ['TQ25-12.1', 'the centre operates the system', 'system.operator', 'service-centre'],
    ['PT20-8.3', 'the centre operates it', 'system.operator', 'service-centre'],
  ])('%s: %s', (...line) => itSays(line))
})

describe('accounts', () => {
  test.each<Line>([
    ['TQ19-12.1a', 'who files has an account', 'accounts.required', true],
    ['LA19-8', 'who files has an account', 'accounts.required', true],
    ['HN19-6.1c', 'who files has an account', 'accounts.required', true],
    ['PT20-7.1c', 'who files has an account', 'accounts.required', true],
    ['PT20-9.1a', 'who files has an account', 'accounts.required', true],
    ['HN19-6.1a', 'the portal opens accounts', 'accounts.localRegistration', true],
    ['PT20-7.1a', 'the portal opens accounts', 'accounts.localRegistration', true],
    ['HN19-6.2', 'an account that is there is used', 'accounts.reuse', true],
    ['HN19-6', 'one sign-in for portal and one-stop system', 'auth.singleSignOn', true],
    [
      'TQ25-5.3',
      'who has none is helped at the counter and by the police',
      'auth.assistedWith',
      ['counter', 'police-same-level'],
    ],
    ['TQ25-5.3.2', 'the account is the principal’s', 'delegation.account', 'principal'],
    [
      'TQ25-14.2',
      'officers sign in with their official account or VNeID',
      'auth.officer',
      ['official-account', 'vneid'],
    ],
    ['PT20-19.5a', 'the level of authentication is set for each procedure', 'auth.levelPerProcedure', true],
    ['PT20-22.2', 'the level of authentication is set for each procedure', 'auth.levelPerProcedure', true],
    ['TQ25-30.2a', 'the holder answers for the account', 'accounts.liability', 'account-holder'],
    ['HN19-25.2', 'the holder answers for what is declared', 'accounts.liability', 'account-holder'],
    ['PT20-26.2', 'the holder answers for what is declared', 'accounts.liability', 'account-holder'],
    ['TQ25-9.1a', 'bodies ask for accounts', 'account.requestBy', ['commune-committee', 'department']],
  ])('%s: %s', (...line) => itSays(line))
})

describe('the catalogue', () => {
  test.each<Line>([
    ['TQ19-8.1a', 'bodies stand by three tiers', 'agencies.tiers', ['province', 'district', 'commune']],
    [
      'TQ19-8.1b.2',
      'what a page of a procedure shows',
      'procedure.fields',
      among('steps', 'components', 'party-responsibility'),
    ],
    [
      'PT20-5.1b.2',
      'what a page of a procedure shows',
      'procedure.fields',
      among('steps', 'components', 'legal-basis'),
    ],
    [
      'HN19-5.1.3',
      'what a page of a procedure shows',
      'procedure.fields',
      ['procedure-code', 'components', 'agency-code', 'service-level'],
    ],
    ['TQ19-11.1a', 'a service is one procedure', 'service.oneProcedure', true],
    ['LA19-21.3', 'the provincial office keeps procedures', 'procedure.editor', 'provincial-office'],
    ['TQ25-29.1d.2', 'changes are brought in promptly', 'procedure.updateManner', 'prompt'],
    ['HN19-5.1', 'changes are brought in promptly', 'procedure.updateManner', 'prompt'],
    ['PT20-27.2', 'changes are brought in promptly', 'procedure.updateManner', 'prompt'],
    ['TQ25-29.3b.2', 'the chair decides the levels', 'service.levelsBy', 'provincial-chair'],
    ['HN19-5.3', 'services by sector, field and tier', 'service.groupBy', ['sector', 'field', 'by-tier']],
    ['PT20-25.2.2', 'every procedure is published', 'service.coverage', 'all-procedures'],
  ])('%s: %s', (...line) => itSays(line))
})

describe('the store of papers', () => {
  test.each<Line>([
    ['TQ25-6.2', 'data or links to data', 'vault.stores', ['data-itself', 'data-link']],
    [
      'TQ25-6.2a',
      'basic data of citizens and enterprises',
      'vault.items',
      among('citizen-data', 'enterprise-data'),
    ],
    ['TQ25-6.2b', 'results', 'vault.items', among('settlement-results')],
    [
      'TQ25-6.2d',
      'copies from the register and certified ones',
      'vault.items',
      among('master-copy', 'certified-copy'),
    ],
    ['TQ25-6.2dd', 'data of the national portal', 'vault.items', among('national-portal-data')],
    ['TQ25-6.2e', 'what its holder digitised, signed', 'vault.selfDigitised', true],
    ['TQ25-6.2g', 'data of other systems the province names', 'vault.items', among('designated-sources')],
    ['TQ25-3.6', 'by the law on personal data', 'security.laws', among('personal-data-law')],
  ])('%s: %s', (...line) => itSays(line))
})

describe('a safe house', () => {
  test.each<Line>([
    ['TQ19-6.1', 'the laws it obeys', 'security.laws', among('it-law', 'press-law', 'state-secrets-law')],
    ['PT20-3.1', 'the laws it obeys', 'security.laws', among('it-law', 'access-to-information-law')],
    [
      'TQ25-30.2dd',
      'the laws its users obey',
      'security.laws',
      among('e-transaction-law', 'state-secrets-law'),
    ],
    [
      'TQ19-11.1d',
      'what is kept',
      'security.goals',
      ['confidentiality', 'integrity', 'legal-validity', 'safety'],
    ],
    ['TQ19-16.3b', 'the supplier keeps it safe', 'security.lead', 'vendor'],
    ['TQ25-7.2', 'the police lead', 'security.lead', 'police'],
    ['TQ25-10.2', 'the police lead', 'security.lead', 'police'],
    ['TQ25-29.4b', 'the police look for weak places', 'security.scanBy', 'police'],
    [
      'TQ25-30.1d',
      'secrets of business and trade',
      'security.confidential',
      ['business-secrets', 'trade-secrets'],
    ],
    [
      'PT20-27.3',
      'who applies and what for',
      'security.confidential',
      ['applicant-information', 'dossier-information'],
    ],
    ['HN19-15.6', 'in layers', 'security.layers', ['database-layer', 'network-layer', 'user-authentication']],
    ['TQ25-3.1', 'in one place', 'data.centralised', true],
    ['HN19-15.1', 'in one place', 'data.centralised', true],
    ['PT20-8.1', 'in one place', 'data.centralised', true],
    [
      'LA19-7.1',
      'nobody hinders or forges',
      'conduct.prohibited',
      among('hinder-choice', 'forge-data', 'disclose-data'),
    ],
    ['LA19-7.2', 'nobody deceives', 'conduct.prohibited', among('deceit', 'obstruction')],
    ['LA19-7.3', 'no malware', 'conduct.prohibited', among('malware', 'sabotage')],
    ['LA19-7.4', 'no other breach', 'conduct.prohibited', among('other-breaches')],
    [
      'TQ25-30.2c',
      'nobody takes over an account',
      'conduct.prohibited',
      among('hijacking', 'impersonation', 'password-misuse'),
    ],
    ['HN19-4.2', 'no message is blocked', 'conduct.prohibited', among('block-messages')],
    [
      'HN19-4.3',
      'no data is altered, copied or disclosed',
      'conduct.prohibited',
      among('alter-data', 'copy-data', 'disclose-data'),
    ],
    ['HN19-4.4', 'no malware', 'conduct.prohibited', among('malware', 'sabotage')],
    ['HN19-4.5', 'no other breach', 'conduct.prohibited', among('other-breaches')],
    ['HN19-22.4.3', 'who hands over goes on serving', 'exit.continuity', true],
  ])('%s: %s', (...line) => itSays(line))
})

describe('day and night', () => {
  test.each<Line>([
    ['TQ19-6.4', 'round the clock', 'portal.availability', 'round-the-clock'],
    ['TQ19-16.3b.2', 'round the clock', 'portal.availability', 'round-the-clock'],
    ['TQ25-3.3', 'round the clock', 'portal.availability', 'round-the-clock'],
    ['TQ25-29.2a', 'round the clock', 'portal.availability', 'round-the-clock'],
    ['HN19-22.2.2', 'round the clock', 'portal.availability', 'round-the-clock'],
    ['HN19-22.2', 'round the clock', 'portal.availability', 'round-the-clock'],
    ['PT20-19.1', 'without a break', 'portal.availability', 'continuous'],
    ['PT20-27.4', 'help on working days', 'support.days', 'working-days-only'],
    ['TQ25-11.3', 'other ways while it is down', 'incident.fallback', 'other-means'],
    ['TQ25-29.2dd', 'the centre mends first', 'incident.firstResponder', 'service-centre'],
    ['PT20-19.6c', 'somebody is on duty', 'incident.dutyStaff', true],
    ['LA19-17.2', 'figures go to both portals', 'figures.sharedWith', ['national-portal', 'portal']],
    ['TQ25-32.2', 'states are sent promptly', 'status.sync', 'prompt'],
    [
      'HN19-15.3',
      'by e-mail, text and social networks',
      'notify.permitted',
      ['email', 'sms', 'social-network'],
    ],
  ])('%s: %s', (...line) => itSays(line))
})
