import { codeList } from '../../core/definitions/code-list.ts'
import { codes, date, text } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const ActsIn = codeList('adoption-agency-acts-in', {
  label: 'What the agency does for us',
  source: 'Adoption and Children Act 2002, section 3ZA',
  codes: {
    adopters: 'Recruits, assesses and approves adopters',
    families: 'Looks for families',
    support: 'Adoption support',
    letterbox: 'Letterbox',
  },
})

/** For how long a regional adoption agency acts for the authority, and in what. What it records is recorded for us, and says that the agency did it. */
export const AdoptionAgencyActing = recordType('adoption-agency-acting', {
  label: 'Adoption agency acting for us',
  plural: 'adoption agencies acting for us',
  icon: 'family',
  source: 'Adoption and Children Act 2002, section 3ZA (inserted by the Education and Adoption Act 2016)',
  subjects: { agency: { kind: 'agency', label: 'Agency' } },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'does',
  identity: ['agency', 'startedOn'],
  fields: {
    startedOn: date('Since', { required: true }),
    does: codes('What it does', ActsIn, { required: true }),
    decisionMaker: text('Who decides', { hint: 'Whose decision-maker decides about adopters, and about children.' }),
    endedOn: date('Until', { hint: 'The first day on which it no longer acted for us.' }),
  },
})
