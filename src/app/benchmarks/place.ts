import { type Furthest, furthestOf } from '../../core/benchmarks/furthest.ts'
import type { Measure } from '../../core/benchmarks/measure.ts'
import type { National } from '../../core/benchmarks/national.ts'
import type { Place } from '../../core/benchmarks/places.ts'
import { type Catalogue, DefinitionsWrong } from '../../core/definitions/catalogue.ts'
import type { Indicator } from '../../core/definitions/indicator.ts'
import type { NationalReference } from '../../formats/benchmarks/reference.ts'
import { unknown } from '../../formats/did-you-mean.ts'
import { findSetting, saveSetting } from '../../store/settings.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'
import { getPlace, nationalFigures } from './national.ts'

/** The setting that names the authority whose public picture is shown first. */
export const SHOWN_PLACE_SETTING = 'shown-place'

export const NONE_LOADED =
  'No national figures are loaded. They ship with the product: restart it, or load them at the command line: bin/los import lait data/benchmarks/lait-values.csv.gz data/benchmarks/dfe-values.csv.gz'

/** An authority of today, with everything that is published. Refused for a region or one that has become part of others, with where to go. */
export async function openPlace(app: App, key: string): Promise<{ national: National; place: Place }> {
  const place = getPlace(app, key)
  const national = await nationalFigures(app)
  if (national === undefined) throw new Refused('not found', NONE_LOADED)
  if (place.kind === 'authority') return { national, place }
  const now = place.into.flatMap((number) => national.places.findByNumber(number)?.name ?? [])
  throw new Refused(
    'not found',
    place.kind === 'former'
      ? `${place.name} is part of ${now.join(' and ')} today. Its figures stand on their pages, before theirs.`
      : `${place.name} stands beside every authority. Choose an authority at /places.`,
  )
}

export type Pictured = { readonly national: National; readonly place: Place; readonly furthest: Furthest }

export async function picturePlace(app: App, key: string): Promise<Pictured> {
  const { national, place } = await openPlace(app, key)
  return { national, place, furthest: furthestOf(national, place) }
}

/** The picture of the authority that is shown first; `any` where none is, and undefined where no national figures are loaded. */
export async function pictureFirst(app: App): Promise<Pictured | 'any' | undefined> {
  if ((await nationalFigures(app)) === undefined) return undefined
  const place = await shownPlace(app)
  return place === undefined ? 'any' : picturePlace(app, place.key)
}

/** Says which authority's public picture is shown first. */
export async function showPlace(app: App, key: string): Promise<Place> {
  const place = getPlace(app, key)
  if (place.kind !== 'authority') throw new Refused('bad usage', `${place.name} is no authority of today.`)
  await saveSetting(app.store, SHOWN_PLACE_SETTING, key)
  return place
}

/** The authority whose public picture is shown first: the one that was asked for, or whose children the store holds; undefined where there is neither. */
export async function shownPlace(app: App): Promise<Place | undefined> {
  const key = (await findSetting(app.store, SHOWN_PLACE_SETTING)) ?? app.own?.key
  const place = key === undefined ? undefined : app.national.places.find(key)
  return place?.kind === 'authority' ? place : undefined
}

/** Whose national figures stand beside an authority's own: its own, or those of the authority that is shown; undefined where none are loaded. */
export async function placeToShow(app: App, authority: string): Promise<Place | undefined> {
  if ((await nationalFigures(app)) === undefined) return undefined
  const own = app.national.places.find(authority)
  return own?.kind === 'authority' ? own : shownPlace(app)
}

/** Our own indicators of what a national measure is about. */
export const indicatorsOn = ({ indicators }: Catalogue, measure: Measure): readonly Indicator[] =>
  [...indicators.values()].filter(({ national }) => national?.measure === measure.key)

/** @throws DefinitionsWrong for indicators that name a national measure which is none */
export function checkNationalMeasures({ indicators }: Catalogue, { measures }: NationalReference): void {
  const problems = [...indicators.values()].flatMap(({ key, national }) =>
    national === undefined || measures.has(national.measure)
      ? []
      : [{ path: `${key} > national`, problem: unknown('national measure', national.measure, measures.keys()) }],
  )
  if (problems.length > 0) throw new DefinitionsWrong(problems)
}
