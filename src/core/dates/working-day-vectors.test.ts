import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { birthday } from './age.ts'
import { readBankHolidays } from './bank-holidays.ts'
import { addHours, instantText, parseInstant } from './instant.ts'
import { parseInterval } from './interval.ts'
import { addDays, addMonths, daysBetween, type PlainDate, plainDate, toText } from './plain-date.ts'
import { workingCalendar } from './working-days.ts'

const root = new URL('../../../', import.meta.url)
const england = workingCalendar(readBankHolidays(readFileSync(new URL('data/bank-holidays.csv', root), 'utf8')))

type Vector = { rule_id: string; start: string; expression: string; expected: string; why: string }
const csv = readFileSync(new URL('test/fixtures/working-day-vectors.csv', root), 'utf8')
const vectors: Vector[] = parse(csv, { columns: true })

type Evaluate = (start: string, captured: string) => readonly string[]
const on = (evaluate: (start: PlainDate, captured: string) => PlainDate | readonly PlainDate[]): Evaluate => {
  return (start, captured) => [evaluate(plainDate(start), captured)].flat().map(toText)
}

/** Every form of expression in the file. Where one can be worked out in two ways, both must give the expected answer. */
const forms: readonly (readonly [RegExp, Evaluate])[] = [
  [
    /^addWD\(\+(\d+)\)$/,
    on((start, n) => [
      england.addWorkingDays(start, Number(n)),
      england.dueOn(start, parseInterval(`${n} working days`)),
    ]),
  ],
  [
    /^40 WD beginning with date sent(?:, sent on non-WD)? = addWD\(\+(\d+)\)$/,
    on((sent, n) => [
      england.dueOn(sent, '40 working days beginning with'),
      england.addWorkingDaysBeginningWith(sent, 40),
      england.addWorkingDays(sent, Number(n)),
    ]),
  ],
  [/^18th birthday window addMonths\(bday,([+-]\d+)\)$/, on((born, n) => addMonths(birthday(born, 18), Number(n)))],
  [
    /^addMonths\(\+(\d+)\)$/,
    on((start, n) => [addMonths(start, Number(n)), england.dueOn(start, parseInterval(`${n} months`))]),
  ],
  [
    /^\+(\d+) days$/,
    on((start, n) => [
      england.dueOn(start, parseInterval(`${n} days`)),
      england.dueOn(start, parseInterval(`${Number(n) / 7} weeks`)),
    ]),
  ],
  [
    /^first date with \(d - start\) \+ 1 > (\d+)$/,
    on((start, limit) => {
      let date = start
      while (!(daysBetween(start, date) + 1 > Number(limit))) date = addDays(date, 1)
      return date
    }),
  ],
  [/^\+(\d+) hours$/, (start, n) => [instantText(addHours(parseInstant(start), Number(n)))]],
  [
    /^(\d+ (?:weeks|days) beginning with)(?: day served)?$/,
    on((start, interval) => england.dueOn(start, parseInterval(interval))),
  ],
  [
    /^workingDaysBetween\(start,(\S+)\)$/,
    (start, end) => [String(england.workingDaysBetween(plainDate(start), plainDate(end)))],
  ],
]

function evaluate({ start, expression }: Vector): readonly string[] {
  for (const [form, answers] of forms) {
    const match = form.exec(expression)
    if (match !== null) return answers(start, match[1] ?? '')
  }
  throw new Error(`No form of expression fits: ${expression}`)
}

test('the file holds 38 vectors, and each is of a form that is evaluated', () => {
  const answers = vectors.flatMap(evaluate)
  expect(vectors).toHaveLength(38)
  expect(answers.length).toBeGreaterThanOrEqual(38)
})

test.each(vectors)('$rule_id: $start $expression is $expected ($why)', (vector) => {
  const answers = evaluate(vector)
  expect(answers).not.toHaveLength(0)
  for (const answer of answers) expect(answer).toBe(vector.expected)
})
