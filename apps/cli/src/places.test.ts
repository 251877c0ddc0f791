import path from 'node:path'
import { expect, test } from 'vitest'
import { projectOf, tenantPlaces } from './places.ts'

const root = path.resolve(import.meta.dirname, '../../..')

test('the project is found from any folder inside it, and its own from anywhere else', () => {
  expect(projectOf(path.join(root, 'tenants/long-an')).root).toBe(root)
  expect(projectOf('/').root).toBe(root)
})

test('a province is named by its id or by its folder', () => {
  const project = projectOf(root)
  const places = {
    folder: path.join(root, 'tenants/long-an'),
    national: path.join(root, 'tenants/national'),
    rules: path.join(root, 'rules'),
  }
  expect(tenantPlaces(project, '/', 'long-an')).toEqual(places)
  expect(tenantPlaces(project, path.join(root, 'tenants'), './long-an')).toEqual(places)
})

test('a folder that declares no province is a complaint', () => {
  expect(() => tenantPlaces(projectOf(root), root, './tenants')).toThrow('there is no tenant in `tenants`')
  expect(() => tenantPlaces(projectOf(root), root, 'nghe-an')).toThrow('no tenant in `tenants/nghe-an`')
})
