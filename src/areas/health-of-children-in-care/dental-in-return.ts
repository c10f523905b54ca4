import { test } from '../../core/counting/define.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { OutcomesOfYear } from '../children-in-care/outcomes-of-year.ts'
import { inCareTwelveMonths } from '../children-in-care/populations.ts'

/** What the last yearly return up to the day says; nothing is said of a child of whom there is none. */
const checkedInReturn = test([OutcomesOfYear], ({ history }) => {
  const said = history.latest(OutcomesOfYear)?.teethChecked
  return said === undefined || said === null || said === 'not known' ? undefined : said === 'yes'
})

/** The yearly yes or no, which is what health looks at; beside the dated checks it is another figure, and never the same one. */
export const dentalInReturn: Indicator = indicator({
  key: 'dental-check-in-last-return',
  label: 'Dental check in the year of the last return',
  unit: 'per cent',
  goodIs: 'high',
  covers: 'at the end',
  status: 'national',
  who: 'Children in care on the last day of the period who have been in care without a break for 12 months or more. Short breaks are left out.',
  countedIf: 'The last yearly return up to that day says that a dentist checked their teeth in its year.',
  notKnown: 'Of whom no return says it counts as no check, and the child stays in the total.',
  source:
    'Department for Education, children looked after data collection (SSDA903), outcomes: teeth check (TEETH_CHECK)',
  notes: [
    'The return says yes or no of a year to 31 March, and no day. Between two returns it is as old as the last.',
    'A check after 31 March counts here only from the next return on; one early in the return’s year counts here after it has left the last 12 months.',
    'It is the measure that the health team’s yearly figure goes by. Dated checks in the last 12 months are a figure of their own.',
  ],
  counts: {
    population: inCareTwelveMonths,
    counted: { 'teeth checked, as the last return says': checkedInReturn },
    whenNotKnown: 'stays',
  },
})
