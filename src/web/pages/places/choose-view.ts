import type { Place, Places } from '../../../core/benchmarks/places.ts'
import type { View } from '../../render.ts'
import * as words from './words.ts'

export type ChooseView = View & {
  readonly isLoaded: boolean
  readonly absent: string
  readonly shown: { readonly name: string; readonly href: string } | undefined
  readonly regions: readonly {
    readonly name: string
    readonly places: readonly { readonly name: string; readonly href: string }[]
  }[]
}

/** Every authority by region, the one that is shown first above them. */
export function chooseView(places: Places, shown: Place | undefined, isLoaded: boolean, absent: string): ChooseView {
  const regions = places.all.filter(
    ({ kind, number }) => kind === 'region' && places.authorities.some(({ region }) => region === number),
  )
  const link = (place: Place) => ({ name: place.name, href: words.placeHref(place) })
  return {
    page: { title: 'Beside others', navigation: 'places' },
    isLoaded,
    absent,
    shown: shown && isLoaded ? link(shown) : undefined,
    regions: isLoaded
      ? regions.map(({ name, number }) => ({
          name,
          places: places.authorities
            .filter(({ region }) => region === number)
            .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
            .map(link),
        }))
      : [],
  }
}
