import {
  attribute,
  factOfDay,
  narrow,
  population,
  subjectsWithBegun,
  subjectsWithOpen,
  test,
} from '../../core/counting/define.ts'
import { whoseHousehold } from '../organisation/whose-work.ts'
import { FosteringApplication, FosteringPanel } from './applications.ts'
import { FosteringKind } from './codes.ts'
import { approvals, KINDS } from './populations.ts'

const regulations = 'Fostering Services (England) Regulations 2011'

/** Households that asked about fostering, and whom nobody has answered for good yet. */
export const openApplications = population({
  key: 'fostering-applications-open',
  label: 'Households that want to foster',
  source: `${regulations}, regulation 26`,
  each: subjectsWithOpen(FosteringApplication, 'household'),
  by: whoseHousehold,
})

/** Households about which a panel ever met: what it recommended may wait for a decision. */
export const householdsAtPanel = population({
  key: 'fostering-households-at-panel',
  label: 'Households about which the fostering panel met',
  source: `${regulations}, regulations 25 and 27`,
  each: subjectsWithBegun(FosteringPanel, 'household'),
  by: whoseHousehold,
})

const openApplication = factOfDay([FosteringApplication], ({ history }) =>
  history.open(FosteringApplication, ({ household }) => household === history.subject).at(-1),
)

/** Assessment begun, and nothing decided: an approval since then is a decision, whether or not the application was closed. */
const inAssessment = test([openApplication, approvals], (member) => {
  const began = openApplication(member)?.assessmentBegunOn ?? null
  if (began === null) return false
  return !approvals(member).some(
    ({ approvedOn, kind }) => approvedOn >= began && approvedOn <= member.asAt && kind !== 'temporary',
  )
})

const applicantsInAssessment = population({
  key: 'fostering-applicants-in-assessment',
  label: 'Households whose assessment as foster carers goes on',
  source: `${regulations}, regulation 26`,
  each: subjectsWithOpen(FosteringApplication, 'household'),
  include: { 'assessment begun and not decided': inAssessment },
  by: {
    ...whoseHousehold,
    kind: attribute('Kind', [openApplication], (member) => openApplication(member)?.kind, { codes: FosteringKind }),
  },
})

const isMainstream = (kind: string): boolean => KINDS.mainstream.some((one) => one === kind)

export const mainstreamApplicants = narrow(applicantsInAssessment, {
  key: 'mainstream-applicants-in-assessment',
  label: 'Households whose assessment as mainstream carers goes on',
  source: `${regulations}, regulation 26`,
  include: {
    'to become mainstream carers': test([openApplication], (member) => {
      const kind = openApplication(member)?.kind ?? null
      return kind === null ? undefined : isMainstream(kind)
    }),
  },
})
