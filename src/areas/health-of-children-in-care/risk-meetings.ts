import { codeList } from '../../core/definitions/code-list.ts'
import { code, codes, date, paragraphs, plannedDate, text } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const papers = 'Dorset Council, Corporate Parenting Board papers 2023'

/** An authority’s own names: Dorset’s are the example. */
export const RiskMeetingKind = codeList('risk-meeting-kind', {
  label: 'Which meeting',
  source: `HM Government, Working Together to Safeguard Children; ${papers}`,
  codes: {
    strategy: 'Strategy discussion',
    mace: 'Multi-agency child exploitation meeting (MACE)',
    etac: 'Exploitation team around the child (ETAC)',
    other: 'Another meeting about a risk',
  },
})

export const RiskColour = codeList('risk-colour', {
  label: 'How great the risk is',
  source: papers,
  codes: { red: 'Red', amber: 'Amber', green: 'Green' },
})

const Agency = codeList('agency-at-meeting', {
  label: 'Who is asked to a meeting',
  source:
    'HM Government, Working Together to Safeguard Children: health and the police belong to a strategy discussion',
  codes: {
    health: 'Health',
    police: 'Police',
    education: 'School or college',
    'youth-justice': 'Youth justice',
    home: 'Foster carer or children’s home',
    advocate: 'Advocate of the child',
    other: 'Somebody else',
  },
})

/**
 * A meeting about a risk to a child, called, held, and who took part. That it belongs to an enquiry is for the service of child protection; here it is asked who was
 * there.
 */
export const RiskMeeting = recordType('risk-meeting', {
  label: 'Meeting about a child at risk',
  plural: 'meetings about children at risk',
  icon: 'decision',
  source: `Children Act 1989, section 47; HM Government, Working Together to Safeguard Children; ${papers}`,
  subjects: { child: { kind: 'person', label: 'Child' } },
  dated: 'calledOn',
  ends: 'heldOn',
  headline: 'kind',
  identity: ['child', 'kind', 'calledOn'],
  fields: {
    kind: code('Which meeting', RiskMeetingKind, { required: true }),
    calledOn: date('Called on', { required: true }),
    risk: code('How great the risk is', RiskColour),
    plannedOn: plannedDate('To be held on'),
    asked: codes('Who was asked to come', Agency),
    heldOn: date('Held on'),
    came: codes('Who came', Agency, { trueFrom: 'heldOn', hint: 'Or took part by phone or video.' }),
    healthWho: text('Who came for health', { trueFrom: 'heldOn' }),
    childSays: paragraphs('What the child says, or would say'),
    agreed: paragraphs('What was agreed, and who does it', { trueFrom: 'heldOn' }),
    calledOffOn: date('Called off on'),
  },
})
