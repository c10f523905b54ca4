/** A place that figures are published of. `former`: an authority that is part of others today. */
export type Place = {
  /** The Department's number of it, which the sources know it by. */
  readonly number: number
  readonly key: string
  readonly name: string
  readonly kind: 'england' | 'region' | 'authority' | 'former'
  /** The number of the region in which it lies. */
  readonly region: number | undefined
  /** The year in which it was made of others, or became part of them, in April. */
  readonly since: number | undefined
  readonly until: number | undefined
  /** The numbers of those that it became part of. */
  readonly into: readonly number[]
}

/** All places, each at its position: figures of a year stand in that order. */
export class Places {
  readonly all: readonly Place[]
  readonly authorities: readonly Place[]
  private readonly positions: ReadonlyMap<number, number>
  private readonly keys: ReadonlyMap<string, Place>

  constructor(all: readonly Place[]) {
    this.all = all
    this.authorities = all.filter(({ kind }) => kind === 'authority')
    this.positions = new Map(all.map(({ number }, at) => [number, at]))
    this.keys = new Map(all.map((place) => [place.key, place]))
  }

  /** Where figures of it stand; undefined for a number that no place has. */
  findPosition(number: number): number | undefined {
    return this.positions.get(number)
  }

  positionOf({ number, name }: Place): number {
    const position = this.positions.get(number)
    if (position === undefined) throw new RangeError(`${name} is not among the places`)
    return position
  }

  find(key: string): Place | undefined {
    return this.keys.get(key)
  }

  findByNumber(number: number): Place | undefined {
    const position = this.positions.get(number)
    return position === undefined ? undefined : this.all[position]
  }

  get england(): Place | undefined {
    return this.all.find(({ kind }) => kind === 'england')
  }

  regionOf({ region }: Place): Place | undefined {
    return region === undefined ? undefined : this.findByNumber(region)
  }

  /** The authorities of before that it was made of. */
  before({ number }: Place): readonly Place[] {
    return this.all.filter(({ kind, into }) => kind === 'former' && into.includes(number))
  }
}
