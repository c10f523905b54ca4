import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, paragraphs, text } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

export const ReasonForOutreach = codeList('edge-of-care-reason', {
  label: 'Why outreach was asked for',
  source: 'Children Act 1989, sections 17 and 22C and Schedule 2, paragraph 7 (to reduce the need for care)',
  codes: {
    breakdown: 'The family says that it cannot go on',
    safety: 'The child is not safe at home',
    exploitation: 'Exploitation or harm outside the home',
    behaviour: 'Violence or distress at home',
    missing: 'Going missing',
    return: 'Coming home from care',
    placement: 'To keep a placement from breaking down',
    other: 'Another reason',
  },
})

const EndOfOutreach = codeList('edge-of-care-end', {
  label: 'How the work ended',
  source: 'Local',
  codes: {
    done: 'What was agreed is done',
    'not-taken-up': 'The family did not take it up',
    stopped: 'The family stopped it',
    'came-into-care': 'The child came into care',
    moved: 'The family moved away',
    other: 'Another way',
  },
})

/**
 * Work with a child and their family so that the child need not come into care, or can come home. Whether the child stayed at home is read from the
 * episodes of care, not asked again.
 */
export const EdgeOfCareWork = recordType('edge-of-care-work', {
  label: 'Edge of care work',
  plural: 'pieces of edge of care work',
  icon: 'plan',
  source: 'Children Act 1989, section 17 and Schedule 2, paragraph 7; local',
  subjects: {
    child: { kind: 'person', label: 'Child' },
    worker: { kind: 'worker', label: 'Outreach worker', optional: true },
  },
  dated: 'referredOn',
  ends: 'endedOn',
  headline: 'reason',
  identity: ['child', 'referredOn'],
  fields: {
    referredOn: date('Asked for on', { required: true }),
    reason: code('Why', ReasonForOutreach),
    startedOn: date('First seen by outreach on'),
    hopes: paragraphs('What the child and the family hope for, in their words'),
    endedOn: date('Ended on', { hint: 'The first day on which the work was over.' }),
    howEnded: code('How it ended', EndOfOutreach, { trueFrom: 'endedOn' }),
    learned: text('What helped', { trueFrom: 'endedOn' }),
  },
})
