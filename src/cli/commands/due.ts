import { Refused } from '../../app/refused.ts'
import { explainDue } from '../../core/dates/explain.ts'
import { type Interval, parseInterval } from '../../core/dates/interval.ts'
import { type PlainDate, plainDate, toText } from '../../core/dates/plain-date.ts'
import { BeyondCalendar, type Calendar } from '../../core/dates/working-days.ts'
import type { Command } from '../command.ts'

export const due: Command = {
  name: 'due',
  usage: 'DATE "20 working days" [--explain]',
  summary: 'the last day on which something due within that time is still in time',
  words: { least: 2, most: 2 },
  options: { explain: { type: 'boolean' } },
  async run(args, around) {
    const [dateText = '', intervalText = ''] = args.words
    const { date, sentences } = workOut(around.calendar(), readDate(dateText), readInterval(intervalText))
    around.print(date)
    if (args.flag('explain')) for (const sentence of sentences) around.print(sentence)
    return undefined
  },
}

function workOut(calendar: Calendar, start: PlainDate, interval: Interval) {
  try {
    const { due: date, sentences } = explainDue(calendar, start, interval)
    return { date: toText(date), sentences }
  } catch (error) {
    if (!(error instanceof RangeError) || error instanceof BeyondCalendar) throw error
    throw new Refused('bad input', `${interval} from ${toText(start)} end after the year 9999. Look at the date again.`)
  }
}

/** A date written like 2023-09-30, or a refusal that says so. */
export function readDate(text: string) {
  try {
    return plainDate(text)
  } catch {
    throw new Refused('bad input', `"${text}" is no date. Write it like 2023-09-30.`)
  }
}

function readInterval(text: string) {
  try {
    return parseInterval(text)
  } catch (error) {
    if (error instanceof RangeError) throw new Refused('bad input', error.message)
    throw error
  }
}
