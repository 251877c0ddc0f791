import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'

// Workers load this file again and must share the folder the first load made.
process.env['E2E_DATA'] ??= mkdtempSync(path.join(tmpdir(), 'motcua-e2e-'))
// PostgreSQL may run as another user than this one.
chmodSync(process.env['E2E_DATA'], 0o755)

/** The clock of the whole run starts on a Friday, half an hour after the offices close. */
export const startsAt = '2026-03-06T17:30:00+07:00'
const port = 3100

export default defineConfig({
  testDir: 'journeys',
  outputDir: '../../test-results/e2e',
  workers: 2,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://long-an.localhost:${port}`,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } } },
    { name: 'phone', use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  ],
  webServer: {
    command: 'node ../launcher/src/start.ts',
    url: `http://long-an.localhost:${port}/`,
    env: { DATA_DIR: process.env['E2E_DATA'], PORT: String(port), MOTCUA_NOW: startsAt, DATABASE_URL: '' },
    timeout: 180_000,
    stdout: 'ignore',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
})
