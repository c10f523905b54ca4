import { getIndicator } from '../app/app.ts'
import { choose } from '../app/choose.ts'
import type { SeenMember } from '../app/counting/seen.ts'
import { type MembersTaken, takeMembers } from '../app/programs/members.ts'
import { testsOf } from '../core/counting/plan.ts'
import { periodText } from '../core/dates/period.ts'
import { toText } from '../core/dates/plain-date.ts'
import { endpoint } from './endpoint.ts'
import { indicatorKey, knownOn, period } from './parameters.ts'
import { byKey, date, listOf, number, object, oneOf, orNull, text, truth, whole } from './shape.ts'

type Member = { readonly taken: MembersTaken; readonly member: SeenMember }

const standings = { '1': 'counted', '0': 'not counted', '?': 'not known', '!': 'not placed', '-': 'left out' } as const
const answerOf = (mark: string | undefined): boolean | null => (mark === '1' ? true : mark === '0' ? false : null)

const memberShape = object<Member>(
  'Member',
  'Somebody, or a record about somebody, in the list behind a figure. By number: names stay in Line of Sight, where the number opens them.',
  (field) => ({
    subject: field(whole, ({ member }) => member.subject, 'The number of whom it is about.'),
    record: field(orNull(whole), ({ member }) => member.record, 'The number of the record, of a list of records.'),
    standing: field(
      oneOf(Object.values(standings)),
      ({ member }) => standings[member.verdict],
      'How they stand in the figure. “Not placed”: it is not known whether they belong to it at all.',
    ),
    answers: field(
      byKey(orNull(truth)),
      ({ taken: { list, counting }, member }) =>
        Object.fromEntries(
          testsOf(list, counting).map((at) => [list.tests[at]?.name ?? '', answerOf(member.answers[at])]),
        ),
      'Each of the figure’s tests by name: yes, no, or null where it is not known.',
    ),
    attributes: field(
      byKey(orNull(text)),
      ({ taken: { offered }, member }) =>
        Object.fromEntries(offered.map(({ key, at }) => [key, member.attributes[at] ?? null])),
      'What the figure can be broken down by.',
    ),
  }),
)

const membersShape = object<MembersTaken>(
  'Members',
  'The list behind a figure: those whom the account in whose place the program asks may read about and take out.',
  (field) => ({
    indicator: field(text, ({ counting }) => counting.indicator.key, 'Which indicator.'),
    period: field(text, (one) => periodText(one.period), 'Of which period.'),
    knownOn: field(date, (one) => toText(one.knownOn), 'What was recorded after this day is not in it.'),
    value: field(orNull(number), ({ figure }) => figure.value, 'The figure, which is the same for everybody.'),
    notShown: field(whole, ({ notShown }) => notShown, 'How many more are in it.'),
    members: field(
      listOf(memberShape),
      (taken) => taken.members.map((member) => ({ taken, member })),
      'Who is counted, who is not, and of whom it is not known.',
    ),
  }),
)

export const memberEndpoint = endpoint({
  address: '/indicators/{indicator}/members',
  name: 'readMembers',
  summary: 'The list behind a figure',
  description:
    'The same children as the list of the figure, its CSV and `los members`. Only with a token that opens lists, and each of them leaves a row in the log of whoever looked.',
  path: { indicator: indicatorKey },
  query: { period, knownOn },
  opens: 'lists',
  answer: membersShape,
  async find(app, asked, { account }) {
    const indicator = getIndicator(app, asked.indicator)
    const what = { label: `“${indicator.label}”`, indicators: [indicator] }
    const chosen = await choose(app, 'staff', what, { authority: app.own?.key, period: asked.period })
    return takeMembers(app, account, {
      indicator: indicator.key,
      period: chosen.period,
      ...(asked.knownOn === undefined ? {} : { knownOn: asked.knownOn }),
    })
  },
})
