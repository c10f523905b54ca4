import { report } from '../../core/definitions/report.ts'
import { partnershipDataset } from './dataset.ts'

const { key: dataset, sections, source } = partnershipDataset

/** What the partners read each quarter of their plan: the measures it names and those that they added, by priority. */
export const quarterlyReport = report('partnership-quarter', {
  label: 'Quarterly report on the plan',
  dataset,
  source,
  over: 'quarter',
  chapters: [
    {
      key: 'introduction',
      label: 'Introduction',
      pieces: [
        {
          show: 'text',
          text: 'This report holds {quarter} against the priorities that the partners of {council} have agreed for children, young people and families. Each priority has the national measures of the plan, which can be held against other places, and beside them the local ones that partners added.',
        },
        {
          show: 'list',
          items: [
            'Every figure is as it was known on {known-on}. What was recorded or sent later is not in this report and never changes it.',
            'The first column of figures is the end of the quarter before; the others are the three months of this one. A measure of a quarter stands under the month with which the quarter ends, one of a year under the last month of the year.',
            '“Since” compares the end of this quarter with the end of the one before. The arrow is the way the number went, and the word says whether that is good.',
            'Where an agency had sent nothing, the table says so below.',
          ],
        },
        {
          show: 'text',
          of: 'words',
          text: 'Those who answer for each priority say in their own words what is going well, what worries them and what they are doing about it. What they promised stands together after the summary, with what is late first.',
        },
      ],
    },
    { key: 'summary', label: 'Summary', pieces: [{ show: 'quarter findings' }] },
    { key: 'promised', label: 'What was promised', pieces: [{ show: 'promised' }] },
    ...sections.map(({ key, label }) => ({
      key,
      label,
      pieces: [{ show: 'quarter', section: key } as const],
    })),
    { key: 'restated', label: 'What has changed in earlier reports', pieces: [{ show: 'restated' }] },
    {
      key: 'rules',
      label: 'Appendix: how each measure is counted',
      pieces: [
        {
          show: 'text',
          text: 'The words by which the measures were counted when the quarter was closed. Of what an agency sends, only the figure is held here: it counts it by these words, from its own records.',
        },
        { show: 'every rule' },
      ],
    },
  ],
})
