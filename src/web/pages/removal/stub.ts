import type { Stub } from '../../../app/people/put-right.ts'
import { type Instant, londonDate } from '../../../core/dates/instant.ts'
import { longText, shortText } from '../../../core/dates/plain-date.ts'
import type { Entry } from '../person/entry.ts'

/** Why content was removed, as it is said in a sentence. */
const kindTexts: Readonly<Record<Stub['kind'], string>> = {
  'wrong child': 'it was about somebody else',
  retention: 'kept as long as the law allows',
  'court order': 'court order',
  'adoption seal': 'adoption seal',
}

/** `Case note of 3 May 2023 was removed: court order`. */
export const stubHeading = ({ type, on, kind }: Stub): string =>
  `${type.label}${on === null ? '' : ` of ${shortText(on)}`} was ${kind === 'wrong child' ? 'moved' : 'removed'}: ${kindTexts[kind]}`

/** By whom, when, and where it stands now for those who may know. */
export function stubFacts({ authority, reason, removedBy, removedAt, kind, movedTo }: Stub) {
  const on = longText(londonDate(removedAt.getTime() as Instant))
  const facts = [
    { term: 'On whose authority', text: authority },
    { term: 'Why', text: reason },
    { term: kind === 'wrong child' ? 'Moved by' : 'Removed by', text: `${removedBy}, ${on}` },
  ]
  return movedTo === null
    ? facts
    : [...facts, { term: 'Now on the record of', text: movedTo.names.join(', '), href: `/records/${movedTo.record}` }]
}

/** The line of a chronology in place of what was removed. */
export function stubEntry(stub: Stub): Entry {
  const { record, type, on, removedBy, removedAt } = stub
  return {
    href: `/records/${record}`,
    sort: type.label,
    icon: 'note',
    significant: false,
    when: on === null ? '' : longText(on).replace(/ \d{4}$/, ''),
    on,
    heading: `${stub.kind === 'wrong child' ? 'Moved' : 'Removed'}: ${kindTexts[stub.kind]}`,
    facts: stubFacts(stub)
      .slice(0, 2)
      .map(({ term, text }) => ({ term, text, short: text, href: undefined })),
    parts: [],
    recorded: `${removedBy}, ${shortText(londonDate(removedAt.getTime() as Instant))}`,
    withheld: false,
  }
}
