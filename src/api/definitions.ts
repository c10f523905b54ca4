import { getIndicator } from '../app/app.ts'
import type { Dataset } from '../core/definitions/area.ts'
import type { Indicator } from '../core/definitions/indicator.ts'
import { endpoint } from './endpoint.ts'
import { indicatorKey } from './parameters.ts'
import { listOf, object, oneOf, orNull, text } from './shape.ts'

export const definitionShape = object<Indicator>(
  'Definition',
  'What an indicator counts, in words, and where the rule comes from.',
  (field) => ({
    indicator: field(text, ({ key }) => key, 'Its key.'),
    label: field(text, ({ label }) => label, 'What it is called.'),
    unit: field(
      oneOf(['count', 'per cent', 'per 10,000', 'days', 'score', 'ratio']),
      ({ unit }) => unit,
      'What its figures are numbers of. Per cents run from 0 to 100.',
    ),
    goodIs: field(oneOf(['high', 'low', 'neither']), ({ goodIs }) => goodIs, 'Which way is better.'),
    who: field(text, ({ who }) => who, 'Who or what is counted: the whole group that it speaks about.'),
    countedIf: field(
      orNull(text),
      ({ countedIf }) => countedIf ?? null,
      'Of those, which are counted, or how the number is worked out; null where every one counts.',
    ),
    notKnown: field(text, ({ notKnown }) => notKnown, 'What happens to those of whom the answer is not known.'),
    source: field(text, ({ source }) => source, 'Where the rule comes from.'),
    status: field(
      oneOf(['national', 'stated', 'inferred', 'to be confirmed']),
      ({ status }) => status,
      'How sure the rule is.',
    ),
    question: field(
      orNull(text),
      (one) => (one.status === 'to be confirmed' ? one.question : null),
      'What is still to be confirmed of it.',
    ),
    notes: field(listOf(text), ({ notes = [] }) => notes, 'What changes a figure and surprises people.'),
    variantOf: field(orNull(text), ({ variantOf }) => variantOf ?? null, 'The key of the indicator that it narrows.'),
  }),
)

const sectionShape = object<Dataset['sections'][number]>('Section', 'A heading of a dataset.', (field) => ({
  section: field(text, ({ key }) => key, 'Its key.'),
  label: field(text, ({ label }) => label, 'What it is called.'),
  indicators: field(
    listOf(text),
    ({ indicators }) => indicators.map(({ key }) => key),
    'The keys of its indicators, in the order in which they are read.',
  ),
}))

const datasetShape = object<Dataset>('Dataset', 'Indicators that a board or a team reads together.', (field) => ({
  dataset: field(text, ({ key }) => key, 'Its key.'),
  label: field(text, ({ label }) => label, 'What it is called.'),
  audience: field(text, ({ audience }) => audience, 'Who reads it.'),
  source: field(text, ({ source }) => source, 'Where it comes from.'),
  sections: field(listOf(sectionShape), ({ sections }) => sections, 'Its sections.'),
}))

export const definitionEndpoints = [
  endpoint({
    address: '/datasets',
    name: 'listDatasets',
    summary: 'The datasets there are',
    description: 'Each with its sections and the indicators under them.',
    path: {},
    query: {},
    opens: 'figures',
    answer: listOf(datasetShape),
    find: async ({ catalogue }) => [...catalogue.datasets.values()],
  }),
  endpoint({
    address: '/indicators',
    name: 'listIndicators',
    summary: 'The indicators there are',
    description: 'Each with its definition, whether it stands in a dataset or not.',
    path: {},
    query: {},
    opens: 'figures',
    answer: listOf(definitionShape),
    find: async ({ catalogue }) => [...catalogue.indicators.values()],
  }),
  endpoint({
    address: '/indicators/{indicator}',
    name: 'readDefinition',
    summary: 'What one indicator counts',
    description: 'The same words as its page among the definitions.',
    path: { indicator: indicatorKey },
    query: {},
    opens: 'figures',
    answer: definitionShape,
    find: async (app, { indicator }) => getIndicator(app, indicator),
  }),
]
