import { instant } from '@motcua/calendar'
import { describe, test } from 'vitest'
import { itSays, type Line } from './testing-clauses.ts'

describe('filing', () => {
  const steps = ['declare-form', 'attach-files', 'submit-file']
  const points = (...more: string[]): string[] => [...more, 'service-centre']
  test.each<Line>([
    ['LA19-3.1', 'the receiving bodies', 'intake.points', points('commune-section', 'district-centre')],
    ['PT20-1.2b', 'the receiving bodies', 'intake.points', points('commune-section', 'district-section')],
    ['LA19-3.2', 'online is through the portal', 'filing.via', 'portal'],
    ['LA19-3.3', 'a dossier is kept electronically', 'dossier.electronic', true],
    ['LA19-8.1a', 'level 3 has three steps', 'filing.steps', steps, { level: '3' }],
    ['LA19-8.2a', 'level 4 has the same steps', 'filing.steps', steps, { level: '4' }],
    ['HN19-7.1', 'online is through the portal', 'filing.via', 'portal'],
    ['HN19-7.2', 'level 3 has three steps', 'filing.steps', steps, { level: '3' }],
    ['HN19-8.1', 'accuracy and completeness are checked', 'intake.checks', ['accurate', 'complete-file']],
    ['PT20-10.1', 'accuracy and completeness are checked', 'intake.checks', ['accurate', 'complete-file']],
    [
      'HN19-8.3',
      'what is complete and valid is accepted',
      'intake.outcome',
      'to-accept',
      { complete: true, valid: true },
    ],
    ['HN19-25.1', 'three ways to file', 'filing.channels', ['counter', 'portal', 'postal']],
    ['PT20-26.1', 'two ways to file', 'filing.channels', ['counter', 'portal']],
    ['PT20-2.3', 'paper comes in at the counter and by post', 'intake.paperChannels', ['counter', 'postal']],
    ['PT20-9.1b', 'a photograph or a scan will do', 'filing.attachments', ['photo', 'scan'], { level: '4' }],
    ['PT20-9.1b', 'of the original', 'filing.attachmentSource', 'original', { level: '3' }],
    ['PT20-9.1b', 'without certification', 'filing.certified', false, { level: '3' }],
    ['TQ25-3.3.2', 'at any hour', 'filing.hours', 'round-the-clock'],
    ['TQ25-3.3.2', 'across boundaries', 'filing.boundaryFree', true],
    ['TQ25-3.4', 'every way of Decree 118/2025', 'filing.channels', ['counter', 'national-portal', 'postal']],
    ['TQ25-30.1c', 'the applicant chooses the way', 'filing.channelChoice', true],
    ['TQ25-18.2a', 'amended by structured upload', 'amend.methods', ['direct-entry', 'structured-upload']],
    ['TQ25-18.2b', 'or by direct entry', 'amend.methods', ['direct-entry', 'structured-upload']],
    [
      'PT20-22.2a',
      'shared data is not handed in',
      'components.required',
      false,
      { component: 'shared-data' },
    ],
    [
      'PT20-22.2b',
      'an earlier result is a copy or a reference',
      'components.accepted',
      ['electronic-copy', 'source-reference'],
      { component: 'prior-result' },
    ],
    [
      'PT20-22.2c',
      'other papers are uploaded',
      'components.accepted',
      ['upload-file'],
      { component: 'other-component' },
    ],
    ['PT20-22.2c', 'the applicant answers for them', 'components.liability', 'applicant'],
  ])('%s: %s', (...line) => itSays(line))
})

describe('the work', () => {
  test.each<Line>([
    ['TQ19-12.3a', 'follows the steps of its service', 'workflow.enforced', true],
    ['TQ19-12.3a', 'has a workflow for each service', 'workflow.perService', true],
    [
      'TQ25-20',
      'is passed on the same day, as Decree 118/2025 says',
      'transfer.due',
      '2026-03-02T17:00:00+07:00',
      { acceptedAt: instant('2026-03-02T09:00:00+07:00') },
    ],
    [
      'PT20-10.3',
      'is passed on before the paper or with it',
      'transfer.order',
      ['before-paper', 'with-paper'],
    ],
    ['PT20-11.2b', 'comes back to the section that took the dossier', 'return.via', 'original-section'],
    ['PT20-25.1', 'on paper and on the system goes in step', 'processing.inStep', true],
    [
      'HN19-8.2.2',
      'tells what is missing by letter and text message',
      'notify.supplement',
      { mode: 'each-available', channels: ['email', 'sms'] },
    ],
  ])('%s: %s', (...line) => itSays(line))
})

describe('money', () => {
  const general = ['bank-counter', 'counter', 'national-portal', 'online', 'other-means']
  test.each<Line>([
    ['TQ19-12.5a', 'level 3 is paid at the counter', 'payment.channels', ['counter'], { level: '3' }],
    [
      'TQ19-12.5b.2',
      'level 4 is paid online or by transfer',
      'payment.channels',
      ['bank-transfer', 'online'],
      { level: '4' },
    ],
    [
      'TQ25-17.3',
      'a partial service: cash or online',
      'payment.channels',
      ['counter', 'online'],
      { level: 'partial' },
    ],
    ['TQ25-17.3', 'with an electronic receipt', 'payment.receipt', 'electronic', { level: 'partial' }],
    ['TQ25-26.1a', 'online through the System or the national portal', 'payment.general', general],
    ['TQ25-26.1c', 'at a bank', 'payment.general', general],
    ['TQ25-26.1d', 'by other lawful means', 'payment.general', general],
    ['TQ25-26.2', 'as the national portal guides', 'payment.flow', 'national-portal'],
    ['TQ25-26.2', 'taxes as well', 'payment.kinds', ['charges', 'fees', 'taxes']],
    ['TQ25-30.2b', 'the applicant pays', 'payment.duty', 'applicant'],
    ['HN19-25.3', 'the applicant pays', 'payment.duty', 'applicant'],
    ['PT20-26.4', 'the applicant pays', 'payment.duty', 'applicant'],
    ['HN19-11.4a', 'the fee is what the law says', 'fees.basis', ['by-law']],
    ['HN19-24.3', 'the gateway is VietinBank’s', 'payment.gateway', 'VietinBank Hà Nam'],
  ])('%s: %s', (...line) => itSays(line))
})

describe('the result', () => {
  test.each<Line>([
    ['TQ19-12.5a', 'level 3: fetched at the counter', 'return.channels', ['counter'], { level: '3' }],
    [
      'TQ19-12.5a',
      'level 3: originals compared',
      'originals.check',
      true,
      { level: '3', signed: true, mode: 'online' },
    ],
    ['TQ19-12.5a', 'level 3: compared at the counter', 'originals.where', 'counter'],
    ['TQ19-12.5b', 'level 4: online or by post', 'return.channels', ['online', 'postal'], { level: '4' }],
    [
      'TQ19-12.5b',
      'level 4: no originals compared',
      'originals.check',
      false,
      { level: '4', signed: false, mode: 'online' },
    ],
    ['LA19-10.1', 'signed electronically or on paper', 'result.forms', ['paper', 'signed-electronic']],
    ['LA19-10.1.2', 'signed it equals paper', 'result.equalsPaper', true],
    [
      'LA19-10.2b.2',
      'electronic: portal, e-mail or Zalo',
      'return.channels',
      ['email', 'portal', 'zalo'],
      { level: '4', resultForm: 'electronic' },
    ],
    ['TQ25-24', 'an early one is announced, as Decree 118/2025 says', 'return.earlyNotice', true],
    [
      'TQ25-24',
      'it comes back as Decree 118/2025 says',
      'return.channels',
      ['counter', 'national-portal', 'postal'],
      { level: 'partial' },
    ],
    [
      'HN19-7.3b',
      'level 4: online or by post',
      'return.channels',
      ['email', 'portal', 'postal'],
      { level: '4' },
    ],
    ['HN19-7.3b', 'an electronic one is worth what sector law says', 'result.validity', 'by-sector-law'],
    ['HN19-9.1c', 'the one-stop section returns it', 'return.via', 'counter'],
  ])('%s: %s', (...line) => itSays(line))
})

describe('the post', () => {
  test.each<Line>([
    ['TQ19-9.4', 'files and brings results', 'postal.services', ['postal-in', 'postal-out']],
    ['TQ25-29.8', 'files and brings results', 'postal.services', ['postal-in', 'postal-out']],
    ['LA19-19.4', 'charges by law or agreement', 'postal.fee', ['by-agreement', 'by-law']],
    ['HN19-11.4b', 'charges by law and contract', 'postal.fee', ['by-contract', 'by-law']],
    [
      'LA19-20.1',
      'reports as Circular 17/2017 says',
      'postal.reporting',
      { periods: ['quarterly', 'half-yearly', 'yearly'] },
    ],
    ['LA19-24.3', 'displays its rates', 'postal.tariffPublic', true],
    ['HN19-11.1e', 'enters what it took in as a citizen would', 'postal.entryAccount', 'citizen-account'],
    [
      'HN19-11.3a',
      'takes originals by registered mail or at home',
      'postal.originals',
      ['home-pickup', 'registered-mail'],
    ],
    [
      'HN19-11.3a',
      'takes fees and return postage beforehand',
      'postal.prepaid',
      ['charges', 'fees', 'return-postage'],
    ],
    [
      'HN19-11.3b',
      'brings the result after the originals were compared',
      'originals.when',
      'before-postal-return',
      { mode: 'postal' },
    ],
  ])('%s: %s', (...line) => itSays(line))
})
