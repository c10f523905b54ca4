import type { CsvTable } from '../../../app/csv.ts'
import type { PublicRead } from '../../../app/disclosure/public.ts'
import { periodLabel, periodText } from '../../../core/dates/period.ts'
import { toText } from '../../../core/dates/plain-date.ts'
import type { PublicFigure } from '../../../core/disclosure/public-figure.ts'
import { smallText } from '../../../core/disclosure/rule.ts'

const LICENCE = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'

/** What each code means that stands in place of a number, as in the Department's own statistics. */
const codesOf = ({ rule }: PublicRead) => ({
  c: `Kept confidential: about ${smallText(rule)} people, or it would let such a number be worked out`,
  x: 'Not available: not published, for the reason that is given',
  z: 'Does not apply: there is no such number',
})

type Column = {
  readonly name: string
  readonly titles: string
  readonly datatype: 'string' | 'number' | 'integer' | 'boolean' | 'date'
  readonly says: string
  readonly of: (figure: PublicFigure, month: PublicRead) => string | number | null
}

const number = (figure: PublicFigure, part: 'value' | 'numerator' | 'denominator'): string | number =>
  figure.shown.kind === 'whole' ? (figure.shown[part] ?? 'z') : figure.shown.code

/** The columns of the open data, each with what it means: the file and what describes it are made of the same. */
const COLUMNS: readonly Column[] = [
  ...(
    [
      [
        'time_period',
        'Period',
        'string',
        'The month that the figure is filed under',
        ({ period }) => periodText(period),
      ],
      ['time_identifier', 'Kind of period', 'string', 'What kind of period it is', ({ period }) => period.kind],
      ['authority_code', 'Authority code', 'string', 'The authority’s code', (_, { authority }) => authority.code],
      ['authority_name', 'Authority', 'string', 'The authority’s name', (_, { authority }) => authority.name],
      ['section', 'Section', 'string', 'The heading under which it is read', ({ definition }) => definition.section],
      ['indicator', 'Indicator key', 'string', 'The indicator; defined in the notes', ({ indicator }) => indicator],
      ['indicator_name', 'Indicator', 'string', 'The indicator’s name', ({ definition }) => definition.label],
      ['unit', 'Unit', 'string', 'What the value is a number of', ({ definition }) => definition.unit],
      ['value', 'Value', 'number', 'The figure; shares run from 0 to 100', (figure) => number(figure, 'value')],
      ['numerator', 'Numerator', 'number', 'How many count', (figure) => number(figure, 'numerator')],
      ['denominator', 'Denominator', 'number', 'Of how many', (figure) => number(figure, 'denominator')],
      [
        'reason',
        'Why there is no number, or none more exact',
        'string',
        'Why a code stands there in place of numbers, or to what an average is rounded',
        ({ shown }) => shown.words,
      ],
      [
        'provisional',
        'Provisional',
        'boolean',
        'Whether it may still change for lawful reasons',
        ({ provisional }) => String(provisional),
      ],
      ['target', 'Target', 'number', 'What the authority has set itself', ({ judged }) => judged.target],
      ['rating', 'Rating', 'string', 'How it stands against that', ({ judged }) => judged.rag],
      [
        'england',
        'England',
        'number',
        'The latest figure of England',
        ({ judged }) => judged.benchmarks.find(({ comparator }) => comparator === 'england')?.value ?? null,
      ],
      ['break_note', 'Break', 'string', 'Why it does not compare with earlier ones', ({ judged }) => judged.breakNote],
      [
        'known_on',
        'Known on',
        'date',
        'What was recorded later is not in it',
        (_, { publication }) => toText(publication.knownOn),
      ],
      [
        'version',
        'Version',
        'integer',
        'Which version of the month this is',
        (_, { publication }) => publication.version,
      ],
    ] as const satisfies readonly (readonly [string, string, Column['datatype'], string, Column['of']])[]
  ).map(([name, titles, datatype, says, of]): Column => ({ name, titles, datatype, says, of })),
]

/** The figures of a published month, a row each. */
export const csvOf = (month: PublicRead): CsvTable => [
  COLUMNS.map(({ name }) => name),
  ...month.figures.map((figure) => COLUMNS.map(({ of }) => of(figure, month))),
]

const titleOf = ({ dataset, authority, publication }: PublicRead): string =>
  `${dataset.label}, ${authority.name}, ${periodLabel(publication.period)}`

const definitionsOf = ({ figures }: PublicRead) =>
  [...new Map(figures.map((one) => [one.indicator, one] as const)).values()].map(({ indicator, definition }) => ({
    ...{ indicator, name: definition.label, unit: definition.unit, goodIs: definition.goodIs, who: definition.who },
    ...{ countedIf: definition.countedIf, notKnown: definition.notKnown, source: definition.source },
    ...{ toBeConfirmed: definition.question, variantOf: definition.variantOf },
  }))

const aboutOf = (month: PublicRead) => ({
  knownOn: toText(month.publication.knownOn),
  frozenAt: month.publication.frozenAt.toISOString(),
  publishedAt: month.publishedAt.toISOString(),
  version: month.publication.version,
  disclosureControl: month.rule,
  codes: codesOf(month),
})

/** What describes the file of figures, as CSV on the Web: what each column means, which codes there are, how each indicator is defined. */
export const metadataOf = (month: PublicRead, url: string) => ({
  '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
  url,
  'dc:title': titleOf(month),
  'dc:publisher': month.authority.council,
  'dc:license': { '@id': LICENCE },
  'dc:issued': month.publishedAt.toISOString().slice(0, 10),
  'dc:description': `What everybody may see of the ${month.dataset.label}. Numbers of ${smallText(month.rule)} people are withheld, and so is what would give them back.`,
  tableSchema: {
    columns: COLUMNS.map(({ name, titles, datatype, says }) => ({
      ...{ name, titles, datatype, 'dc:description': says },
      ...(datatype === 'number' ? { null: ['', ...Object.keys(codesOf(month))] } : {}),
    })),
    primaryKey: ['time_period', 'indicator'],
  },
  notes: [{ ...aboutOf(month), indicators: definitionsOf(month) }],
})

/** The same figures with everything that describes them, as one JSON document. */
export const jsonOf = (month: PublicRead) => ({
  title: titleOf(month),
  publisher: month.authority.council,
  licence: LICENCE,
  ...aboutOf(month),
  indicators: definitionsOf(month).map((definition) => ({
    ...definition,
    figures: month.figures
      .filter(({ indicator }) => indicator === definition.indicator)
      .map(({ period, provisional, shown, judged: { target, rag, breakNote } }) => ({
        ...{ period: periodText(period), provisional, target, rating: rag, breakNote },
        ...(shown.kind === 'whole'
          ? { value: shown.value, numerator: shown.numerator, denominator: shown.denominator }
          : { value: null, code: shown.code, reason: shown.words }),
      })),
  })),
})
