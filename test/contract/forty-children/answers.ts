import type { App } from '../../../src/app/app.ts'
import { listsOf } from '../../../src/app/counting/lists.ts'
import type { MemberList } from '../../../src/core/counting/plan.ts'
import { amongOf, numberOf, verdict } from '../../../src/core/counting/tally.ts'
import { periodText } from '../../../src/core/dates/period.ts'
import type { RecordId, SubjectId } from '../../../src/core/definitions/field.ts'
import { findCountedPeriods, findMembers, type KeptMember } from '../../../src/store/counting/members.ts'
import type { Db } from '../../../src/store/records/transaction.ts'
import { byDiary } from './by-diary/by-diary.ts'
import { allKeys } from './figures.ts'
import type { ByHand, Noted } from './read.ts'
import { type Verdict, verdictsOf } from './verdicts.ts'

/** What somebody is in every figure: `2023-09 cic-ceased`, and of a record `2023-09 reviews-held-in-time b`. */
export type Answers = ReadonlyMap<string, Verdict>

/** What is another in the second: `2023-09 cic-ceased: 1 > -`. */
export const changes = (before: Answers = new Map(), after: Answers = new Map()): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])]
    .filter((key) => before.get(key) !== after.get(key))
    .map((key) => `${key}: ${before.get(key) ?? '-'} > ${after.get(key) ?? '-'}`)
    .toSorted()

/** Those of some figures in a month. */
export const only = (answers: Answers = new Map(), month: string, figures: readonly string[]): Answers =>
  new Map(
    [...answers].filter(([key]) => {
      const [of = '', figure = ''] = key.split(' ')
      return of === month && figures.includes(figure)
    }),
  )

/** Of all who stand in one entry together: a household and whoever belongs to it. */
export const together = (all: ReadonlyMap<SubjectId, Answers>, subjects: readonly SubjectId[]): Answers =>
  new Map(subjects.flatMap((subject) => [...(all.get(subject) ?? [])]))

export const handAnswers = ({ month, groups }: Pick<ByHand, 'month' | 'groups'>): Answers =>
  new Map([...verdictsOf(groups)].map(([figure, is]) => [`${month} ${figure}`, is]))

export const diaryAnswers = (records: readonly Noted[], months: readonly string[]): Answers =>
  new Map(months.flatMap((month) => [...handAnswers({ month, groups: byDiary(records, month) })]))

/** Of members of a list in a period; `names` are the letters of records. */
export const memberAnswers = (
  { countings }: MemberList,
  month: string,
  members: readonly Omit<KeptMember, 'periodId'>[],
  names: ReadonlyMap<RecordId, string>,
): readonly (readonly [string, Verdict])[] =>
  members.flatMap((member) =>
    countings
      .filter(({ indicator }) => allKeys.includes(indicator.key))
      .map((counting) => {
        const { key } = counting.indicator
        const figure = member.record === null ? key : `${key} ${names.get(member.record)}`
        const is = verdict(counting, member)
        // Children of a household are its number: each household is one.
        const among = counting.indicator.unit === 'ratio' ? undefined : amongOf(counting, member)
        const numbers = is === '1' ? [numberOf(counting, member), among] : []
        const said = numbers.filter((one) => one !== undefined).join('/')
        return [`${month} ${figure}`, said === '' ? is : said] as const
      })
      .filter(([, is]) => is !== '-'),
  )

/** What everybody is in every figure of every month, as it is kept in the store. */
export async function keptAnswers(
  app: App,
  db: Db,
  names: ReadonlyMap<RecordId, string>,
): Promise<ReadonlyMap<SubjectId, Answers>> {
  const lists = listsOf(app)
  const periods = await findCountedPeriods(
    db,
    lists.map(({ key }) => key),
  )
  const members = await findMembers(db, periods)
  const all = new Map<SubjectId, Map<string, Verdict>>()
  for (const member of members) {
    const counted = periods.find(({ id }) => id === member.periodId)
    const list = lists.find(({ key }) => key === counted?.list)
    if (counted === undefined || list === undefined) continue
    const own = all.get(member.subject) ?? new Map<string, Verdict>()
    for (const [figure, is] of memberAnswers(list, periodText(counted.period), [member], names)) own.set(figure, is)
    all.set(member.subject, own)
  }
  return all
}
