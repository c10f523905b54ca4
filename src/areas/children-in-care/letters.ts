import { letter } from '../../core/definitions/letter.ts'

export const whoDecidesWhat = letter('who-decides-what', {
  label: 'To carers: who decides what',
  purpose: 'The carer’s copy of what is delegated to them: each matter, who decides, on what conditions.',
  source:
    'Care Planning, Placement and Case Review (England) Regulations 2010, schedule 2, paragraph 3; Department for Education, delegation of authority, 2013',
  title: 'Who decides what for {first-name}',
  text: `Dear {to}

This is what we have agreed about everyday decisions for {first-name} while {first-name} lives with you. Please keep it where you find it when somebody asks.

{decisions}

If something comes up that is not on this list, or you are not sure, ring us on {phone} before you say yes or no. If a decision cannot wait and you cannot reach us, do what a good parent would do, and tell us as soon as you can.

We look at this list again at each review. {first-name} can ask for a change, and so can you.

Yours sincerely

{worker}
{job}, {team}`,
})
