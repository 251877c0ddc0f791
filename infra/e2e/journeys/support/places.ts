/** First of the three ports of the system under test: windows, sandbox, mail. */
export const port = Number(process.env['E2E_PORT'] ?? 3100)

/** An address of a province's portal. */
export function portal(province: string, path = '/'): string {
  return `http://${province}.localhost:${port}${path}`
}

/** An address of the desk, where officers of every province work. */
export function desk(path = '/'): string {
  return `http://desk.localhost:${port}${path}`
}

/** An address of the sandbox, which keeps every letter and message that was sent. */
export function sandbox(path = '/'): string {
  return `http://127.0.0.1:${port + 1}${path}`
}
