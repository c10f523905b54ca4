import type { Attribute } from '../../core/counting/define.ts'
import type { Counting, MemberList } from '../../core/counting/plan.ts'
import { amongOf, numberOf, type Verdict, verdict } from '../../core/counting/tally.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { ReportColumn, ReportLots, ReportRow, ReportTable } from '../../store/analysts/report-schema.ts'
import { type CountedPeriod, findCountedPeriods, findMembers, type KeptMember } from '../../store/counting/members.ts'
import { findKinds } from '../../store/records/find.ts'
import type { Db } from '../../store/records/transaction.ts'
import { guardedAmong } from '../access/guarded.ts'
import type { App } from '../app.ts'
import { definitionsOf, listsOf } from '../counting/lists.ts'
import { openRecords } from '../counting/open-records.ts'
import { decisionsOn } from '../counting/seen.ts'
import { namesOf } from '../people/naming.ts'
import { anyAnalyst, isTakenOut } from './analyst.ts'
import { periodCells, periodColumns } from './figure-tables.ts'
import type { Called } from './pseudonyms.ts'

const columns: readonly ReportColumn[] = [
  { name: 'indicator', type: 'text', comment: 'The key of the indicator' },
  ...periodColumns,
  {
    name: 'person',
    type: 'text',
    comment:
      'A pseudonym, the same in every table and at every filling; of a household or place where the figure is of those',
  },
  { name: 'record', type: 'text', comment: 'Where records are counted and not people, a pseudonym of the record' },
  { name: 'is', type: 'text', comment: 'counted, not counted, not known, or not known whether in it' },
  { name: 'number', type: 'numeric', comment: 'Of a mean, a median or a pooled figure, the number of this one' },
  { name: 'among', type: 'numeric', comment: 'Of a pooled figure, what that number is among' },
  {
    name: 'by',
    type: 'jsonb',
    comment: 'What the figure can be broken down by. A worker stands under a pseudonym, a team under its name',
  },
]

export const memberTable: ReportTable = {
  name: 'member',
  comment:
    'Who is in each figure, and how they count. Whoever is restricted, and whatever is kept more closely than an analyst may take out, is not here: a figure can be of more than its members here.',
  columns,
  index: ['indicator', 'from_on'],
}

/** Who is behind each figure, under a pseudonym: the list of the page without names. Whom an analyst may not take out is not in it. */
export async function* memberLots(app: App, db: Db, called: Called): ReportLots {
  for (const list of listsOf(app)) {
    const definitions = definitionsOf(list)
    const periods = (await findCountedPeriods(db, [list.key])).filter((one) => one.definitions === definitions)
    const members = await findMembers(db, periods)
    const write = await writer(app, db, list, members, called)
    const byPeriod = new Map(periods.map(({ id }) => [id, [] as KeptMember[]] as const))
    for (const member of members) byPeriod.get(member.periodId)?.push(member)
    for (const counting of list.countings) {
      const rows = write(counting)
      for (const period of periods) yield { table: memberTable.name, rows: rows(period, byPeriod.get(period.id) ?? []) }
    }
  }
}

type Writer = (counting: Counting) => (period: CountedPeriod, members: readonly KeptMember[]) => readonly ReportRow[]

async function writer(
  app: App,
  db: Db,
  list: MemberList,
  members: readonly KeptMember[],
  called: Called,
): Promise<Writer> {
  const guarded = await guardedAmong(app, db, [...new Set(members.map(({ subject }) => subject))])
  const isOpen = await openRecords(app, { db, viewer: anyAnalyst }, list, { knownOn: app.clock.today, members })
  const named = await namesIn(app, db, list, members, called)
  return (counting) => {
    const decisions = decisionsOn(anyAnalyst, guarded, { list, counting }, 'export')
    const shown = attributesShown(list, counting)
    const rowOf = (period: ReportRow, member: KeptMember): readonly ReportRow[] => {
      const is = verdict(counting, member)
      if (is === '-' || decisions.get(member.subject)?.may !== 'yes' || !isOpen(member)) return []
      const by = shown.map(({ key, at, attribute }) => [key, named(attribute, member.attributes[at] ?? null)] as const)
      return [
        [
          counting.indicator.key,
          ...period,
          called.subject(member.subject),
          member.record === null ? null : called.record(member.record),
          words[is],
          numberText(numberOf(counting, member)),
          numberText(amongOf(counting, member)),
          JSON.stringify(Object.fromEntries(by)),
        ],
      ]
    }
    return ({ period }, some) => {
      const cells = periodCells(period)
      return some.flatMap((member) => rowOf(cells, member))
    }
  }
}

const words: Readonly<Record<Exclude<Verdict, '-'>, string>> = {
  '1': 'counted',
  '0': 'not counted',
  '?': 'not known',
  '!': 'not known whether in it',
}

const numberText = (number: number | null | undefined): string | null => (number == null ? null : String(number))

/** What a figure can be broken down by, of what an analyst may take out of a record like any other. */
const attributesShown = ({ attributes, placings }: MemberList, { placing }: Counting) =>
  attributes.flatMap(([key, attribute], at) =>
    key in (placings[placing]?.population.by ?? {}) && attribute.reads.every(isTakenOut)
      ? [{ key, at, attribute }]
      : [],
  )

/** The values of attributes as analysts read them: what is named by a record is a team by its name, and anybody else a pseudonym. */
async function namesIn(app: App, db: Db, list: MemberList, members: readonly KeptMember[], called: Called) {
  const named = list.attributes.flatMap(([, { named: by }], at) => (by === 'subject' ? [at] : []))
  const subjects = new Set(
    members
      .flatMap(({ attributes }) => named.flatMap((at) => attributes[at] ?? []))
      .map((one) => Number(one) as SubjectId),
  )
  const kinds = await findKinds(db, [...subjects])
  const teams = [...subjects].filter((subject) => kinds.get(subject) === 'team')
  const names = await namesOf(app, { db, viewer: anyAnalyst }, teams)
  return (attribute: Attribute, value: string | null): string | null => {
    if (value === null || attribute.named !== 'subject') return value
    const subject = Number(value) as SubjectId
    return names.get(subject)?.label ?? called.subject(subject)
  }
}
