import type { Pictured } from '../../../app/benchmarks/place.ts'
import { beside } from '../../../core/benchmarks/compare.ts'
import type { Distance, Furthest } from '../../../core/benchmarks/furthest.ts'
import { figureOf, type National } from '../../../core/benchmarks/national.ts'
import type { Place } from '../../../core/benchmarks/places.ts'
import { nationalText } from '../../../core/benchmarks/written.ts'
import { yearText } from '../../../core/benchmarks/year.ts'
import { listed } from '../../marks.ts'
import type { View } from '../../render.ts'
import * as words from './words.ts'

type DistanceRow = Readonly<
  Record<'title' | 'href' | 'own' | 'neighbours' | 'difference' | 'unusual' | 'chance' | 'year', string>
>

type Tile = Readonly<Record<'label' | 'href' | 'figure' | 'detail', string>>

export type PlaceView = View & {
  readonly heading: string
  readonly name: string
  readonly href: string
  readonly lead: string
  readonly neighbours: string
  readonly tiles: readonly Tile[]
  readonly parts: readonly {
    readonly key: string
    readonly heading: string
    readonly lead: string
    readonly rows: readonly DistanceRow[]
    readonly more: string
  }[]
  readonly perhaps: readonly DistanceRow[]
  readonly judged: readonly string[]
  readonly questions: readonly { readonly text: string; readonly href: string }[]
  readonly themes: readonly ThemeRow[]
}

type ThemeRow = {
  readonly label: string
  readonly href: string
  readonly measures: number
  readonly worse: number
  readonly better: number
}

/** Measures that everybody asks about first. */
const FIRST = [
  'children-in-need',
  'children-on-child-protection-plans',
  'children-in-care',
  'referrals-within-12-months-of-the-one-before',
  'children-in-care-living-more-than-20-miles-from-home-outside-the-authority',
]

const QUESTIONS = [
  {
    text: 'Are we placing more children far from home than places like us, and is it getting worse?',
    measure: 'children-in-care-living-more-than-20-miles-from-home-outside-the-authority',
  },
  {
    text: 'Do children in care have to move too often?',
    measure: 'children-in-care-with-3-or-more-placements-in-the-year',
  },
  {
    text: 'Do children come back to us soon after we have closed their case?',
    measure: 'referrals-within-12-months-of-the-one-before',
  },
  { text: 'How many of our social workers come from agencies?', measure: 'social-workers-from-agencies' },
  {
    text: 'Do care leavers have work, or somewhere to learn?',
    measure: 'care-leavers-aged-19-to-21-in-education-work-or-training',
  },
  { text: 'Are EHC plans made on time?', measure: 'new-ehc-plans-within-20-weeks' },
]

const MOST_SHOWN = 10
/** Nearer than half of all authorities are to their neighbours is not far. */
const FAR = 0.5

/** An authority's children's services as what is published shows them, beside places like it: the furthest behind first. */
export function placeView({ national, place, furthest }: Pictured): PlaceView {
  const far = furthest.distances.filter(({ nearer }) => nearer >= FAR)
  const sure = far.filter(isSure)
  const of = (side: Distance['side']) => sure.filter((one) => one.side === side)
  const [worse, better, different] = [of('worse'), of('better'), of('different')]
  const perhaps = far.filter((one) => !isSure(one))
  return {
    page: { title: `${place.name} beside others`, navigation: 'places', council: place.name },
    heading: headingOf(place, worse),
    name: place.name,
    href: words.placeHref(place),
    lead: leadOf(furthest, worse.length, better.length),
    neighbours: listed((national.neighbours.get(place.number) ?? []).map((one) => one.place.name)),
    tiles: FIRST.flatMap((key) => tileOf(national, place, key)),
    parts: [
      part(
        'worse',
        `Where ${place.name} is furthest behind`,
        'Worse than places like it by more than is usual, and not by chance.',
        place,
        worse,
      ),
      part(
        'better',
        `Where ${place.name} is furthest ahead`,
        'Better than places like it by more than is usual, and not by chance.',
        place,
        better,
      ),
      part(
        'different',
        'Where it is most different',
        'Neither way is better by itself: these are questions to ask.',
        place,
        different,
      ),
    ],
    perhaps: perhaps.slice(0, 2 * MOST_SHOWN).map((one) => rowOf(place, one)),
    judged: judgedText(furthest),
    questions: QUESTIONS.flatMap(({ text, measure }) =>
      national.measures.has(measure) ? [{ text, href: words.placeHref(place, 'measures', measure) }] : [],
    ),
    themes: themesOf(national, place, sure),
  }
}

const isSure = ({ chance }: Distance): boolean => chance === 'more than chance' || chance === 'year after year'

/** The finding in one line, for this page and for the first one. */
export function headingOf(place: Place, worse: readonly Distance[]): string {
  const [first] = worse
  return first === undefined
    ? `${place.name} is not clearly behind places like it in anything that can be judged`
    : `${place.name} is furthest behind places like it in: ${words.lowerFirst(first.measure.title)}`
}

export const clearlyWorse = ({ distances }: Furthest): readonly Distance[] =>
  distances.filter((one) => one.side === 'worse' && one.nearer >= FAR && isSure(one))

function leadOf({ distances, leftOut }: Furthest, worse: number, better: number): string {
  const all = distances.length
  return `Of ${all} measures that can be compared it is clearly worse than its neighbours in ${words.inWords(worse)} and clearly better in ${words.inWords(better)}. ${leftOut.withoutOwn + leftOut.withoutNeighbours + leftOut.old} more have no figure, no neighbours’ figures, or none of the last years.`
}

function tileOf(national: National, place: Place, key: string): readonly Tile[] {
  const measure = national.measures.get(key)
  const years = national.years.get(key) ?? []
  const year = years.findLast((one) => figureOf(national, one, place).value !== null)
  if (measure === undefined || year === undefined) return []
  const { own, ofNeighbours, england } = beside(national, measure, year, place)
  const unit = measure.unit.startsWith('per 1') ? ` ${measure.unit}` : ''
  const others = [
    ...(ofNeighbours === undefined ? [] : [`places like it ${words.middleText(ofNeighbours.median, measure)}`]),
    ...(england === undefined || england.figure.value === null
      ? []
      : [`England ${nationalText(england.figure.value, measure)}`]),
  ]
  return [
    {
      label: `${measure.title}${unit}, ${yearText(measure, year)}`,
      href: words.placeHref(place, 'measures', key),
      figure: words.figureText(own, measure),
      detail: others.join(', '),
    },
  ]
}

function part(
  key: string,
  heading: string,
  lead: string,
  place: Place,
  distances: readonly Distance[],
): PlaceView['parts'][number] {
  const more = distances.length - MOST_SHOWN
  return {
    key,
    heading,
    lead: distances.length === 0 ? 'Nothing.' : lead,
    rows: distances.slice(0, MOST_SHOWN).map((one) => rowOf(place, one)),
    more: more > 0 ? `and ${more} more: see the subjects below.` : '',
  }
}

function rowOf(place: Place, distance: Distance): DistanceRow {
  const { measure, own, neighbours, difference, year } = distance
  return {
    title: measure.title,
    href: words.placeHref(place, 'measures', measure.key),
    own: nationalText(own, measure),
    neighbours: words.middleText(neighbours, measure),
    difference: `${words.differenceText(difference, measure)} ${difference > 0 ? 'higher' : 'lower'}`,
    unusual: words.unusualText(distance),
    chance: words.chanceText(distance),
    year: yearText(measure, year),
  }
}

function themesOf(national: National, place: Place, sure: readonly Distance[]): readonly ThemeRow[] {
  const themes = [...new Set([...national.measures.values()].map(({ theme }) => theme))]
  return themes.map((theme) => {
    const here = sure.filter(({ measure }) => measure.theme === theme)
    return {
      label: theme,
      href: words.placeHref(place, 'themes', words.themeKey(theme)),
      measures: [...national.measures.values()].filter((measure) => measure.theme === theme).length,
      worse: here.filter(({ side }) => side === 'worse').length,
      better: here.filter(({ side }) => side === 'better').length,
    }
  })
}

function judgedText({ distances, leftOut }: Furthest): readonly string[] {
  return [
    'Each figure is held against the middle one (the median) of its ten statistical neighbours. How far is far depends on the measure: for each, we work out how far every authority lies from the middle of its own neighbours, and see how many lie nearer than this one. What is nearer than half of them is not listed.',
    'Where it is known of how many a share or rate is, we ask if chance alone could make so much of a difference (the 95% interval, by Wilson’s method for shares and Byar’s for rates). Where that is not known, five years in a row on the same side count as no chance: that happens by chance once in 16.',
    `Of ${distances.length} measures, a few would look far by chance even so. Treat one figure as a question, and several about the same thing as an answer.`,
    `Sums, which only say how large an authority is, are not compared: ${leftOut.sums}. Left out as well: ${leftOut.withoutOwn} without a figure here, ${leftOut.withoutNeighbours} without enough neighbours’ figures, ${leftOut.old} more than three years old.`,
  ]
}
