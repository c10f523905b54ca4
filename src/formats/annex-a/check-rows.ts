import { birthday } from '../../core/dates/age.ts'
import { addMonths, type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import type { Finding } from '../records.ts'
import { type Column, listNumbered } from './lists.ts'
import { dateIn, type Row, textIn, told } from './read-rows.ts'

/** What does not fit in the rows of the lists, each row told by itself. Nothing is mended. */
export const checkRows = (rows: readonly Row[], lastDay: PlainDate): readonly Finding[] => [
  ...rows.flatMap((row) => checks.flatMap((check) => check(row, lastDay))),
  ...nearlySameIds(rows),
]

type Check = (row: Row, lastDay: PlainDate) => readonly Finding[]

const columnOf = (row: Row, key: string): Column | undefined =>
  listNumbered(row.list)?.columns.find((one) => one.key === key)

const find = (row: Row, rule: string, keys: readonly string[], message: string, severity?: Finding['severity']) => [
  told(
    row,
    rule,
    keys.map((key) => columnOf(row, key)),
    message,
    severity,
  ),
]

/** Nothing about a child can have happened before the child was born. */
const beforeBirth: Check = (row) => {
  const bornOn = dateIn(row, 'bornOn')
  if (bornOn === null) return []
  const early = [...row.values.keys()].filter(
    (key) => columnOf(row, key)?.kind === 'date' && (dateIn(row, key) ?? bornOn) < bornOn,
  )
  const names = early.map((key) => `“${columnOf(row, key)?.heading}”`).join(', ')
  return early.length === 0
    ? []
    : find(row, 'before-birth', [...early, 'bornOn'], `Before the date of birth, ${shortText(bornOn)}: ${names}.`)
}

/** What happens in care does not begin before care did. */
const beforeCare: Check = (row) => {
  const startedOn = dateIn(row, 'startedOn')
  if (row.list !== 8 || startedOn === null) return []
  return ['statusSince', 'placedOn', 'ceasedOn']
    .filter((key) => (dateIn(row, key) ?? startedOn) < startedOn)
    .flatMap((key) => {
      const message = `“${columnOf(row, key)?.heading}” is before care began, on ${shortText(startedOn)}.`
      return find(row, 'before-care', [key, 'startedOn'], message)
    })
}

const endAndReason: Check = (row) => {
  if (row.list !== 8) return []
  const [ceasedOn, reason] = [dateIn(row, 'ceasedOn'), textIn(row, 'reasonCeased')]
  if (ceasedOn !== null && reason === null)
    return find(row, 'end-without-a-reason', ['reasonCeased', 'ceasedOn'], 'Care ended, and no reason is given.')
  if (ceasedOn === null && reason !== null)
    return find(
      row,
      'reason-without-an-end',
      ['ceasedOn', 'reasonCeased'],
      'There is a reason why care ended and no date.',
    )
  return reason === 'X1'
    ? find(row, 'reason-is-no-end', ['reasonCeased'], 'X1 says that care goes on, so it cannot be why it ended.')
    : []
}

const adultInCare: Check = (row, lastDay) => {
  const bornOn = dateIn(row, 'bornOn')
  if (row.list !== 8 || bornOn === null || dateIn(row, 'ceasedOn') !== null) return []
  const adultOn = birthday(bornOn, 18)
  if (adultOn > lastDay) return []
  return find(row, 'adult-in-care', ['ceasedOn', 'bornOn'], `Turned 18 on ${shortText(adultOn)}, and care has no end.`)
}

/** The flag ends with the 18th birthday; the list asks whether it held in the last 12 months. */
const staleFlag: Check = (row, lastDay) => {
  const bornOn = dateIn(row, 'bornOn')
  if (row.list !== 8 || bornOn === null || textIn(row, 'unaccompanied') !== 'yes') return []
  const adultOn = birthday(bornOn, 18)
  if (adultOn > addMonths(lastDay, -12)) return []
  return find(
    row,
    'stale-unaccompanied',
    ['unaccompanied', 'bornOn'],
    `The young person turned 18 on ${shortText(adultOn)}, more than 12 months before: the answer is no longer yes. That they came unaccompanied was kept, until that day.`,
    'warning',
  )
}

const interviewWithoutMissing: Check = (row) =>
  row.list === 8 && row.values.get('missing') === 0 && textIn(row, 'interviewOffered') === 'yes'
    ? find(
        row,
        'interview-without-missing',
        ['interviewOffered', 'missing'],
        'An interview on return was offered to a child who was not missing.',
        'warning',
      )
    : []

const livingSomewhere: Check = (row) =>
  row.list === 9 && (textIn(row, 'accommodation') === null) !== (textIn(row, 'suitability') === null)
    ? find(
        row,
        'accommodation-half-told',
        ['accommodation', 'suitability'],
        'Where a care leaver lives and whether it is suitable belong together: one of them is not there.',
      )
    : []

/** In the order in which they come in every adoption. */
const ADOPTION = ['decidedOn', 'matchedOn', 'placedOn', 'adoptedOn'] as const

const adoptionInOrder: Check = (row) => {
  if (row.list !== 10) return []
  const steps = ADOPTION.filter((key) => dateIn(row, key) !== null)
  return steps.flatMap((key, at) => {
    const before = steps[at - 1]
    if (before === undefined || (dateIn(row, before) ?? 0) <= (dateIn(row, key) ?? 0)) return []
    return find(row, 'out-of-order', [key, before], `The date is before “${columnOf(row, before)?.heading}”.`)
  })
}

const adoptedAndReversed: Check = (row) =>
  row.list === 10 && dateIn(row, 'adoptedOn') !== null && dateIn(row, 'reversedOn') !== null
    ? find(
        row,
        'adopted-and-reversed',
        ['reversedOn', 'adoptedOn'],
        'A child who was adopted cannot have had the decision reversed.',
      )
    : []

const farAhead: Check = (row, lastDay) =>
  [...row.values.keys()]
    .filter((key) => columnOf(row, key)?.kind === 'date' && (dateIn(row, key) ?? lastDay) > lastDay)
    .flatMap((key) => {
      const message = `“${columnOf(row, key)?.heading}” lies more than five years after everything else in the lists. Look at the year.`
      return find(row, 'date-far-ahead', [key], message)
    })

const checks: readonly Check[] = [
  farAhead,
  beforeBirth,
  beforeCare,
  endAndReason,
  adultInCare,
  staleFlag,
  interviewWithoutMissing,
  livingSomewhere,
  adoptionInOrder,
  adoptedAndReversed,
]

/** Two numbers that differ in leading noughts or in capitals only: a spreadsheet took one for a number. */
function nearlySameIds(rows: readonly Row[]): readonly Finding[] {
  const written = new Map<string, Row>()
  return rows.flatMap((row) => {
    const bare = `${row.list === 11 ? 'adopter' : 'child'} ${row.id.toLowerCase().replace(/^0+(?=.)/, '')}`
    const other = written.get(bare)
    if (other === undefined) written.set(bare, row)
    if (other === undefined || other.id === row.id) return []
    const message = `“${row.id}” here and “${other.id}” in ${other.where} row ${other.row} may be one: a spreadsheet drops leading noughts. They were read as two.`
    return [told(row, 'identifier-nearly-same', [columnOf(row, 'id')], message)]
  })
}
