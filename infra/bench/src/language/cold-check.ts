// The first check of a fresh process: prints how long loading the program and checking took, in processor time.
const began = process.cpuUsage()
const { check } = await import('@motcua/dsl')
const { filesOf } = await import('./laws.ts')
const loadMs = spent(process.cpuUsage(began))
const files = filesOf(process.argv[2]!)
const start = process.threadCpuUsage()
const found = check(files).filter(({ severity }) => severity === 'error')
const checkMs = spent(process.threadCpuUsage(start))
if (found.length > 0) throw new Error(`the rules do not compile: ${found[0]!.message.en}`)
console.log(JSON.stringify({ loadMs, checkMs }))

function spent({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1_000
}
