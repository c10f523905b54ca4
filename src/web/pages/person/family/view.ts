import type { FamilyRead, HouseholdRead, Relative } from '../../../../app/people/family/family-read.ts'
import { longText, type PlainDate, shortText, toText } from '../../../../core/dates/plain-date.ts'
import { address } from '../../../query.ts'
import type { View } from '../../../render.ts'
import type { Who } from '../../../session.ts'
import { type HeadView, headView } from '../head.ts'
import { drawFamily, type FamilyDrawing } from './drawing.ts'
import { headingOf, leadOf } from './finding.ts'
import { hrefOf } from './summary.ts'
import {
  ageText,
  firstName,
  homesText,
  isAdult,
  nameOf,
  relationText,
  responsibilityText,
  sinceText,
  type TimeTogether,
  timesTogether,
} from './words.ts'

type Row = {
  readonly name: string
  readonly href: string | undefined
  readonly relation: string
  readonly inTheirWords: string | undefined
  readonly age: string | undefined
  readonly homes: string | undefined
  readonly responsibility: string | undefined
  readonly times: readonly TimeTogether[]
  readonly since: string | undefined
  readonly warnings: readonly string[]
}

/** Undefined cells have nothing that may be shown. */
type ResponsibilityRow = {
  readonly who: string
  readonly holds: string
  readonly acquiredBy: string | undefined
  readonly since: string | undefined
  readonly evidenceSeen: string | undefined
  readonly limits: string | undefined
}

type TimeRow = {
  readonly who: string
  readonly how: string
  readonly where: string | undefined
  readonly since: string | undefined
  readonly late: string | undefined
  readonly last: string | undefined
  readonly notes: readonly string[]
}

type Fact = { readonly term: string; readonly text: string }

export type FamilyView = View & {
  readonly heading: string
  readonly lead: string
  readonly who: string
  readonly subject: number
  readonly head: HeadView
  readonly asKnown: string | undefined
  readonly filter: { readonly asAt: string; readonly knownOn: string }
  readonly drawing: FamilyDrawing | undefined
  readonly groups: readonly { readonly label: string; readonly rows: readonly Row[] }[]
  readonly hasRestricted: boolean
  readonly words: readonly { readonly text: string; readonly about: string }[]
  readonly households: readonly {
    readonly name: string
    readonly kind: string | undefined
    readonly members: readonly string[]
  }[]
  readonly responsibility: readonly ResponsibilityRow[]
  readonly times: readonly TimeRow[]
  readonly important: readonly Fact[]
  /** Whether anybody would ask who matters to them: a child, or whoever has said so. */
  readonly asksImportant: boolean
  readonly homes: readonly {
    readonly name: string
    readonly from: string
    readonly until: string
    readonly when: string | undefined
    readonly href: string | undefined
  }[]
}

/** A person's family and network on a day: the drawing, everybody in a table, and what holds between them. */
export function familyView(family: FamilyRead, who: Who, today: PlainDate): FamilyView {
  const { self, moment, relatives } = family
  const important = importantFacts(family)
  const isNow = moment.asAt === today && moment.knownOn === today
  return {
    page: {
      title: `Family and network, ${self.name}`,
      navigation: 'people',
      who: { name: who.account.name, form: who.form },
    },
    heading: headingOf(family, today),
    lead: leadOf(family),
    who: firstName(self),
    subject: self.subject,
    head: headView(family.head, { here: 'family' }),
    asKnown: isNow ? undefined : `As at ${longText(moment.asAt)}, of what was known by ${longText(moment.knownOn)}.`,
    filter: { asAt: toText(moment.asAt), knownOn: toText(moment.knownOn) },
    drawing: drawFamily(family),
    groups: groupsOf(family),
    hasRestricted: relatives.some((one) => one.who.kind === 'restricted'),
    words: wordsOf(family),
    households: family.households.filter(({ members }) => members.length > 0).map(householdView),
    responsibility: relatives.flatMap((relative) => responsibilityRows(relative, family)),
    times: relatives.flatMap((relative) => timeRows(relative, family)),
    asksImportant: important.length > 0 || !isAdult(self, moment.asAt),
    important,
    homes: homeRows(family),
  }
}

const importantFacts = ({ relatives, important }: FamilyRead): readonly Fact[] => [
  ...relatives.flatMap(({ who, important: matters }) =>
    matters === undefined ? [] : [{ term: nameOf(who), text: matters.who ?? matters.name }],
  ),
  ...important.map(({ name, who }) => ({ term: name, text: who ?? 'Not said who they are' })),
]

const homeRows = ({ history, self, moment }: FamilyRead): FamilyView['homes'] =>
  history.map(({ name, since, until, when, mainHome }) => ({
    name,
    from: since === null ? 'Not known' : shortText(since),
    until: until === null ? '' : shortText(until),
    when: mainHome === 'no' ? (when ?? 'Second home') : undefined,
    href:
      since === null
        ? undefined
        : address(`/people/${self.subject}/family`, { 'as-at': toText(since), 'known-on': toText(moment.knownOn) }),
  }))

/** Family; those who care for them or matter otherwise; and who no longer is what they were. */
function groupsOf({ relatives, self }: FamilyRead): FamilyView['groups'] {
  const isOver = ({ relations, livesWith, responsibility, times }: Relative) =>
    relations.length > 0 &&
    relations.every(({ ended }) => ended) &&
    !livesWith &&
    responsibility.length + times.length === 0
  const groups = [
    { label: 'Family', of: relatives.filter((one) => one.inFamily && !isOver(one)) },
    { label: 'Carers and others', of: relatives.filter((one) => !one.inFamily && !isOver(one)) },
    { label: 'No longer', of: relatives.filter(isOver) },
  ]
  return groups
    .filter(({ of }) => of.length > 0)
    .map(({ label, of }) => ({ label, rows: of.map((relative) => rowOf(relative, self)) }))
}

function rowOf(relative: Relative, self: FamilyRead['self']): Row {
  return {
    name: nameOf(relative.who),
    href: hrefOf(relative),
    relation: relationText(relative),
    inTheirWords: relative.relations.find(({ inTheirWords }) => inTheirWords !== null)?.inTheirWords ?? undefined,
    age: ageText(relative.who),
    homes: homesText(relative),
    responsibility: responsibilityText(relative, self),
    times: timesTogether(relative, self),
    since: sinceText(relative, self),
    warnings: relative.warnings,
  }
}

/** What the person says of those around them, before anything of ours. */
const wordsOf = ({ relatives, important }: FamilyRead): FamilyView['words'] => [
  ...relatives.flatMap(({ who, times, important: matters }) => {
    const about = who.kind === 'known' ? firstName(who) : ''
    return [
      ...times.flatMap(({ childsView }) =>
        childsView === null ? [] : [{ text: childsView, about: `time with ${about}` }],
      ),
      ...(matters?.why == null ? [] : [{ text: matters.why, about }]),
    ]
  }),
  ...important.flatMap(({ name, why }) => (why === null ? [] : [{ text: why, about: name }])),
]

const householdView = ({ name, kind, members }: HouseholdRead): FamilyView['households'][number] => ({
  name,
  kind: kind?.label,
  members: members.map((one) => {
    const home = one.mainHome === 'no' ? [one.when === null ? 'second home' : one.when] : []
    const since = one.since === null ? [] : [`since ${shortText(one.since)}`]
    return `${one.name}${[...home, ...since].map((text) => `, ${text.charAt(0).toLowerCase()}${text.slice(1)}`).join('')}`
  }),
})

const textOf = (date: PlainDate | null): string | undefined => (date === null ? undefined : shortText(date))

const answers = { yes: 'Yes', no: 'No', 'not known': 'Not known' } as const

const responsibilityRows = ({ who, responsibility }: Relative, { self }: FamilyRead): readonly ResponsibilityRow[] =>
  responsibility.map(({ direction, holds, acquiredBy, since, evidenceSeen, limits }) => ({
    who: direction === 'for' ? nameOf(who) : `${self.name}, for ${nameOf(who)}`,
    holds: answers[holds],
    acquiredBy: acquiredBy ?? undefined,
    // “No” and “not known” have the day on which it was asked.
    since: since === null ? undefined : holds === 'yes' ? shortText(since) : `Asked ${shortText(since)}`,
    evidenceSeen: evidenceSeen === null ? undefined : answers[evidenceSeen],
    limits: limits ?? undefined,
  }))

function timeRows(relative: Relative, { self }: FamilyRead): readonly TimeRow[] {
  const texts = timesTogether({ ...relative, livesWith: false }, self)
  return relative.times.map(({ where, orderedByCourt, reason, reviewOn, since, lastNotedOn }, index) => ({
    who: nameOf(relative.who),
    how: texts[index]?.text ?? '',
    where: where ?? undefined,
    since: textOf(since),
    late: texts[index]?.late,
    last: textOf(lastNotedOn),
    notes: [
      ...(orderedByCourt === 'yes' ? ['Ordered by a court'] : []),
      ...(reason === null ? [] : [reason]),
      ...(reviewOn === null ? [] : [`Look at it again on ${shortText(reviewOn)}`]),
    ],
  }))
}
