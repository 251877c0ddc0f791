/** One thing to time: `run` does `count` operations and gives something of their results, so that none is left out. */
export interface Contender {
  readonly name: string
  readonly count: number
  readonly run: () => unknown
}

export interface Timed {
  readonly name: string
  /** Nanoseconds an operation, the median of the rounds. */
  readonly ns: number
}

/** Processor time is told in ticks of some milliseconds, so a round takes many of them. */
const roundMs = 120

/**
 * Times contenders in turns, so that what disturbs the machine disturbs them all; the first round warms up and tells
 * how often to run. What is counted is processor time of all threads, which other programs of the machine change least.
 */
export async function race(rounds: number, contenders: readonly Contender[]): Promise<Timed[]> {
  const times = contenders.map((): number[] => [])
  const repeats: number[] = []
  for (const { run } of contenders) {
    const began = performance.now()
    let runs = 0
    do {
      kept = await run()
      runs++
    } while (performance.now() - began < roundMs)
    repeats.push(runs)
  }
  for (let round = 0; round < rounds; round++) {
    for (const [i, { run, count }] of contenders.entries()) {
      const began = process.cpuUsage()
      for (let n = 0; n < repeats[i]!; n++) kept = await run()
      const { user, system } = process.cpuUsage(began)
      times[i]!.push(((user + system) * 1_000) / (count * repeats[i]!))
    }
  }
  return contenders.map(({ name }, i) => ({ name, ns: median(times[i]!) }))
}

/** What the last contender gave: it is kept, so that no work can be skipped as unused. */
export let kept: unknown

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}

/** `62 ns`, `1.8 µs`, `12 ms`. */
export function said(ns: number): string {
  const [n, unit] = ns < 1_000 ? [ns, 'ns'] : ns < 1_000_000 ? [ns / 1_000, 'µs'] : [ns / 1_000_000, 'ms']
  return `${n < 100 ? n.toFixed(1) : Math.round(n)} ${unit}`
}

/** Numbers that are random to a branch predictor and the same in every run. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}
