import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundlesOf } from './sources.ts'

let home = ''

beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'motcua-sources-'))
  mkdirSync(path.join(home, 'tenants'))
  for (const file of [
    'rules/national/act.quyche',
    'rules/long-an/30-2019.quyche',
    'rules/long-an/40-2025.quyche',
    'rules/ha-nam/30-2019.quyche',
    'elsewhere/draft.quyche',
    'elsewhere/other.quyche',
  ]) {
    mkdirSync(path.join(home, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(home, file), file)
  }
  writeFileSync(path.join(home, 'rules/long-an/notes.txt'), 'not law')
})

afterAll(() => rmSync(home, { recursive: true }))

const bundles = (...operands: string[]) =>
  bundlesOf(operands, home).map(({ files, asked }) => ({
    files: files.map((file) => file.path),
    asked: [...asked],
  }))

test('a province’s file is read with the national ones and with its neighbours', () => {
  expect(bundles('rules/long-an/40-2025.quyche')).toEqual([
    {
      files: ['rules/national/act.quyche', 'rules/long-an/30-2019.quyche', 'rules/long-an/40-2025.quyche'],
      asked: ['rules/long-an/40-2025.quyche'],
    },
  ])
})

test('files of several provinces are read province by province, and a glob the shell left alone is unfolded', () => {
  const found = bundles('rules/**/*.quyche')
  expect(found.map(({ asked }) => asked.length)).toEqual([1, 2, 1])
  expect(found.map(({ files }) => files.length)).toEqual([2, 3, 1])
})

test('a folder stands for the files of law in it', () => {
  expect(bundles('rules/long-an')[0]!.asked).toHaveLength(2)
})

test('a file outside any rules folder is read with the national files of the project and nothing else', () => {
  expect(bundles('elsewhere/draft.quyche')).toEqual([
    { files: ['rules/national/act.quyche', 'elsewhere/draft.quyche'], asked: ['elsewhere/draft.quyche'] },
  ])
})

test('a name that leads to no file of law is a complaint, not an empty success', () => {
  expect(() => bundles('rules/long-an/x.quyche')).toThrow(
    'no file of law was found at `rules/long-an/x.quyche`',
  )
  expect(() => bundles('tenants')).toThrow('no file of law was found at `tenants`')
})
