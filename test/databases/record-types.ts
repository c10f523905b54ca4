import { codeList } from '../../src/core/definitions/code-list.ts'
import {
  address,
  code,
  codes,
  date,
  document,
  group,
  instant,
  money,
  number,
  paragraphs,
  person,
  plannedDate,
  record,
  text,
  yesNo,
} from '../../src/core/definitions/field.ts'
import { ALWAYS, type RecordType, recordType } from '../../src/core/definitions/record-type.ts'

const colours = codeList('colour', {
  label: 'Colour',
  source: 'a test',
  codes: { R: 'Red', G: 'Green', B: 'Blue' },
})

/** A fact that is always true, about one. */
export const identity: RecordType = recordType('who-it-is', {
  label: 'Identity',
  plural: 'identities',
  source: 'a test',
  subjects: { person: { kind: 'person', label: 'Person' } },
  dated: ALWAYS,
  identity: ['person'],
  fields: { name: text('Name'), bornOn: date('Date of birth', { trueFrom: ALWAYS }) },
})

/** A stretch of time, with an end. */
export const placement: RecordType = recordType('placement', {
  label: 'Placement',
  plural: 'placements',
  source: 'a test',
  subjects: {
    child: { kind: 'person', label: 'Child' },
    household: { kind: 'household', label: 'Household', optional: true },
  },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['child', 'startedOn'],
  fields: { startedOn: date('Started', { required: true }), endedOn: date('Ended'), note: text('Note') },
})

/** Every kind of field, every kind of role and link, and names that SQL keeps for itself. */
export const everything: RecordType = recordType('every-kind', {
  label: 'Every kind',
  plural: 'records of every kind',
  source: 'a test',
  subjects: {
    child: { kind: 'person', label: 'Child' },
    school: { kind: 'establishment', label: 'School', optional: true },
    present: { kind: 'person', label: 'Present', many: true },
    apologies: { kind: 'worker', label: 'Apologies', many: true, optional: true },
  },
  links: {
    follows: { to: 'placement', label: 'Follows' },
    order: { to: 'placement', label: 'Order', optional: true },
  },
  dated: 'heldOn',
  identity: ['child', 'heldOn'],
  fields: {
    select: text('Line'),
    story: paragraphs('Story'),
    user: number('Number', { decimals: 4 }),
    cost: money('Cost'),
    agreed: yesNo('Agreed'),
    heldOn: date('Held'),
    nextOn: plannedDate('Next'),
    toldAt: instant('Told'),
    colour: code('Colour', colours),
    colours: codes('Colours', colours),
    author: person('Author'),
    about: record('About', 'placement'),
    minutes: document('Minutes'),
    where: address('Where'),
    points: group('Points', {
      what: text('What'),
      byOn: plannedDate('By'),
      doneAt: instant('Done'),
      colours: codes('Colours', colours),
      who: person('Who'),
      address: address('Address'),
      steps: group('Steps', { cost: money('Cost'), ready: yesNo('Ready') }),
    }),
  },
})

/** One child or several, at a moment; nothing ends it. */
export const contact: RecordType = recordType('contact', {
  label: 'Contact',
  plural: 'contacts',
  source: 'a test',
  subjects: { children: { kind: 'person', label: 'Children', many: true } },
  dated: 'receivedAt',
  identity: ['receivedAt'],
  fields: { receivedAt: instant('Received'), note: text('Note') },
})

export const testTypes: ReadonlyMap<string, RecordType> = new Map(
  [identity, placement, everything, contact].map((type) => [type.key, type]),
)
