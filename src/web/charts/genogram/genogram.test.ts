import { describe, expect, test } from 'vitest'
import { attribute, everything, type Read, readSvg, withClass } from '../read-svg.ts'
import { genogram, lyingLayout, uprightLayout } from './genogram.ts'
import type { GenogramInput, GenogramPerson } from './input.ts'
import { genogramPlan } from './plan.ts'

const person = (key: string, shape: GenogramPerson['shape'], more: Partial<GenogramPerson> = {}): GenogramPerson => ({
  key,
  shape,
  name: key,
  lines: [],
  marks: [],
  isSubject: false,
  died: false,
  bornOn: undefined,
  generation: undefined,
  ...more,
})
const girl = (key: string, more: Partial<GenogramPerson> = {}) => person(key, 'female', more)
const boy = (key: string, more: Partial<GenogramPerson> = {}) => person(key, 'male', more)

const children = (parents: readonly string[], ...all: readonly string[]) =>
  all.flatMap((child) => parents.map((parent) => ({ parent, child, line: 'solid' as const })))

const family = (people: readonly GenogramPerson[], more: Partial<GenogramInput> = {}): GenogramInput => ({
  id: 'family',
  title: 'Maya’s family',
  description: 'Maya and those around her.',
  people,
  couples: [],
  parents: [],
  siblings: [],
  households: [],
  ...more,
})

/** Maya, her brother by both parents, her half-sister, her mother's two partners and her mother's parents. */
const ellwoods = family(
  [
    girl('Maya', { isSubject: true, bornOn: 30, lines: ['9'] }),
    boy('Theo', { bornOn: 20 }),
    girl('Isla', { bornOn: 40 }),
    girl('Carys', { marks: ['has PR'] }),
    boy('Dean'),
    boy('Luke'),
    girl('Sheila'),
    boy('Brian', { died: true, lines: ['died 2019'] }),
  ],
  {
    couples: [
      { between: ['Carys', 'Dean'], line: 'solid', strokes: 2 },
      { between: ['Carys', 'Luke'], line: 'dashed', strokes: 0 },
    ],
    parents: [
      ...children(['Carys', 'Dean'], 'Maya', 'Theo'),
      ...children(['Carys', 'Luke'], 'Isla'),
      ...children(['Sheila', 'Brian'], 'Carys'),
    ],
    households: [{ name: 'Sheila’s', members: ['Sheila', 'Isla'] }],
  },
)

const rowsOf = (input: GenogramInput): readonly (readonly string[])[] => {
  const { rows, people } = genogramPlan(input)
  return rows.map((row) => row.map((number) => people[number]?.key ?? ''))
}
const drawn = (input: GenogramInput): Read => readSvg(genogram(input, [704]).wide)
const texts = (svg: Read): readonly string[] =>
  everything(svg).flatMap(({ name, text }) => (name === 'text' ? [text] : []))

describe('generations and neighbours', () => {
  test('grandparents, parents and partners, children: couples together, the oldest child first', () => {
    expect(rowsOf(ellwoods)).toEqual([
      ['Brian', 'Sheila'],
      ['Dean', 'Carys', 'Luke'],
      ['Theo', 'Maya', 'Isla'],
    ])
  })

  test('a family by marriage stands level: his mother is no higher than hers', () => {
    const rows = rowsOf(
      family(
        [girl('Gran'), girl('Nan'), girl('Mum'), boy('Dad'), girl('Child', { isSubject: true }), girl('Great-nan')],
        {
          parents: [
            ...children(['Great-nan'], 'Nan'),
            ...children(['Nan'], 'Mum'),
            ...children(['Gran'], 'Dad'),
            ...children(['Mum', 'Dad'], 'Child'),
          ],
        },
      ),
    )
    expect(rows.map((row) => row.toSorted())).toEqual([['Great-nan'], ['Gran', 'Nan'], ['Dad', 'Mum'], ['Child']])
  })

  test('whom no line joins stands in the row of their generation', () => {
    const rows = rowsOf(
      family(
        [
          girl('Child', { isSubject: true }),
          girl('Mum'),
          girl('Aunt', { generation: -1 }),
          boy('Grandad', { generation: -2 }),
        ],
        {
          parents: children(['Mum'], 'Child'),
        },
      ),
    )
    expect(rows.map((row) => row.toSorted())).toEqual([['Grandad'], ['Aunt', 'Mum'], ['Child']])
  })

  test('cousins who have a child, and an uncle with his niece', () => {
    const [grandparents, first] = [
      ['Gran', 'Grandad'],
      ['Ann', 'Bob'],
    ] as const
    const people = [...grandparents, ...first, 'Cara', 'Dev', 'Child'].map((key) =>
      girl(key, { isSubject: key === 'Child' }),
    )
    const cousins = [...children(grandparents, ...first), ...children(['Ann'], 'Cara'), ...children(['Bob'], 'Dev')]
    const married = rowsOf(family(people, { parents: [...cousins, ...children(['Cara', 'Dev'], 'Child')] }))
    expect(married.map((row) => row.length)).toEqual([2, 2, 2, 1])
    const uncle = rowsOf(family(people, { parents: [...cousins, ...children(['Cara', 'Bob'], 'Child')] }))
    expect(uncle.flat()).toHaveLength(people.length)
    expect(uncle.findIndex((row) => row.includes('Child'))).toBeGreaterThan(
      uncle.findIndex((row) => row.includes('Cara')),
    )
  })

  test('somebody who is their own grandmother stops nothing', () => {
    const circle = family([girl('Maya', { isSubject: true }), girl('Carys'), girl('Sheila')], {
      parents: [
        ...children(['Carys'], 'Maya'),
        ...children(['Sheila'], 'Carys'),
        ...children(['Maya'], 'Sheila', 'Maya'),
      ],
    })
    expect(rowsOf(circle).flat().toSorted()).toEqual(['Carys', 'Maya', 'Sheila'])
  })

  test('whoever is given twice, or named without being there, is drawn once or not at all', () => {
    const rows = rowsOf(
      family([girl('Maya'), girl('Maya')], { parents: children(['Nobody'], 'Maya'), siblings: [['Maya', 'Nobody']] }),
    )
    expect(rows).toEqual([['Maya']])
  })

  test('nobody at all is an empty drawing', () => {
    expect(texts(drawn(family([])))).toEqual([])
  })
})

describe('the drawing', () => {
  test('has a shape for each, a second line for the child, and a cross for the dead', () => {
    const svg = drawn(
      family([
        girl('Maya', { isSubject: true }),
        boy('Brian', { died: true }),
        person('Sam', 'not known'),
        person('Baby', 'unborn'),
      ]),
    )
    expect(withClass(svg, 'g-person').map(({ name }) => name)).toEqual(['circle', 'circle', 'rect', 'path', 'path'])
    expect(withClass(svg, 'g-line')).toHaveLength(1)
  })

  test('is one image with a name, its facts in words, and everybody labelled', () => {
    const svg = drawn(ellwoods)
    expect(attribute(svg, 'role')).toBe('img')
    const [title, desc] = svg.children
    expect([title?.text, desc?.text]).toEqual(['Maya’s family', 'Maya and those around her.'])
    expect(attribute(svg, 'aria-labelledby')).toBe('family-wide-title family-wide-desc')
    for (const { name } of ellwoods.people) expect(texts(svg).filter((text) => text === name)).toHaveLength(1)
    expect(texts(svg)).toContain('has PR')
    expect(texts(svg)).toContain('died 2019')
  })

  test('dashes the line of those not married, and strikes that of those who parted twice', () => {
    const { lines, strokes } = uprightLayout(genogramPlan(ellwoods), 92)
    expect(lines.filter(({ line }) => line === 'dashed')).toHaveLength(1)
    expect(strokes.map(({ count }) => count)).toEqual([2])
  })

  test('leads the lines of a third partner over the heads of those between', () => {
    const many = family([girl('Carys'), boy('Dean'), boy('Luke'), boy('Pete'), girl('Maya', { isSubject: true })], {
      couples: ['Dean', 'Luke', 'Pete'].map((him) => ({
        between: ['Carys', him] as const,
        line: 'dashed',
        strokes: 1,
      })),
      parents: children(['Carys', 'Pete'], 'Maya'),
    })
    const { strokes, symbols } = uprightLayout(genogramPlan(many), 92)
    const row = symbols.find((one) => many.people[one.person]?.key === 'Carys')?.at.down ?? 0
    expect(strokes.map(({ at }) => at.down < row).toSorted()).toEqual([false, false, true])
  })

  test('parts one line above twins, those born over midnight too, and not above others', () => {
    const forks = (born: number) => {
      const twins = family([girl('Mum'), girl('Ada', { isSubject: true, bornOn: 100 }), boy('Bo', { bornOn: born })], {
        parents: children(['Mum'], 'Ada', 'Bo'),
      })
      return uprightLayout(genogramPlan(twins), 92).lines.filter(
        ({ from, to }) => from.across !== to.across && from.down !== to.down,
      ).length
    }
    expect([forks(100), forks(101), forks(102)]).toEqual([2, 2, 0])
  })

  test('joins brothers and sisters whose parents are not there, once, and not those whom a parent joins', () => {
    const plan = genogramPlan(
      family([girl('Maya', { isSubject: true }), boy('Theo'), girl('Isla'), girl('Carys')], {
        parents: children(['Carys'], 'Maya', 'Theo'),
        siblings: [
          ['Maya', 'Theo'],
          ['Maya', 'Isla'],
          ['Isla', 'Theo'],
        ],
      }),
    )
    expect(plan.families.map(({ parents, children: all }) => [parents.length, all.length])).toEqual([
      [1, 2],
      [0, 3],
    ])
  })

  test('gives a child two pairs of parents: those by birth, and by dashed lines those who adopted', () => {
    const { families } = genogramPlan(
      family([girl('Maya'), girl('Carys'), boy('Dean'), girl('Jo'), girl('Kim')], {
        parents: [
          ...children(['Carys', 'Dean'], 'Maya'),
          ...children(['Jo', 'Kim'], 'Maya').map((link) => ({ ...link, line: 'dashed' as const })),
        ],
      }),
    )
    expect(families.map(({ parents, children: [child] }) => [parents, child?.line])).toEqual([
      [[1, 2], 'solid'],
      [[3, 4], 'dashed'],
    ])
  })
})

describe('at its width', () => {
  const fifteen = family(
    [
      girl('Mum'),
      boy('Dad'),
      ...Array.from({ length: 13 }, (_, at) => boy(`Child number ${at}`, { isSubject: at === 0 })),
    ],
    { parents: children(['Mum', 'Dad'], ...Array.from({ length: 13 }, (_, at) => `Child number ${at}`)) },
  )

  test('takes the least of the widths that it fits into', () => {
    expect(genogram(ellwoods, [400, 704]).width).toBe(400)
    expect(genogram(fifteen, [400, 704]).width).toBe(704)
  })

  test('lies on its side where a row is too long, and still fits', () => {
    const plan = genogramPlan(fifteen)
    expect(uprightLayout(plan, 56).size.across).toBeGreaterThan(704)
    expect(lyingLayout(plan, 320).size.down).toBeLessThanOrEqual(320)
    const { wide, narrow } = genogram(fifteen, [704])
    const width = (svg: string) => attribute(readSvg(svg), 'viewBox').split(' ')[2]
    expect([width(wide), width(narrow)]).toEqual(['704', '320'])
  })

  test('cuts no word on a phone while it can break the line', () => {
    const restricted = family(
      [
        girl('Maya', { isSubject: true }),
        girl('Carys'),
        girl('Sheila'),
        person('r', 'not known', { name: 'Restricted: ring South team' }),
      ],
      { parents: [...children(['Carys'], 'Maya'), ...children(['Sheila'], 'Carys')], siblings: [['Maya', 'r']] },
    )
    const svg = readSvg(genogram(restricted, [704]).narrow)
    expect(texts(svg).join(' ')).toContain('Restricted: ring South team')
  })

  test('says “Sheila’s” under whom it surrounds: where nothing else stands there, or by the last of them', () => {
    const upright = uprightLayout(genogramPlan(ellwoods), 92)
    expect(upright.names.map(({ content }) => content)).toEqual(['Sheila’s', 'Sheila’s'])
    const lying = lyingLayout(genogramPlan(ellwoods), 320)
    expect(lying.names).toEqual([])
    const homes = lying.symbols.filter(({ label }) => label.lines.some(({ content }) => content === 'Sheila’s'))
    expect(homes.map(({ person: number }) => ellwoods.people[number]?.key)).toEqual(['Isla', 'Sheila'])
  })
})
