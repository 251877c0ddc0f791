import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'
import { port, portal } from './journeys/support/places.ts'

// Named from outside, it is the folder of a system that runs already. Workers load this file again and share it.
const runsAlready = process.env['E2E_DATA'] !== undefined
process.env['E2E_DATA'] ??= ownFolder()

/** The clock of the whole run starts on a Friday, half an hour after the offices close. */
const startsAt = '2026-03-06T17:30:00+07:00'

export default defineConfig({
  testDir: 'journeys',
  outputDir: '../../test-results/e2e',
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: portal('long-an'),
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    trace: 'retain-on-failure',
    contextOptions: { reducedMotion: 'reduce' },
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
    {
      name: 'phone',
      grep: /@phone/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
  webServer: {
    command: 'node ../launcher/src/start.ts',
    // Not every machine resolves names under localhost; browsers do it themselves.
    url: `http://127.0.0.1:${port}/readyz`,
    env: {
      DATA_DIR: process.env['E2E_DATA'],
      PORT: String(port),
      MOTCUA_NOW: startsAt,
      DATABASE_URL: '',
      // Each test says which network address it comes from, as a proxy would: limits on guessing count by address.
      TRUST_PROXY: '1',
    },
    reuseExistingServer: runsAlready,
    timeout: 180_000,
    stdout: 'ignore',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
})

/** A folder of this run's own, gone after it. The database's user must be able to enter it. */
function ownFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-e2e-'))
  chmodSync(folder, 0o755)
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
