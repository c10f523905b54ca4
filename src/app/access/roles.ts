import type { Action, Role } from '../../core/access/decide.ts'
import type { Sensitivity } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'

const everyday: readonly Sensitivity[] = ['ordinary', 'confidential', 'health']
const inFull: readonly Sensitivity[] = ['ordinary', 'confidential', 'health', 'criminal']
const write: readonly Action[] = ['find', 'read', 'record', 'correct', 'export']

/** What partners are: none of the roles, for nothing that a role opens is open to them. */
export const PARTNER = 'partner'

/** The roles that accounts are given, and what each may do. An authority's own; these ship as the example. */
export const roles: readonly Role[] = [
  {
    key: 'social-worker',
    label: 'Social worker',
    grants: [
      { actions: ['find'], scope: 'authority', sensitivities: ['ordinary'] },
      { actions: write, scope: 'own', sensitivities: inFull },
      { actions: ['read', 'record'], scope: 'team', sensitivities: everyday },
    ],
  },
  {
    key: 'team-manager',
    label: 'Team manager',
    month: ['comment'],
    grants: [
      { actions: ['find'], scope: 'authority', sensitivities: ['ordinary'] },
      {
        actions: [...write, 'sign off', 'see who looked', 'merge', 'allocate', 'restrict', 'move', 'review openings'],
        scope: 'team',
        sensitivities: inFull,
      },
    ],
  },
  {
    key: 'reviewing-officer',
    label: 'Reviewing officer',
    month: ['comment'],
    grants: [
      { actions: ['find'], scope: 'authority', sensitivities: ['ordinary'] },
      { actions: ['find', 'read', 'record'], scope: 'own', sensitivities: inFull },
    ],
  },
  {
    key: 'designated-officer',
    label: 'Designated officer',
    grants: [
      { actions: ['find', 'read'], scope: 'authority', sensitivities: ['ordinary'] },
      { actions: [...write, 'see who looked'], scope: 'authority', sensitivities: ['allegation'] },
    ],
  },
  {
    key: 'designated-nurse',
    label: 'Designated nurse for children in care',
    reconciles: true,
    signsFor: ['health-provider'],
    grants: [
      { actions: ['find'], scope: 'authority', sensitivities: ['ordinary'] },
      { actions: ['read', 'export'], scope: 'authority', sensitivities: ['ordinary', 'health'] },
    ],
  },
  {
    key: 'performance-analyst',
    label: 'Performance analyst',
    exchanges: true,
    month: ['comment', 'see quality', 'freeze', 'publish'],
    grants: [{ actions: ['find', 'read', 'export'], scope: 'authority', sensitivities: ['ordinary'] }],
  },
  {
    key: 'director',
    label: 'Director of children’s services',
    month: ['comment', 'sign off', 'publish'],
    grants: [{ actions: ['find', 'read', 'see who looked'], scope: 'authority', sensitivities: everyday }],
  },
  {
    key: 'operator',
    label: 'Operator of the installation',
    administers: true,
    exchanges: true,
    reconciles: true,
    // Freezing keeps what others signed off. To whom it is published is for the service to decide, not for who runs the machine.
    month: ['freeze'],
    grants: [
      {
        actions: [
          'find',
          'read',
          'record',
          'correct',
          'export',
          'merge',
          'allocate',
          'see who looked',
          'move',
          'remove',
        ],
        scope: 'authority',
        sensitivities: inFull,
      },
    ],
  },
  {
    key: 'records-officer',
    label: 'Records and information governance officer',
    grants: [
      {
        actions: ['find', 'read', 'export', 'merge', 'see who looked', 'move', 'remove', 'review openings'],
        scope: 'authority',
        sensitivities: inFull,
      },
    ],
  },
  {
    key: 'adoption-worker',
    label: 'Adoption worker',
    month: ['comment'],
    grants: [
      { actions: ['find'], scope: 'authority', sensitivities: ['ordinary'] },
      { actions: write, scope: 'service', sensitivities: [...inFull, 'adoption'] },
      // A sealed identity is found although nobody of the service works with it any more; to open it they break the glass.
      {
        actions: ['find', 'read', 'record', 'remove', 'review openings'],
        scope: 'authority',
        sensitivities: ['adoption'],
      },
    ],
  },
]

/** Whether any role of an account ever does something, about whomever: for offering it. Whether it may be done is decided when it is. */
export const everMay = (account: Pick<Account, 'roles'>, action: Action): boolean =>
  roles.some(({ key, grants }) => account.roles.includes(key) && grants.some(({ actions }) => actions.includes(action)))
