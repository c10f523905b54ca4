import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, number, paragraphs, text, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const child = { kind: 'person', label: 'Child' } as const
const source =
  'Adoption and Children Act 2002, sections 26, 27 and 51A; Adoption Agencies Regulations 2005, regulation 46'

const LetterboxKind = codeList('letterbox-kind', {
  label: 'How they keep in touch',
  source: 'Local',
  codes: {
    letters: 'Letters',
    photographs: 'Letters and photographs',
    online: 'Messages online',
    meeting: 'They meet',
  },
})

const LetterboxWriters = codeList('letterbox-writers', {
  label: 'Who writes',
  source: 'Local',
  codes: { both: 'Both, to each other', adopters: 'The adopters', relatives: 'The birth family' },
})

/** That an adopted child's two families keep in touch through us. It joins them, and so it is there for the adoption service alone. */
export const LetterboxAgreement = recordType('letterbox-agreement', {
  label: 'Letterbox agreement',
  plural: 'letterbox agreements',
  icon: 'family',
  source,
  sensitivity: 'adoption',
  subjects: { child, relative: { kind: 'person', label: 'Relative, if on the record', optional: true } },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'withWhom',
  identity: ['child', 'withWhom', 'startedOn'],
  fields: {
    withWhom: text('With whom', { required: true, hint: 'Birth mother, grandparents, brother in another family.' }),
    kind: code('How', LetterboxKind, { required: true }),
    writers: code('Who writes', LetterboxWriters),
    timesAYear: number('Times a year', { required: true, least: 1, most: 12 }),
    month: number('Month of the first in a year', {
      least: 1,
      most: 12,
      hint: 'From 1 to 12. Left empty, each is due as long after the last.',
    }),
    startedOn: date('Agreed on', { required: true }),
    endedOn: date('Until', { hint: 'The first day on which it no longer held.' }),
    whyEnded: text('Why it ended', { trueFrom: 'endedOn' }),
  },
})

const LetterboxFrom = codeList('letterbox-from', {
  label: 'From whom',
  source: 'Local',
  codes: { adopters: 'The adopters', relatives: 'The birth family', both: 'Both, at one time' },
})

/** One exchange: what came in, and when it was read and passed on. */
export const LetterboxExchange = recordType('letterbox-exchange', {
  label: 'Letterbox exchange',
  plural: 'letterbox exchanges',
  icon: 'note',
  source,
  sensitivity: 'adoption',
  subjects: { child },
  links: { agreement: { to: 'letterbox-agreement', label: 'Agreement', optional: true } },
  dated: 'receivedOn',
  headline: 'from',
  identity: ['child', 'from', 'receivedOn'],
  fields: {
    from: code('From', LetterboxFrom, { required: true }),
    receivedOn: date('Received on', { required: true }),
    sentOn: date('Passed on'),
    notPassedOn: yesNo('Was it kept back?'),
    why: paragraphs('If it was kept back: why'),
  },
})
