import { column } from '../../core/counting/column.ts'
import { factOfDay, type Member, narrow, test } from '../../core/counting/define.ts'
import { needTest, type WorkList, workList } from '../../core/counting/work-list.ts'
import { labelOf } from '../../core/definitions/code-list.ts'
import { currentEpisode, currentPlacement } from '../children-in-care/care-facts.ts'
import { HealthAssessment } from '../children-in-care/health.ts'
import { childrenInCare, placementLocation } from '../children-in-care/populations.ts'
import { PersonIdentifier } from '../people/person.ts'
import { placedElsewhereLayout } from './layouts.ts'
import { WhyAssessmentLate } from './records.ts'
import { openAssessment, openRequest } from './why-late.ts'

const placedElsewhere = narrow(childrenInCare, {
  key: 'in-care-placed-elsewhere',
  label: 'Children in care who live outside the area',
  source: 'DfE SSDA903, derived field (PL_LOCATION)',
  include: {
    'lives outside the area': test([placementLocation], (member) => {
      const location = placementLocation(member)
      return location === undefined ? undefined : location === 'OUT'
    }),
  },
})

const lastHeld = factOfDay([HealthAssessment], ({ history }) =>
  history.latest(HealthAssessment, ({ attendance }) => attendance === 'done'),
)

/** What is overdue longest, or due soonest, first. */
const gravity = factOfDay([openAssessment], (member) => {
  const due = openAssessment(member)?.due ?? null
  return due === null ? undefined : member.asAt - due
})

const everybody = test([placementLocation], () => true)

/** The first until it has been held, reviews from then on. */
const kindDue = factOfDay([openAssessment], (member) => {
  const open = openAssessment(member)
  return open === undefined ? undefined : open.number === 1 ? 'Initial' : 'Review'
})

/** What the health team where they live, and ours, need to know of children placed elsewhere: handed over in the layout that was agreed. */
export const placedElsewhereList: WorkList = workList({
  key: 'health-of-children-placed-elsewhere',
  label: 'Health assessments of children who live outside the area',
  source: 'Dorset Council, Corporate Parenting report 2023; NHS, who pays? (responsible commissioner)',
  population: placedElsewhere,
  test: needTest('lives outside the area', everybody, {
    standing: 'watched',
    since: factOfDay([currentPlacement], (member) => currentPlacement(member)?.startedOn),
    gravity,
  }),
  columns: {
    kind: column('Assessment', [kindDue], kindDue, { order: ['Initial', 'Review'] }),
    sentOn: column('Asked for', [openRequest], (member) => openRequest(member)?.sentOn, { written: 'date' }),
    due: column('Due', [openAssessment], (member) => openAssessment(member)?.due, { written: 'date' }),
    state: column(
      'How it stands',
      [openAssessment],
      (member) => (openAssessment(member)?.state === 'overdue' ? 'Overdue' : 'Not overdue'),
      { order: ['Overdue', 'Not overdue'], onDashboard: true },
    ),
    heldOn: column('Last held', [lastHeld], (member) => lastHeld(member)?.assessedOn, { written: 'date' }),
    provider: column('Health team', [openRequest], (member) => openRequest(member)?.provider, { written: 'words' }),
    whyLate: column(
      'Why it is late',
      [openRequest],
      (member) => {
        const reason = openRequest(member)?.delayReason ?? undefined
        return reason === undefined ? undefined : labelOf(WhyAssessmentLate, reason)
      },
      { written: 'words' },
    ),
    authority: column('Lives in (ONS code)', [currentEpisode], (member) => currentEpisode(member)?.placementAuthority, {
      written: 'words',
    }),
    nhsNumber: column(
      'NHS number',
      [PersonIdentifier],
      ({ history }: Member) => history.latest(PersonIdentifier, ({ kind }) => kind === 'nhs-number')?.identifier,
      { written: 'words' },
    ),
  },
  layout: placedElsewhereLayout,
})
