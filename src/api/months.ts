import { frozenMonths, publicationsOf } from '../app/months/month.ts'
import { frozenMonthOf, getVersion, lastVersion } from '../app/months/report.ts'
import { periodText } from '../core/dates/period.ts'
import { toText } from '../core/dates/plain-date.ts'
import type { FrozenFigure, Publication } from '../core/figures/frozen.ts'
import { comparators } from '../core/figures/series.ts'
import { endpoint } from './endpoint.ts'
import { datasetKey, month, version } from './parameters.ts'
import { date, listOf, moment, number, object, oneOf, orNull, text, truth, whole } from './shape.ts'

const publicationShape = object<Publication>('FrozenMonth', 'A version of a month that was frozen.', (field) => ({
  dataset: field(text, ({ dataset }) => dataset, 'Of which dataset.'),
  authority: field(text, ({ authority }) => authority, 'Whose it is.'),
  month: field(text, ({ period }) => periodText(period), 'Which month.'),
  version: field(whole, (one) => one.version, 'Which version; the last one counts.'),
  knownOn: field(
    date,
    ({ knownOn }) => toText(knownOn),
    'The day of the extract: what was recorded later is not in it.',
  ),
  frozenAt: field(moment, ({ frozenAt }) => frozenAt.toISOString(), 'When it was frozen.'),
  frozenBy: field(text, ({ frozenBy }) => frozenBy, 'By whom.'),
  reason: field(orNull(text), ({ reason }) => reason, 'Why the version before was not good enough; null of the first.'),
}))

const frozenDefinitionShape = object<FrozenFigure['definition']>(
  'FrozenDefinition',
  'The words of the rule as they were when the month was frozen.',
  (field) => ({
    section: field(text, ({ section }) => section, 'The heading under which it stands.'),
    label: field(text, ({ label }) => label, 'What it was called.'),
    unit: field(text, ({ unit }) => unit, 'What it is a number of.'),
    goodIs: field(text, ({ goodIs }) => goodIs, 'Which way is better.'),
    who: field(text, ({ who }) => who, 'Who or what was counted.'),
    countedIf: field(orNull(text), ({ countedIf }) => countedIf, 'Of those, which.'),
    notKnown: field(text, ({ notKnown }) => notKnown, 'What happened to those of whom the answer was not known.'),
    source: field(text, ({ source }) => source, 'Where the rule comes from.'),
    question: field(orNull(text), ({ question }) => question, 'What was still to be confirmed of it.'),
  }),
)

const frozenBenchmarkShape = object<FrozenFigure['judged']['benchmarks'][number]>(
  'FrozenBenchmark',
  'A figure of others, as it stood beside it.',
  (field) => ({
    comparator: field(oneOf(Object.keys(comparators)), (one) => one.comparator, 'Of whom it is.'),
    value: field(number, (one) => one.value, 'The figure.'),
    year: field(orNull(text), (one) => one.year, 'The year it is of.'),
  }),
)

const frozenFigureShape = object<FrozenFigure>(
  'FrozenFigure',
  'A figure as it was frozen. It never changes.',
  (field) => ({
    indicator: field(text, ({ indicator }) => indicator, 'Which indicator.'),
    period: field(text, ({ period }) => periodText(period), 'The period that it is filed under.'),
    value: field(orNull(number), ({ value }) => value, 'The figure; null where there was none.'),
    numerator: field(orNull(number), ({ numerator }) => numerator, 'How many counted.'),
    denominator: field(orNull(number), ({ denominator }) => denominator, 'Of how many.'),
    notKnown: field(orNull(number), ({ notKnown }) => notKnown, 'Of how many the answer was not known.'),
    provisional: field(truth, ({ provisional }) => provisional, 'Whether it could still change for lawful reasons.'),
    source: field(
      oneOf(['calculated', 'published']),
      ({ source }) => source,
      'Counted here, or as somebody published it.',
    ),
    definition: field(frozenDefinitionShape, ({ definition }) => definition, 'What it was counted by, in words.'),
    fingerprint: field(orNull(text), ({ fingerprint }) => fingerprint, 'What it was counted by, exactly.'),
    target: field(orNull(number), ({ judged }) => judged.target, 'What the authority had set itself.'),
    rag: field(orNull(text), ({ judged }) => judged.rag, 'How it stood against that.'),
    direction: field(orNull(text), ({ judged }) => judged.direction, 'Better or worse than the period before.'),
    benchmarks: field(listOf(frozenBenchmarkShape), ({ judged }) => judged.benchmarks, 'Figures of others.'),
    breakNote: field(orNull(text), ({ judged }) => judged.breakNote, 'Why it does not compare with earlier ones.'),
  }),
)

type Read = { readonly publication: Publication; readonly figures: readonly FrozenFigure[] }

const readShape = object<Read>('FrozenMonthRead', 'A frozen month with its figures.', (field) => ({
  month: field(publicationShape, ({ publication }) => publication, 'Which one.'),
  figures: field(listOf(frozenFigureShape), ({ figures }) => figures, 'Its figures and those of the months before it.'),
}))

export const monthEndpoints = [
  endpoint({
    address: '/datasets/{dataset}/months',
    name: 'listMonths',
    summary: 'The months of a dataset that were frozen',
    description: 'The last version of each, the latest month first.',
    path: { dataset: datasetKey },
    query: {},
    opens: 'figures',
    answer: listOf(publicationShape),
    find: (app, { dataset }) => frozenMonths(app, dataset),
  }),
  endpoint({
    address: '/datasets/{dataset}/months/{month}',
    name: 'readMonth',
    summary: 'A month as it was frozen',
    description: 'What a board has read. What would be different today is at `/datasets/{dataset}/figures`.',
    path: { dataset: datasetKey, month },
    query: { version },
    opens: 'figures',
    answer: readShape,
    async find(app, { dataset, month: period, version: asked }) {
      const publication =
        asked === undefined
          ? await lastVersion(app, { dataset, period })
          : await getVersion(app, { dataset, period, version: asked })
      return { publication, figures: (await frozenMonthOf(app, app.store.db, publication)).figures }
    },
  }),
  endpoint({
    address: '/datasets/{dataset}/months/{month}/versions',
    name: 'listVersions',
    summary: 'Every version of a frozen month',
    description: 'The first first, each with the reason for it.',
    path: { dataset: datasetKey, month },
    query: {},
    opens: 'figures',
    answer: listOf(publicationShape),
    find: (app, { dataset, month: period }) => publicationsOf(app, { dataset, period }),
  }),
]
