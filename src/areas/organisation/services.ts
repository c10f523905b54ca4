import { codeList } from '../../core/definitions/code-list.ts'

export const Service = codeList('service', {
  label: 'Service',
  source: 'Local; services named in Working Together to Safeguard Children 2023 and the Children Act 1989',
  codes: {
    'front-door': 'Front door',
    'family-help': 'Family help',
    'child-protection': 'Child protection',
    'children-in-care': 'Children in care',
    'care-leavers': 'Care leavers',
    'disabled-children': 'Disabled children',
    fostering: 'Fostering',
    adoption: 'Adoption and permanence',
    'virtual-school': 'Virtual school',
    send: 'Special educational needs and disabilities',
    inclusion: 'School attendance and inclusion',
    'youth-justice': 'Youth justice',
    reviewing: 'Reviewing and conferences',
    'designated-officer': 'Allegations against people who work with children',
    'family-time': 'Family time',
    commissioning: 'Commissioning',
    'quality-and-complaints': 'Quality, complaints and participation',
    management: 'Service management',
    other: 'Other',
  },
})

export const AllocationRole = codeList('allocation-role', {
  label: 'Role',
  source: 'Local; Standard Safeguarding Dataset, worker role (INVO007A)',
  codes: {
    'social-worker': 'Social worker',
    'family-worker': 'Family worker',
    'personal-adviser': 'Personal adviser',
    'co-worker': 'Second worker',
    'reviewing-officer': 'Reviewing officer',
    'conference-chair': 'Chair of child protection conferences',
    'family-time-worker': 'Family time worker',
    'virtual-school': 'Virtual school',
    'supervising-social-worker': 'Supervising social worker of carers',
    'adoption-worker': 'Adoption worker',
    'send-caseworker': 'SEND caseworker',
    'inclusion-worker': 'Attendance or inclusion worker',
    'youth-justice-worker': 'Youth justice worker',
    'designated-officer': 'Designated officer',
    'duty-worker': 'Duty worker',
    'family-member': 'Belongs to the family of a child of the team',
    other: 'Other',
  },
})

export const ReasonForChange = codeList('reason-for-change-of-worker', {
  label: 'Reason for the change',
  source: 'DfE SSDA903, social worker episodes, SW_REASON',
  codes: {
    FCONTA: 'First contact, or a new referral',
    MANAGE: 'To even out caseloads',
    LEFTRL: 'The worker before left the role',
    ORGRST: 'Reorganisation',
    TSPROC: 'Usual transfer to another team',
    ABSENC: 'Cover for an absence, or return from one',
    CHCHAN: 'The child asked for a change',
    PCCHAN: 'A parent or carer asked for a change',
    SWDIED: 'The worker before died',
    OTHERS: 'Another reason',
  },
})
