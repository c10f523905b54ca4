import { birthday, Diary, monthsAfter, plus } from '../diary.ts'
import type { Noted } from '../read.ts'
import { every, type Month, maybe, type Saying, say, within, words } from './saying.ts'

export function sayHealth(said: Saying, records: readonly Noted[], { last }: Month): void {
  const diary = new Diary(records, last)
  const aYear = diary.inCareFor(12)
  const { born } = diary
  const stated = diary
    .all('immunised')
    .filter(({ day }) => day <= last)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const teeth = diary.all('dental').some(({ day, how }) => how === 'done' && day <= last && isInYear(day, last))
  const health = words(
    stated.at(-1)?.answer === 'yes' && 'immunised',
    teeth && 'teeth',
    maybe('assessed', assessed(diary, last)),
  )
  say(said, 'a year in care', aYear, health)
  const is4To16 = born === undefined ? undefined : birthday(born, 4) <= last && birthday(born, 17) > last
  const score = diary
    .all('score')
    .filter(({ day, value }) => value !== '' && day <= last && isInYear(day, last))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .at(-1)?.value
  say(said, 'a year in care, 4 to 16', every(aYear, is4To16), words(score !== undefined && `score ${score}`))
}

const isInYear = (day: string, last: string): boolean => monthsAfter(day, 12) >= last

/** Under 5, in each half of the year: the age at the end of a half decides what that half asks. */
function assessed(diary: Diary, last: string): boolean | undefined {
  if (diary.born === undefined) return undefined
  const held = diary.all('health').filter(({ outcome }) => outcome === 'done')
  const half = monthsAfter(plus(last, 1), -6)
  const halves = [
    { from: monthsAfter(plus(last, 1), -12), to: plus(half, -1) },
    { from: half, to: last },
  ]
  const isHeld = ({ from, to }: { from: string; to: string }) => held.some(({ on }) => within(on, from, to))
  const five = birthday(diary.born, 5)
  const asking = halves.filter(({ to }) => five > to)
  return asking.length === 0 ? halves.some(isHeld) : asking.every(isHeld)
}
