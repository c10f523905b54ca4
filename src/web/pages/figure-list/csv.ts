import type { ListTaken } from '../../../app/counting/list.ts'
import type { CsvTable } from '../../../app/csv.ts'
import type { Mark } from '../../../core/counting/count.ts'
import { type Counting, testsOf } from '../../../core/counting/plan.ts'
import { amongOf, numberOf } from '../../../core/counting/tally.ts'
import { periodText } from '../../../core/dates/period.ts'
import { toText } from '../../../core/dates/plain-date.ts'

const answers: Readonly<Record<Mark, string>> = { '1': 'yes', '0': 'no', '?': 'not known', '-': '' }

/** A row for each member, with every test's answer, the records that decided them, and every attribute. */
export function listCsv({ list, counting, period, knownOn, offered, members }: ListTaken): CsvTable {
  const tests = testsOf(list, counting).map((at) => list.tests[at]?.name ?? '')
  const hasAge = list.each.type.subjects[list.each.role]?.kind === 'person'
  const headings = [
    'Number',
    'Name',
    ...(hasAge ? ['Age'] : []),
    ...(list.each.member === 'record' ? ['Record'] : []),
    'Stands as',
  ]
  return [
    [
      ...headings,
      ...tests,
      ...numberHeadings(counting),
      ...offered.map(({ attribute }) => attribute.label),
      'Decided by',
      'Indicator',
      'Period',
      'Known on',
    ],
    ...members.map(({ subject, name, age, record, standing, reasons, values, ...member }) => [
      subject,
      name,
      ...(hasAge ? [age] : []),
      ...(list.each.member === 'record' ? [record] : []),
      standing,
      ...tests.map((test) => answers[reasons.find((one) => one.name === test)?.answer ?? '-']),
      ...[numberOf(counting, member), amongOf(counting, member)].flatMap((one) => (one === undefined ? [] : [one])),
      ...values.map(({ label }) => label),
      reasons
        .filter(({ records }) => records.length > 0)
        .map((one) => `${one.name}: ${one.records.map(({ label }) => label).join(', ')}`)
        .join('; '),
      counting.indicator.label,
      periodText(period),
      toText(knownOn),
    ]),
  ]
}

const numberHeadings = ({ measure, among }: Counting): readonly string[] => [
  ...(measure === undefined ? [] : ['Adds']),
  ...(among === undefined ? [] : ['Of']),
]
