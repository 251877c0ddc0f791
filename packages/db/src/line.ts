/** Who waits for a link, by province. Provinces take turns: one that asks for much waits for itself, not before others. */
export class Line<Place> {
  // In the order of their turns.
  readonly #waiting = new Map<string, Place[]>()

  /** Stands in line for a province. */
  stand(owner: string, place: Place): void {
    const own = this.#waiting.get(owner)
    if (own) own.push(place)
    else this.#waiting.set(owner, [place])
  }

  /** Whose turn it is: the first of the province that waited longest for a turn. It then goes behind the others. */
  next(): Place | undefined {
    const [first] = this.#waiting
    if (!first) return undefined
    const [owner, own] = first
    const place = own.shift()
    this.#waiting.delete(owner)
    if (own.length > 0) this.#waiting.set(owner, own)
    return place
  }

  /** Everybody who waits, who then wait no more. */
  clear(): Place[] {
    const all = [...this.#waiting.values()].flat()
    this.#waiting.clear()
    return all
  }
}
