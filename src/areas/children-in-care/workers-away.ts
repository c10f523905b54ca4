import { factOfDay, population, subjectsWithOpen, test } from '../../core/counting/define.ts'
import { needTest, type WorkList, workList } from '../../core/counting/work-list.ts'
import type { Interval } from '../../core/dates/interval.ts'
import { shortText } from '../../core/dates/plain-date.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { WorkerAway } from '../organisation/absences.ts'
import { Allocation } from '../organisation/allocation.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { DocumentSent } from '../people/documents.ts'

const source =
  'Local standard: Dorset Council, children are written to when their worker is off for long; the numbers of days are chosen, to be confirmed by the authority'

/** Whoever is back sooner was not away for long. */
const FOR_LONG: Interval = '4 weeks'
const WRITTEN_WITHIN: Interval = '5 working days'

/** A letter to the child: why the worker is away, who is there meanwhile, and what stays as it was promised. */
export const letterWhileAway = timescale({
  key: 'worker-away-letter',
  label: 'Letter to the child: your worker is away',
  done: 'sent',
  source,
  reads: [WorkerAway, DocumentSent],
  recurs: false,
  runs: (history) =>
    history
      .all(WorkerAway)
      .flatMap(({ id, startedOn, endedOn }) =>
        startedOn === null
          ? []
          : [{ from: startedOn, until: endedOn, began: 'the worker went away', because: [id], sort: String(id) }],
      ),
  met: (history) =>
    history
      .all(DocumentSent)
      .flatMap(({ id, sentOn, recipient }) =>
        sentOn === null || recipient !== history.subject ? [] : [{ on: sentOn, because: [id] }],
      ),
  rules: [
    {
      source,
      limit: ({ history, run }) => {
        const backOn = history.all(WorkerAway).find(({ id }) => String(id) === run.sort)?.backOn ?? null
        return backOn !== null && backOn <= history.calendar.dueOn(run.from, FOR_LONG)
          ? { notRequired: `The worker is expected back within ${FOR_LONG}` }
          : { within: WRITTEN_WITHIN, after: 'the worker went away' }
      },
    },
  ],
})

const workerAway = population({
  key: 'worker-away',
  label: 'Children and young people whose worker is away',
  source,
  each: subjectsWithOpen(WorkerAway, 'child'),
  by: whoseWork,
})

const away = factOfDay([WorkerAway], ({ history }) => history.open(WorkerAway).at(-1))

const covered = factOfDay([away, Allocation], (member) => {
  const worker = away(member)?.worker
  const { history } = member
  return (
    history.open(Allocation, ({ person, coverFor }) => person === history.subject && coverFor === worker).length > 0
  )
})

const withoutCover = needTest(
  'their worker is away and nobody covers',
  test([away, covered], (member) => away(member) !== undefined && !covered(member)),
  {
    why: factOfDay([away], (member) => {
      const backOn = away(member)?.backOn ?? null
      return backOn === null ? 'nobody knows for how long' : `expected back on ${shortText(backOn)}`
    }),
    since: factOfDay([away], (member) => away(member)?.startedOn ?? undefined),
  },
)

export const listsOfWorkersAway: readonly WorkList[] = [
  workList({
    key: 'worker-away-letters',
    label: 'Letters to children whose worker is away',
    source,
    population: workerAway,
    timescale: letterWhileAway,
  }),
  workList({
    key: 'worker-away-without-cover',
    label: 'Children whose worker is away and whom nobody covers',
    source,
    population: workerAway,
    test: withoutCover,
  }),
]
