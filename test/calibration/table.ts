import { periodLabel } from '../../src/core/dates/period.ts'
import { type Compared, tolerances, type Verdict } from './compare.ts'
import { september } from './compared-in.ts'
import { why } from './why.ts'

const WORDS: Readonly<Record<Verdict, string>> = {
  within: 'within',
  outside: '**outside**',
  'no figure': '**no figure**',
  'not counted': '**not counted**',
  'not published': 'not published',
}

/** The document that says how near the made-up authority is to what was published, of each figure, and names those that are not. */
export function table(
  all: readonly Compared[],
  { seed, inCare }: { readonly seed: number; readonly inCare: number },
): string {
  const count = (verdict: Verdict) => all.filter((one) => one.verdict === verdict).length
  const off = all.filter(({ verdict }) => verdict !== 'within' && verdict !== 'not published')
  return [
    '# How near the demonstration is to what Dorset published',
    '',
    `Made by \`npm run calibration\`: do not change it by hand. Exampleshire is made up (seed ${seed}, ${inCare} children in care); its figures of September 2023 are counted from its records, as anybody's`,
    'would be, and stand here beside those that Dorset Council published for that month. They are meant to be near, so that the demonstration looks like a real',
    'authority, and not the same: no real child is in it.',
    '',
    `Of ${all.length} figures ${count('within')} are within the tolerance, ${count('outside')} outside, ${count('no figure') + count('not counted')} without a figure; of ${count('not published')} Dorset published none for the month.`,
    '',
    'A cohort that on 4 October still had time is compared in the last month that was complete by then, as is a figure that Dorset left out in September: the row names the month.',
    '',
    '## How far apart they may lie',
    '',
    ...tolerances.map((one) => `- ${one}`),
    '',
    '## Outside the tolerance',
    '',
    ...(off.length === 0 ? ['None.'] : off.map(named)),
    '',
    ...sections(all),
  ].join('\n')
}

const named = ({ key, label, verdict, published, counted }: Compared): string =>
  `- ${label} (\`${key}\`): ${written(counted)} beside ${written(published)}, ${verdict}. ${why[key] ?? 'Why is not known yet.'}`

function sections(all: readonly Compared[]): readonly string[] {
  const names = [...new Set(all.map(({ section }) => section))]
  return names.flatMap((section) => [
    `## ${section}`,
    '',
    '| indicator | unit | among | Dorset | Exampleshire | tolerance | |',
    '| --- | --- | ---: | ---: | ---: | ---: | --- |',
    ...all.filter((one) => one.section === section).map(row),
    '',
  ])
}

const row = (one: Compared): string => {
  const { unit, published, counted, among, tolerance, verdict } = one
  const apart = tolerance === null ? '' : `± ${tolerance}`
  return `| ${heading(one)} | ${unit} | ${among ?? ''} | ${written(published)} | ${written(counted)} | ${apart} | ${WORDS[verdict]} |`
}

const heading = ({ key, label, period }: Compared): string =>
  `${label}<br>\`${key}\`${period.from === september.from ? '' : `, ${periodLabel(period)}`}`

/** Two decimals where they matter. */
const written = (value: number | null): string => (value === null ? '–' : String(Math.round(value * 100) / 100))
