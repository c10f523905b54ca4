import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, paragraphs, text, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const LifeStoryKind = codeList('life-story-kind', {
  label: 'What was done',
  source:
    'Department for Education, the Children Act 1989 guidance and regulations, volume 2; Adoption Agencies Regulations 2005 and statutory guidance (life story book, later life letter)',
  codes: {
    session: 'Time spent on the child’s story',
    book: 'Life story book given',
    'later-life-letter': 'Later life letter given',
    'memory-box': 'Memory box, photographs, things that are theirs',
  },
})

/** That work on a child's own story was done, with whom. What it says belongs to the child, and is kept as a document if they wish. */
export const LifeStoryWork = recordType('life-story-work', {
  label: 'Life story work',
  plural: 'pieces of life story work',
  icon: 'star',
  source:
    'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 5; Adoption and Children Act 2002, statutory guidance',
  subjects: {
    child: { kind: 'person', label: 'Child' },
    worker: { kind: 'worker', label: 'Who did it', optional: true },
  },
  dated: 'doneOn',
  headline: 'kind',
  sorts: { by: 'kind', icons: { 'later-life-letter': 'note', book: 'star' } },
  identity: ['child', 'doneOn', 'kind'],
  fields: {
    doneOn: date('When', { required: true, hint: 'For a book or letter, the day on which it was given.' }),
    kind: code('What was done', LifeStoryKind, { required: true }),
    childsWords: paragraphs('What the child said or showed'),
    withWhom: text('With whom', { hint: 'Besides the child: carers, Nan, a former foster carer.' }),
    carersHaveIt: yesNo('Do their carers have a copy, or know where it is?'),
  },
})
