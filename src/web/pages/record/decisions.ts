import type { Waiting } from '../../../app/people/sign-off.ts'
import { type Instant, londonDate } from '../../../core/dates/instant.ts'
import { daysBetween, type PlainDate } from '../../../core/dates/plain-date.ts'

/** A record that waits for the viewer's signature, for `pages/record/decisions.njk`. */
export type Decision = {
  readonly href: string
  readonly label: string
  readonly about: string
  readonly from: string
  readonly waits: string
}

export const decisionOf = ({ record, label, about, by, at }: Waiting, today: PlainDate): Decision => ({
  href: `/records/${record}`,
  label: `Sign: ${label.toLowerCase()}`,
  about,
  from: by,
  waits: waits(daysBetween(londonDate(at.getTime() as Instant), today)),
})

function waits(days: number): string {
  if (days <= 0) return 'Since today'
  return days === 1 ? '1 day' : `${days} days`
}

/** `2 decisions wait for you`; `More than 200 decisions wait for you` where no more are shown. */
export function decisionsHeading(many: number, isAll: boolean): string {
  if (!isAll) return `More than ${many} decisions wait for you`
  return many === 0
    ? 'No decision waits for you'
    : many === 1
      ? '1 decision waits for you'
      : `${many} decisions wait for you`
}
