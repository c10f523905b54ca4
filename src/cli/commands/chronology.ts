import { exportChronology } from '../../app/exports/person.ts'
import { type RecordRead, readPerson } from '../../app/people/read.ts'
import { Refused } from '../../app/refused.ts'
import { toText } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Command } from '../command.ts'
import { answerFormat, formatOption, printAnswer } from '../output.ts'
import { viewerOf } from '../viewer.ts'
import { readDate } from './due.ts'

export const chronology: Command = {
  name: 'chronology',
  usage: 'SUBJECT [--as USER] [--as-at DATE] [--known-on DATE] [--format table|csv|json]',
  summary:
    'everything on somebody’s record that the user may read, as at and as known on a day; it is kept that they looked',
  words: { least: 1, most: 1 },
  options: { 'as-at': { type: 'string' }, 'known-on': { type: 'string' }, ...formatOption },
  async run(args, around) {
    const format = answerFormat(args, around)
    const [number = ''] = args.words
    if (!/^[1-9]\d{0,14}$/.test(number))
      throw new Refused('bad usage', `“${number}” is no number of a person. It stands on their page.`)
    const [asAt, knownOn] = [args.text('as-at'), args.text('known-on')]
    const app = await around.openApp('los chronology')
    const account = await viewerOf(app, args)
    const moment = {
      asAt: asAt === undefined ? app.clock.today : readDate(asAt),
      knownOn: knownOn === undefined ? app.clock.today : readDate(knownOn),
    }
    // A file is taken out of the system; a table or JSON on one's own screen is read.
    const look = format === 'csv' ? exportChronology : readPerson
    const { records } = await look(app, account, Number(number) as SubjectId, moment, 'los chronology')
    printAnswer(args, around, { rows: records, json: records.map(asJson), columns })
    return undefined
  },
}

const asJson = ({ record, type, on, knownOn, recordedBy, recordedAt, content, withheld, names }: RecordRead) => ({
  record,
  type: type.key,
  on: on === null ? null : toText(on),
  knownOn: toText(knownOn),
  recordedBy,
  recordedAt: recordedAt.toISOString(),
  subjects: Object.fromEntries(
    Object.entries(content.subjects).map(([role, subjects]) => [
      role,
      subjects.map((one) => numberOf({ type, names }, role, one)),
    ]),
  ),
  links: content.links,
  fields: Object.fromEntries(
    Object.entries(content.fields).map(([name, value]) => {
      const { kind } = type.fields[name] ?? {}
      const isDate = (kind === 'date' || kind === 'planned-date') && typeof value === 'number'
      return [name, isDate ? toText(readDay(value)) : value]
    }),
  ),
  withheld,
})

/** The number of somebody who is restricted, or not there for the user, says as little about them as their name: null. */
const numberOf = ({ type, names }: Pick<RecordRead, 'type' | 'names'>, role: string, subject: SubjectId) =>
  type.subjects[role]?.kind !== 'person' || names.get(subject)?.opens === true ? subject : null

const readDay = (value: number) => value as Parameters<typeof toText>[0]

const columns = [
  { heading: 'On', cell: ({ on }: RecordRead) => (on === null ? '' : toText(on)) },
  { heading: 'What', cell: ({ type }: RecordRead) => type.label },
  { heading: 'Record', right: true as const, cell: ({ record }: RecordRead) => String(record) },
  { heading: 'Recorded by', cell: ({ recordedBy }: RecordRead) => recordedBy },
  { heading: 'Known from', cell: ({ knownOn }: RecordRead) => toText(knownOn) },
]
