import { column } from '../../core/counting/column.ts'
import { attribute, factOfDay, population, type RecordMember, recordsDated, test } from '../../core/counting/define.ts'
import { needTest, type WorkList, workList } from '../../core/counting/work-list.ts'
import { labelOf } from '../../core/definitions/code-list.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { allPeriods } from '../children-in-care/care-facts.ts'
import { inCareOn } from '../children-in-care/in-care.ts'
import { childrenInCare } from '../children-in-care/populations.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { aboutTheChild } from '../people/about-the-child.ts'
import { RiskColour, RiskMeeting, RiskMeetingKind } from './risk-meetings.ts'

type OfMeeting = RecordMember<typeof RiskMeeting>

const NOT_SAID = 'No colour is recorded'
const labelOfRisk = (risk: string | null): string => (risk === null ? NOT_SAID : labelOf(RiskColour, risk))
/** The greatest first. */
const colours = ['red', 'amber', 'green', null].map(labelOfRisk)

const inCareThen = test([allPeriods], (member: OfMeeting) => {
  const { heldOn } = member.record
  const inCare = heldOn === null ? 'no' : inCareOn(allPeriods(member), heldOn)
  return inCare === 'not known' ? undefined : inCare === 'yes'
})

const held = population({
  key: 'risk-meetings-held',
  label: 'Meetings about children in care who are at risk',
  source: RiskMeeting.source,
  each: recordsDated(RiskMeeting, 'child', 'heldOn'),
  include: { 'in care on the day of the meeting': inCareThen },
  by: {
    kind: attribute('Which meeting', [RiskMeeting], ({ record }: OfMeeting) => record.kind, { codes: RiskMeetingKind }),
    risk: attribute('How great the risk is', [RiskMeeting], ({ record }: OfMeeting) => labelOfRisk(record.risk), {
      order: colours,
    }),
    ...aboutTheChild,
    ...whoseWork,
  },
})

/** Not known where nobody has written down who was asked, or who came. */
const hasHealth = (field: 'asked' | 'came') =>
  test([RiskMeeting], ({ record }: OfMeeting) => record[field]?.includes('health'))

const share = {
  unit: 'per cent',
  goodIs: 'high',
  covers: 'rolling 12 months',
  status: 'stated',
  who: 'Strategy discussions, meetings about exploitation and others about a risk that were held in the 12 months up to the last day of the period, about children who were in care on the day.',
  source: `${RiskMeeting.source} (senior nurses take part in all amber strategy discussions of children in care)`,
} as const

export const healthAtMeetings: readonly Indicator[] = [
  indicator({
    ...share,
    key: 'risk-meetings-health-asked',
    label: 'Meetings about children at risk to which health was asked',
    countedIf: 'Health is among those who were asked to come.',
    notKnown: 'A meeting of which it is not recorded who was asked stays in the total and is not counted.',
    counts: { population: held, counted: { 'health was asked': hasHealth('asked') }, whenNotKnown: 'stays' },
  }),
  indicator({
    ...share,
    key: 'risk-meetings-health-came',
    label: 'Meetings about children at risk to which health came',
    countedIf: 'Health is among those who came, whether or not they were asked.',
    notKnown: 'A meeting of which it is not recorded who came stays in the total and is not counted.',
    notes: ['Of all meetings, those to which health was not asked among them.'],
    counts: { population: held, counted: { 'health came': hasHealth('came') }, whenNotKnown: 'stays' },
  }),
]

/** The greater the risk, the more; least where no colour is recorded. */
const risks: readonly (string | null)[] = [null, 'green', 'amber', 'red']

/** Of several the one of the greatest risk, and of these the one that was called first. */
const toCome = factOfDay([RiskMeeting], ({ history, asAt }) =>
  history
    .open(RiskMeeting, ({ calledOffOn }) => calledOffOn === null || calledOffOn > asAt)
    .toSorted((one, other) => risks.indexOf(other.risk) - risks.indexOf(one.risk))
    .at(0),
)

const isHealthAsked = factOfDay([toCome], (member) => toCome(member)?.asked?.includes('health') === true)

const [ASKED, NOT_ASKED] = ['Yes', 'Not yet'] as const

/** What health goes to next: the greatest risk first, and before others those to which nobody has asked them. */
export const meetingsToCome: WorkList = workList({
  key: 'risk-meetings',
  label: 'Meetings to come about children in care who are at risk',
  source: RiskMeeting.source,
  population: childrenInCare,
  test: needTest(
    'a meeting about a risk is to be held',
    test([toCome], (member) => toCome(member) !== undefined),
    {
      standing: 'watched',
      since: factOfDay([toCome], (member) => toCome(member)?.calledOn ?? undefined),
      why: factOfDay([toCome], (member) => {
        const kind = toCome(member)?.kind ?? null
        return kind === null ? undefined : labelOf(RiskMeetingKind, kind)
      }),
      gravity: factOfDay([toCome, isHealthAsked], (member) => {
        const { risk = null } = toCome(member) ?? {}
        return 2 * risks.indexOf(risk) + (isHealthAsked(member) ? 0 : 1)
      }),
    },
  ),
  columns: {
    risk: column('How great the risk is', [toCome], (member) => labelOfRisk(toCome(member)?.risk ?? null), {
      order: colours,
      onDashboard: true,
    }),
    plannedOn: column('To be held on', [toCome], (member) => toCome(member)?.plannedOn, { written: 'date' }),
    asked: column('Health asked to come', [isHealthAsked], (member) => (isHealthAsked(member) ? ASKED : NOT_ASKED), {
      order: [NOT_ASKED, ASKED],
      onDashboard: true,
    }),
  },
})
