import type { Pictured } from '../../../app/benchmarks/place.ts'
import type { PublicMonth } from '../../../app/disclosure/public.ts'
import type { DatasetFigures } from '../../../app/figures.ts'
import { periodLabel, periodText, previousPeriod, shortLabel } from '../../../core/dates/period.ts'
import type { Catalogue } from '../../../core/definitions/catalogue.ts'
import { address } from '../../query.ts'
import type { View } from '../../render.ts'
import { type Attention, attention, type Glance, glance } from '../dataset/finding.ts'
import { clearlyWorse, headingOf } from '../places/place-view.ts'
import { publicAddress } from '../public/view.ts'

type DatasetCard = {
  readonly label: string
  readonly authority: string
  readonly month: string
  readonly since: string
  readonly href: string
  readonly glance: Glance
  readonly rated: number
  readonly missed: number
  readonly attention: Attention
}

export type HomeView = View & {
  readonly heading: string
  readonly cards: readonly DatasetCard[]
  /** What is published of the authority that is shown first; undefined where no national figures are loaded. */
  readonly place: { readonly heading: string; readonly href: string | undefined; readonly name: string } | undefined
  readonly defined: string
  /** What anybody may read of our own: the months that were published, the latest first. */
  readonly published: readonly { readonly label: string; readonly href: string }[]
}

const LATEST = 3

/** What stands beside the datasets: our own months that anybody may read, and what is published of the authority that is shown first. */
type Beside = { readonly published: readonly PublicMonth[]; readonly pictured: HomePlace }

export function homeView(
  catalogue: Catalogue,
  found: readonly DatasetFigures[],
  { published, pictured }: Beside,
): HomeView {
  const cards = found.map(card)
  const [first] = cards
  const all = [...catalogue.indicators.values()]
  return {
    page: { title: 'Home', navigation: 'home', ...(found[0] ? { council: found[0].authority.council } : {}) },
    heading: first
      ? `${first.authority}, ${first.month}: ${lowerFirst(first.glance.finding)}`
      : pictured === undefined
        ? 'Nothing is loaded yet'
        : 'Every authority’s children’s services, beside others',
    cards,
    published: published.slice(0, LATEST).map((one) => ({
      label: `${catalogue.datasets.get(one.publication.dataset)?.label ?? 'Figures'}, ${periodLabel(one.publication.period)}`,
      href: publicAddress(one),
    })),
    place: pictured && placeCard(pictured),
    defined: definedText(all.length, all.filter(({ status }) => status === 'to be confirmed').length),
  }
}

/** An authority's public picture, or that there are some to choose from. */
type HomePlace = Pictured | 'any' | undefined

const placeCard = (pictured: Pictured | 'any') =>
  pictured === 'any'
    ? { heading: 'Every authority beside places like it', href: undefined, name: '' }
    : {
        heading: headingOf(pictured.place, clearlyWorse(pictured.furthest)),
        href: `/places/${pictured.place.key}`,
        name: pictured.place.name,
      }

function definedText(all: number, open: number): string {
  const rest =
    open === 0 ? '' : `; ${open} of them ${open === 1 ? 'rests' : 'rest'} on a question still to be confirmed`
  return `${all} indicators are defined, each once${rest}.`
}

function card(found: DatasetFigures): DatasetCard {
  const { dataset, authority, period, sections } = found
  const query = { authority: authority.key, period: periodText(period) }
  const summary = glance(sections)
  const { green, amber, red, below } = summary.total
  return {
    label: dataset.label,
    authority: authority.name,
    month: periodLabel(period),
    since: shortLabel(previousPeriod(period)),
    href: address(`/datasets/${dataset.key}`, query),
    glance: summary,
    rated: green + amber + red + below,
    missed: amber + red + below,
    attention: attention(
      sections.flatMap(({ series }) => series),
      query,
    ),
  }
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
