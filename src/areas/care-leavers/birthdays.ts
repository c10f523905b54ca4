import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { aroundBirthdays } from './birthday-tests.ts'

const source =
  'Department for Education, children looked after in England: methodology; DfE SSDA903, care leavers: guide'
const question =
  'How many months around the birthday count? We take three before to one after, which we know by heart and have not found written.'

const notes = [
  'Whoever was still in care on the day before the birthday has no record of it and is left out.',
  'Where the return of that birthday is on record it decides; until then our own contacts, homes and activities of those months do.',
  'With the month of March it is the figure of the national statistics for the year.',
]

type Ages = { readonly key: string; readonly ages: readonly number[]; readonly words: string; readonly label: string }

function ofAges({ key, ages, words, label }: Ages): readonly Indicator[] {
  const asked = aroundBirthdays(key, ages, words)
  const who = `Care leavers who turned ${words} in the 12 months up to the last day of the period: relevant or former relevant on that birthday, and no longer in care on the day before it. Those who had died, or had been home with parents for six months or more, are left out.`
  const common = { covers: 'rolling 12 months', unit: 'per cent', source, status: 'to be confirmed', question } as const
  return [
    indicator({
      ...common,
      key: `care-leavers-birthday-in-touch-${key}`,
      label: `In touch around the birthday, ${label}`,
      goodIs: 'high',
      who,
      countedIf: 'The authority was in touch with them between three months before the birthday and one month after.',
      notKnown: 'No record counts as not in touch, and the young person stays in the total.',
      notes,
      counts: {
        population: asked.all,
        counted: { 'in touch around the birthday': asked.inTouch },
        whenNotKnown: 'stays',
      },
    }),
    indicator({
      ...common,
      key: `care-leavers-birthday-suitable-accommodation-${key}`,
      label: `Suitable accommodation around the birthday, ${label}`,
      goodIs: 'high',
      who: `${who} So are those who had gone abroad, been deported, or whose residence was not known.`,
      countedIf: 'The place where they lived around the birthday was judged suitable for them.',
      notKnown: 'Without information, because contact was lost, a young person stays in the total and is not counted.',
      notes,
      counts: {
        population: asked.here,
        counted: { 'lived somewhere that suited them': asked.suitable },
        whenNotKnown: 'stays',
      },
    }),
    indicator({
      ...common,
      key: `care-leavers-birthday-eet-${key}`,
      label: `In education, work or training around the birthday, ${label}`,
      goodIs: 'high',
      who,
      countedIf: 'Their main activity was education, an apprenticeship, training or work, full or part time.',
      notKnown: 'An activity that is not known counts as none, and the young person stays in the total.',
      notes,
      counts: {
        population: asked.all,
        counted: { 'in education, work or training': asked.inEducationOrWork },
        whenNotKnown: 'stays',
      },
    }),
    indicator({
      ...common,
      key: `care-leavers-birthday-neet-${key}`,
      label: `In none of them around the birthday, ${label}`,
      goodIs: 'low',
      who,
      countedIf:
        'They were in no education, work or training because of illness or disability, pregnancy or a child, or another reason.',
      notKnown: 'An activity that is not known is neither, and the young person stays in the total.',
      notes,
      counts: {
        population: asked.all,
        counted: { 'in no education, work or training': asked.inNeither },
        whenNotKnown: 'stays',
      },
    }),
  ]
}

/** The national figures about care leavers, of which the monthly ones are the local kind. */
export const aroundTheBirthday: readonly Indicator[] = [
  ...ofAges({ key: '17-18', ages: [17, 18], words: '17 or 18', label: 'aged 17 and 18' }),
  ...ofAges({ key: '19-21', ages: [19, 20, 21], words: '19, 20 or 21', label: 'aged 19 to 21' }),
]
