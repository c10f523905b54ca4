import type { Chronology, Limit, Occasion, Run } from '../../core/counting/chronology.ts'
import { addDays, addMonths, fromParts, type PlainDate, partsOf } from '../../core/dates/plain-date.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { LetterboxAgreement, LetterboxExchange } from './letterbox.ts'

type Agreement = RecordOf<typeof LetterboxAgreement>

/** Who is to write, each with a clock of their own: letters of the one side do not stand for the other’s. */
const sidesOf = ({ writers }: Agreement) =>
  writers === 'adopters' || writers === 'relatives' ? [writers] : (['adopters', 'relatives'] as const)

const SIDES = { adopters: 'the adopters', relatives: 'the birth family' } as const
const sortOf = ({ id }: Agreement, side: keyof typeof SIDES) => `${id} ${side}`

const runsOf = (history: Chronology): readonly Run[] =>
  history.all(LetterboxAgreement).flatMap((agreement) => {
    const { id, startedOn, endedOn } = agreement
    if (startedOn === null) return []
    return sidesOf(agreement).map((side) => ({
      from: startedOn,
      until: endedOn,
      began: `it was agreed that ${SIDES[side]} write`,
      because: [id],
      sort: sortOf(agreement, side),
    }))
  })

const agreementOf = (history: Chronology, { sort }: Run): Agreement | undefined =>
  history.all(LetterboxAgreement).find((one) => sidesOf(one).some((side) => sortOf(one, side) === sort))

/** Letters that are due, and when they came. One that does not say under which agreement is of whichever the child has. */
export const letterboxLetters = timescale({
  key: 'letterbox-exchange',
  label: 'Letterbox',
  done: 'received',
  source: 'The agreement; Adoption Agencies Regulations 2005, regulation 46',
  reads: [LetterboxAgreement, LetterboxExchange],
  recurs: true,
  runs: runsOf,
  met: (history, run) => {
    const agreement = agreementOf(history, run)
    return history
      .all(LetterboxExchange)
      .flatMap(({ id, agreement: under, from, receivedOn }) =>
        receivedOn !== null &&
        (under === null || under === agreement?.id) &&
        (from === 'both' || run.sort?.endsWith(` ${from}`) === true)
          ? [{ on: receivedOn, because: [id] }]
          : [],
      )
  },
  rules: [{ source: 'The agreement', limit: dueAgain }],
})

/** In the month agreed, or so many months after the last. A month so near the last letter that it was meant by it is passed over. */
function dueAgain({ history, run, from, number }: Occasion): Limit {
  const { timesAYear = null, month = null } = agreementOf(history, run) ?? {}
  if (timesAYear === null) return { notRequired: 'The agreement does not say how often' }
  const months = Math.max(1, Math.round(12 / timesAYear))
  if (month === null)
    return {
      within: months === 1 ? '1 month' : `${months} months`,
      after: number === 1 ? 'the agreement' : 'the last letter',
    }
  let due = lastDayOf(fromParts(partsOf(from).year, month, 1))
  const notBefore = number === 1 ? from : addDays(addMonths(from, months), -Math.round(months * 15))
  while (due < notBefore) due = lastDayOf(addMonths(fromParts(partsOf(due).year, partsOf(due).month, 1), months))
  return { by: due, why: 'the end of the month agreed' }
}

const lastDayOf = (firstOfMonth: PlainDate): PlainDate => addDays(addMonths(firstOfMonth, 1), -1)
