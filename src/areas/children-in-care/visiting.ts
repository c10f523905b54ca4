import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, number } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const regulations = 'Care Planning, Placement and Case Review (England) Regulations 2010'

const VisitingArrangement = codeList('visiting-arrangement', {
  label: 'What decides how often',
  source: `${regulations}, regulation 28 (as amended in 2015)`,
  codes: {
    'temporary-carer': 'Connected person approved for the time being (regulation 24)',
    'parent-unassessed': 'With a parent, before the assessment is complete (regulation 19)',
    others: 'Others are responsible for where the child lives: school, hospital (regulation 28(6))',
    'long-term-agreed': 'Long-term foster home, and the child agrees to fewer visits (regulation 22B)',
    adoption: 'Placed for adoption, as the review decided (Adoption Agencies Regulations 2005, regulation 36(4))',
  },
})

/** What no code of a placement says and visits depend on. A care order at home follows from the episodes and is not written again. */
export const VisitingRule = recordType('visiting-rule', {
  label: 'How often to visit',
  plural: 'arrangements of visits',
  icon: 'visit',
  source: `${regulations}, regulations 19, 22B, 24 and 28; Adoption Agencies Regulations 2005, regulation 36(4)`,
  subjects: { child: { kind: 'person', label: 'Child' } },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['child', 'arrangement', 'startedOn'],
  fields: {
    arrangement: code('What decides how often', VisitingArrangement, { required: true }),
    everyWeeks: number('Weeks between visits', {
      least: 1,
      most: 26,
      hint: 'Of a child placed for adoption: the most that the review allows.',
    }),
    startedOn: date('Since', { required: true }),
    endedOn: date('Until', { hint: 'The first day on which it no longer held: approved in full, assessed, moved.' }),
  },
})
