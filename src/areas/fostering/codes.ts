import { codeList } from '../../core/definitions/code-list.ts'

export const FosteringKind = codeList('fostering-kind', {
  label: 'Kind of fostering household',
  source:
    'Fostering Services (England) Regulations 2011; Care Planning, Placement and Case Review (England) Regulations 2010, regulations 24 and 25A; Ofsted, fostering in England: data return (family and friends, short breaks)',
  codes: {
    mainstream: 'Mainstream: any child',
    'short-breaks': 'Short breaks only',
    connected: 'Connected person: a child they know',
    temporary: 'Connected person, approved for the time being (regulation 24)',
    'foster-to-adopt': 'Adopters approved to foster a child they may adopt (regulation 25A)',
    other: 'Another kind, for example a remand scheme',
  },
})

export const FosteringOffer = codeList('fostering-offer', {
  label: 'What a fostering household offers',
  source: 'Ofsted, fostering in England: data return (types of care offered)',
  codes: {
    emergency: 'In an emergency',
    'short-term': 'For a while',
    'long-term': 'Until grown up',
    'parent-and-child': 'A parent and their baby',
    siblings: 'Brothers and sisters together',
    unaccompanied: 'Unaccompanied children',
    remand: 'On remand',
    'short-breaks': 'Short breaks',
    respite: 'In place of other carers who rest',
  },
})

export const ApprovalEnded = codeList('fostering-approval-ended', {
  label: 'Why an approval to foster ended',
  source:
    'Fostering Services (England) Regulations 2011, regulation 28; Care Planning, Placement and Case Review (England) Regulations 2010, regulations 24 to 25A; Ofsted, fostering in England: data return',
  codes: {
    resigned: 'They resigned',
    terminated: 'We ended it',
    transferred: 'They went to another agency or authority',
    'special-guardians': 'They became the child’s special guardians',
    'child-left': 'The child whom it was for left them',
    adopted: 'They went on to adopt the child',
    'fully-approved': 'Full approval took its place',
    'other-kind': 'Approval of another kind took its place',
    'ran-out': 'It ran out',
    died: 'A carer died',
    other: 'Another reason',
  },
})

export const ExtensionReason = codeList('temporary-approval-extension', {
  label: 'Why a temporary approval was extended',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 25(2)',
  codes: {
    assessment: 'The assessment will not be ready in time: 8 weeks more',
    review: 'They asked for a review of a refusal: until its outcome is known',
  },
})

export const HeardThrough = codeList('fostering-heard-through', {
  label: 'How they heard about fostering here',
  source: 'Local',
  codes: {
    carer: 'Another foster carer',
    'social-media': 'Social media or the web',
    event: 'An event',
    press: 'Press, radio or poster',
    'child-known': 'A child whom they know',
    agency: 'They foster for an agency',
    other: 'Another way',
  },
})

export const ApplicationOutcome = codeList('fostering-application-outcome', {
  label: 'What came of an application to foster',
  source: 'Fostering Services (England) Regulations 2011, regulations 26 and 27',
  codes: {
    approved: 'Approved',
    'not-approved': 'Not approved',
    unsuitable: 'Not suitable after Stage 1',
    withdrew: 'They withdrew',
    closed: 'We closed it',
  },
})

export const PanelSubject = codeList('fostering-panel-subject', {
  label: 'What the fostering panel was asked',
  source: 'Fostering Services (England) Regulations 2011, regulations 25 and 28',
  codes: {
    approval: 'Whether to approve them',
    'first-review': 'The first annual review',
    review: 'A later annual review',
    terms: 'Other terms or another kind of approval',
    concern: 'Whether they remain suitable, after a concern',
    extension: 'Its views on extending a temporary approval',
  },
})

export const PanelView = codeList('fostering-panel-view', {
  label: 'What the fostering panel recommends',
  source: 'Fostering Services (England) Regulations 2011, regulations 25, 27 and 28',
  codes: {
    yes: 'Approve, or go on',
    changed: 'With other terms',
    no: 'Do not approve, or end the approval',
    deferred: 'Came to no view yet',
  },
})

export const FosteringDecision = codeList('fostering-decision', {
  label: 'What the decision-maker decided',
  source: 'Fostering Services (England) Regulations 2011, regulations 27 and 28',
  codes: {
    yes: 'Approved, or goes on',
    changed: 'With other terms',
    'qualifying-determination': 'Proposes not to approve, to end it or to change its terms (qualifying determination)',
    no: 'Not approved, or ended',
  },
})

export const SupervisingVisitKind = codeList('supervising-visit-kind', {
  label: 'How the carers were seen',
  source: 'Fostering Services: National Minimum Standards 2011, standard 21',
  codes: {
    arranged: 'At home, arranged',
    unannounced: 'At home, unannounced',
    elsewhere: 'Somewhere else',
    call: 'Phone or video call',
  },
})

export const CarerReviewOutcome = codeList('foster-carer-review-outcome', {
  label: 'Outcome of the review',
  source: 'Fostering Services (England) Regulations 2011, regulation 28(3) to (5)',
  codes: {
    suitable: 'Suitable, terms stay',
    terms: 'Suitable, terms should change',
    'not-suitable': 'No longer suitable',
  },
})

export const CarerPart = codeList('foster-carer-part', {
  label: 'Part in the household',
  source: 'Local',
  codes: { first: 'First carer', second: 'Second carer', support: 'Supports the carers' },
})

export const TrainingKind = codeList('carer-training-kind', {
  label: 'Kind of training',
  source: 'Fostering Services: National Minimum Standards 2011, standard 20',
  codes: {
    standards: 'Training, support and development standards for foster care, completed',
    course: 'Course',
  },
})

export const StandingWithCarers = codeList('standing-with-carers', {
  label: 'On what footing the child or young person is there',
  source: 'Children Act 1989, sections 20, 22C and 23CZA',
  codes: {
    'in-care': 'In this authority’s care',
    'other-authority': 'In another authority’s care',
    'short-breaks': 'For short breaks only',
    'staying-put': 'Staying put after care',
  },
})
