import { report } from '../../core/definitions/report.ts'
import { corporateParentingDataset } from './dataset.ts'

const { key: dataset, sections, source } = corporateParentingDataset

/** What a board asks after first: how many, how far from home, how well, how settled, how ready. */
const FIRST = [
  'cic-number-month-end',
  'cic-rate-month-end',
  'uasc-number-month-end',
  'cic-over-20-miles-from-home-excl-uasc',
  'iha-within-20-days',
  'sdq-completed-4-16',
  'cic-long-term-placement-stability-under-16',
  'cic-3-plus-placements-12-months',
  'cic-average-attendance-academic-ytd',
  'pep-termly-on-time',
  'children-adopted-last-12-months',
  'care-leavers-in-touch-19-21',
  'care-leavers-suitable-accommodation-19-21',
  'care-leavers-bed-and-breakfast-17-25',
  'care-leavers-pathway-plan-up-to-date-17-25',
  'care-leavers-eet-19-21',
]

/** What the Corporate Parenting Board reads of a month: what it comes to, each section in figures and words, and everything over six months. */
export const corporateParentingReport = report('corporate-parenting', {
  label: 'Corporate Parenting report',
  dataset,
  source,
  chapters: [
    {
      key: 'introduction',
      label: 'Introduction',
      pieces: [
        {
          show: 'text',
          text: 'When a child comes into care, the council becomes their parent: every councillor and everybody who works for it. This report asks of {month} what any parent would ask. Are our children safe? Are they settled, well, and learning? Do they know where they will grow up? And are those who have left us ready for a life of their own?',
        },
        {
          show: 'text',
          text: 'The figures are of {month} and the five months before it, as they were known on {known-on}.',
        },
        {
          show: 'text',
          of: 'words',
          text: 'The managers who answer for each part of the service say in their own words what is going well, what worries them and what they are doing about it. What they promised stands together after the summary, with what is late first.',
        },
      ],
    },
    {
      key: 'reading',
      label: 'How to read it',
      pieces: [
        {
          show: 'text',
          text: 'Read the summary first. It tells what misses its target, the worst first, then what got worse, what got better and what is going well.',
        },
        { show: 'text', of: 'words', text: 'Each section after it has its words before its figures.' },
        {
          show: 'list',
          items: [
            'Against target: green meets the target. Amber misses it by no more than was set, and red by more. “Worse than target” misses it where nobody has set how far is too far: where low is good, such a figure is too high, and where high is good, too low. A figure without a target is not rated.',
            'Since the month before: the arrow is the way in which the number went, and the word says whether that is good. It compares two months only, and two months are not a trend. A figure of the school year begins again from nought in September.',
            'The trend runs from {first-month} to {month}. A gap is a month without a figure.',
            'A “p” after a figure means provisional: the month was frozen before everybody’s answer could be known, so it may still change. Such a figure is not judged: what is said of it is of the last month that is final, and names that month.',
            'A share of a few children moves far when one child’s circumstances change. The first appendix says on how many children each share stands.',
            'Not known is an answer, and is not hidden: where it is not known of somebody whether they count, the notes below a table say of how many.',
            'Some rows leave unaccompanied children out. Many of them arrive as older teenagers, through a national scheme, and what is true of them would hide what is true of the others.',
            'What was recorded after {known-on} is not in this report, and never changes it. Where it would make a figure another, a later report says so.',
          ],
        },
      ],
    },
    {
      key: 'summary',
      label: 'Summary',
      pieces: [
        { show: 'findings' },
        { show: 'figures', caption: 'What we ask after first', indicators: FIRST },
        { show: 'sections at a glance' },
      ],
    },
    { key: 'promised', label: 'What was promised', pieces: [{ show: 'promised' }] },
    ...sections.map(({ key, label }) => ({
      key,
      label,
      pieces: [{ show: 'section', section: key } as const],
    })),
    { key: 'restated', label: 'What has changed in earlier reports', pieces: [{ show: 'restated' }] },
    {
      key: 'six-months',
      label: 'Appendix A: six months of everything',
      pieces: [
        {
          show: 'text',
          text: 'Every figure from {first-month} to {month}, as known on {known-on}. The last column has the numbers behind a share: how many, of how many.',
        },
        { show: 'every month' },
      ],
    },
    {
      key: 'rules',
      label: 'Appendix B: how each figure is counted',
      pieces: [
        {
          show: 'text',
          text: 'The words by which the figures were counted when the month was frozen. Of a row that leaves some children out, only what differs is said. Where a rule is still to be confirmed, the question stands below the table.',
        },
        { show: 'every rule' },
      ],
    },
  ],
})
