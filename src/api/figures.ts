import { getAuthority, getDataset, getIndicator } from '../app/app.ts'
import { choose, indicatorsOf } from '../app/choose.ts'
import { type DatasetFigures, datasetFigures, type FigureLine, indicatorFigures, type Series } from '../app/figures.ts'
import { periodText } from '../core/dates/period.ts'
import { addDays, type PlainDate, toText } from '../core/dates/plain-date.ts'
import { comparators } from '../core/figures/series.ts'
import { definitionShape } from './definitions.ts'
import { endpoint } from './endpoint.ts'
import { authorityKey, datasetKey, indicatorKey, knownOn, period, periods } from './parameters.ts'
import { date, listOf, number, object, oneOf, orNull, text, truth, whole } from './shape.ts'

/** A figure, with the day as known on which it is. */
type Known = FigureLine & { readonly knownOn: PlainDate }

const targetShape = object<NonNullable<FigureLine['target']>>(
  'Target',
  'What an authority has set itself for an indicator.',
  (field) => ({
    target: field(number, (one) => one.target, 'At this or beyond it is green.'),
    redBeyond: field(
      orNull(number),
      (one) => one.redBeyond,
      'Beyond this it is red; null where only the target is set.',
    ),
    publishedIn: field(text, (one) => one.publishedIn, 'Where the target stands.'),
  }),
)

const benchmarkShape = object<FigureLine['benchmarks'][number]>(
  'Benchmark',
  'A figure of others, beside the authority’s own.',
  (field) => ({
    comparator: field(oneOf(Object.keys(comparators)), (one) => one.comparator, 'Of whom it is.'),
    value: field(number, (one) => one.value, 'The figure.'),
    year: field(orNull(text), (one) => one.year, 'The year it is of, as its source writes it.'),
    differs: field(orNull(text), (one) => one.differs, 'How the definition behind it differs from ours.'),
    publishedIn: field(text, (one) => one.publishedIn, 'Where it was published.'),
  }),
)

const lastDay = (to: PlainDate): string => toText(addDays(to, -1))

const figureShape = object<Known>(
  'Figure',
  'One figure of one period, with what it is judged by. Not rounded: round half up when you show it.',
  (field) => ({
    period: field(text, (one) => periodText(one.period), 'The period that it is filed under.'),
    coversFrom: field(date, (one) => toText(one.covers.from), 'The first day that it looks at.'),
    coversTo: field(date, (one) => lastDay(one.covers.to), 'The last day that it looks at.'),
    knownOn: field(date, (one) => toText(one.knownOn), 'What was recorded after this day is not in it.'),
    source: field(
      oneOf(['calculated', 'published']),
      (one) => one.source,
      'Counted here from the record, so that its list can be opened, or as somebody published it.',
    ),
    publishedIn: field(orNull(text), (one) => one.publishedIn, 'Where, of a published one.'),
    value: field(orNull(number), (one) => one.value, 'The figure; null where there is none.'),
    numerator: field(orNull(number), (one) => one.numerator, 'How many count.'),
    denominator: field(orNull(number), (one) => one.denominator, 'Of how many.'),
    notKnown: field(orNull(number), (one) => one.notKnown, 'Of how many of them the answer is not known.'),
    notPlaced: field(
      whole,
      (one) => one.notPlaced,
      'Of how many it is not known whether they belong to it at all. In no figure.',
    ),
    provisional: field(truth, (one) => one.provisional, 'Whether it may still change for lawful reasons.'),
    target: field(orNull(targetShape), (one) => one.target ?? null, 'What the authority has set itself.'),
    rag: field(
      orNull(oneOf(['green', 'amber', 'red', 'worse than target'])),
      (one) => one.rag,
      'How it stands against the target.',
    ),
    previous: field(orNull(number), (one) => one.previous, 'The figure of the period before.'),
    direction: field(
      orNull(oneOf(['better', 'worse', 'same'])),
      (one) => one.direction,
      'Whether that is better or worse; null where neither way is.',
    ),
    benchmarks: field(listOf(benchmarkShape), (one) => one.benchmarks, 'Figures of others.'),
    breakNote: field(orNull(text), (one) => one.breakNote, 'Why it does not compare with earlier ones.'),
    note: field(orNull(text), (one) => one.note, 'What its source says of it.'),
  }),
)

type Shown = Series & { readonly knownOn: PlainDate }

const seriesShape = object<Shown>('Series', 'The figures of one indicator, the oldest first.', (field) => ({
  definition: field(definitionShape, ({ indicator }) => indicator, 'What is counted, and by what rule.'),
  figures: field(
    listOf(figureShape),
    ({ lines, knownOn: day }) => lines.map((line) => ({ ...line, knownOn: day })),
    'Its figures, a period each.',
  ),
}))

type Read = DatasetFigures & { readonly knownOn: PlainDate }

const sectionShape = object<Read['sections'][number] & { readonly knownOn: PlainDate }>(
  'SectionFigures',
  'The figures under one heading, in the order in which they are read.',
  (field) => ({
    section: field(text, ({ section }) => section.key, 'The key of the section.'),
    label: field(text, ({ section }) => section.label, 'What it is called.'),
    series: field(
      listOf(seriesShape),
      ({ series, knownOn: day }) => series.map((one) => ({ ...one, knownOn: day })),
      'Its indicators.',
    ),
  }),
)

const readShape = object<Read>('DatasetFigures', 'A dataset, as its page shows it.', (field) => ({
  dataset: field(text, ({ dataset }) => dataset.key, 'The key of the dataset.'),
  authority: field(text, ({ authority }) => authority.key, 'Whose figures they are.'),
  period: field(text, (one) => periodText(one.period), 'The latest period in it.'),
  sections: field(
    listOf(sectionShape),
    ({ sections, knownOn: day }) => sections.map((one) => ({ ...one, knownOn: day })),
    'Its sections.',
  ),
}))

const ofIndicatorShape = object<Shown & { readonly authority: string }>(
  'IndicatorFigures',
  'One indicator over time.',
  (field) => ({
    authority: field(text, ({ authority }) => authority, 'Whose figures they are.'),
    series: field(seriesShape, (one) => one, 'Its figures.'),
  }),
)

const query = { authority: authorityKey, period, periods, knownOn }

export const figureEndpoints = [
  endpoint({
    address: '/datasets/{dataset}/figures',
    name: 'readDataset',
    summary: 'Every figure of a dataset',
    description: 'The same figures as the page of the dataset, its CSV and `los figures`.',
    path: { dataset: datasetKey },
    query,
    opens: 'figures',
    answer: readShape,
    async find(app, asked) {
      const dataset = getDataset(app, asked.dataset)
      const what = { label: `the ${dataset.label}`, indicators: indicatorsOf(dataset) }
      const chosen = await choose(app, 'staff', what, { authority: asked.authority, period: asked.period })
      const known = asked.knownOn ?? app.clock.today
      const read = await datasetFigures(app, dataset.key, {
        audience: 'staff',
        authority: chosen.authority.key,
        period: chosen.period,
        periods: asked.periods ?? 1,
        knownOn: known,
      })
      return { ...read, knownOn: known }
    },
  }),
  endpoint({
    address: '/indicators/{indicator}/figures',
    name: 'readIndicator',
    summary: 'One indicator over time',
    description: 'The same figures as the page of the indicator and its CSV.',
    path: { indicator: indicatorKey },
    query,
    opens: 'figures',
    answer: ofIndicatorShape,
    async find(app, asked) {
      const indicator = getIndicator(app, asked.indicator)
      const what = { label: `“${indicator.label}”`, indicators: [indicator] }
      const chosen = await choose(app, 'staff', what, { authority: asked.authority, period: asked.period })
      const known = asked.knownOn ?? app.clock.today
      const series = await indicatorFigures(app, indicator.key, {
        audience: 'staff',
        authority: chosen.authority.key,
        period: chosen.period,
        periods: asked.periods ?? 1,
        knownOn: known,
      })
      return { ...series, authority: getAuthority(app, chosen.authority.key).key, knownOn: known }
    },
  }),
]
