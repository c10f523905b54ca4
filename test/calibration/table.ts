import type { Compared, Verdict } from './compare.ts'
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
    'Tolerance: 6 points of a share; of a count 12 in the hundred, or 4; of a number of days a quarter, for it is the mean of a few children; of everything else 12 in the hundred.',
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
    '| indicator | unit | Dorset | Exampleshire | tolerance | |',
    '| --- | --- | ---: | ---: | ---: | --- |',
    ...all.filter((one) => one.section === section).map(row),
    '',
  ])
}

const row = ({ key, label, unit, published, counted, tolerance, verdict }: Compared): string =>
  `| ${label}<br>\`${key}\` | ${unit} | ${written(published)} | ${written(counted)} | ${tolerance === null ? '' : `± ${tolerance}`} | ${WORDS[verdict]} |`

/** Two decimals where they matter. */
const written = (value: number | null): string => (value === null ? '–' : String(Math.round(value * 100) / 100))
