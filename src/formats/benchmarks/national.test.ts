import { expect, test } from 'vitest'
import { splitLine } from './lines.ts'
import { readNational } from './national.ts'
import { readNationalReference } from './reference.ts'

const files = {
  places: `number,key,name,kind,region,since,until,into\n${[1, 2, 3, 4, 5, 6, 7, 8].map((at) => `${at},a${at},A${at},authority,,,,\n`).join('')}`,
  measures:
    'key,lait,title,theme,unit,good_is,among,years,decimals,words\ns,Share,A share,T,per cent,low,,financial year,0,\n',
  neighbours: 'number,rank,neighbour,closeness\n1,1,2,close\n',
  goodNeighbours: 'authority,neighbour,rating,inspected,source\na1,a2,good,2023,made up\n',
}
const reference = readNationalReference(files)
const read = (text: string) => readNational({ name: 'values.csv', bytes: Buffer.from(text) }, reference)
const heading = 'measure_short,year,la_number,area,region,value\n'

test('what binary arithmetic left behind goes, and what is missing is kept apart', () => {
  const { rows, issues } = read(
    `\uFEFF${heading}Share,2025,1,A,North,9.3699999999999992\nShare,2025,2,"B, ""the"" second",North,166830.99999899999\nShare,2025,3,C,North,3.168E-2\nShare,2025,4,D,North,-\r\nShare,2025,5,E,North,c\nShare,2025,6,F,North,low\nShare,2025,7,G,North,0\nShare,2025,8,H,North,-0.4\n`,
  )
  expect(issues).toEqual([])
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    measure: 'Share',
    year: '2025',
    source: 'lait',
    numbers: [1, 2, 3, 4, 5, 6, 7, 8],
    values: [9.37, 166831, 0.03168, null, null, null, 0, -0.4],
    marks: '...-ck..',
    outOf: null,
  })
})

test('tables say of how many, and where it was published', () => {
  const { rows } = read(
    'measure_short,year,la_number,value,out_of,published_in\nShare,2014,1,22.6,632830,table C1\nShare,2014,2,,100,table C1\n',
  )
  expect(rows[0]).toMatchObject({
    source: 'dfe',
    values: [22.6, null],
    marks: '. ',
    outOf: [632830, 100],
    publishedIn: 'Department for Education, table C1',
  })
})

test('every fault is told once, with what to do', () => {
  const { issues } = read(
    `${heading}Shar,2025,1,A,North,1\nShar,2025,2,B,North,1\nShare,2025,777,Nowhere,North,1\nShare,2025,1,A,North,1O\nShare,0,1,A,North,-\nShare,2025,2,B,North,1\nShare,2025,2,B,North,2\nShare,2025,2\nShare,2025,3,"C,North,1\n`,
  )
  expect(issues.map(({ row, column, severity, message }) => [row, column, severity, message])).toEqual([
    [2, 'measure_short', 'error', expect.stringMatching(/Shar.*Share.*measures\.csv/)],
    [4, 'la_number', 'error', expect.stringContaining('“777” (Nowhere) is no place')],
    [5, 'value', 'error', expect.stringContaining('“1O” is neither')],
    [6, 'year', 'warning', expect.stringContaining('“0” is no year')],
    [8, null, 'error', expect.stringContaining('stands twice')],
    [9, null, 'error', expect.stringContaining('6 cells')],
    [10, null, 'error', expect.stringContaining('quotation mark')],
  ])
  expect(read('measure_short,year,value\n').issues).toMatchObject([{ column: 'la_number' }])
})

test.each([
  ['a,b,', ['a', 'b', '']],
  ['"a,b",c', ['a,b', 'c']],
  ['"a ""b""",""', ['a "b"', '']],
  ['a"b,c', undefined],
  ['"ab"c,d', undefined],
])('%s', (line, cells) => expect(splitLine(line)).toEqual(cells))

test('what ships beside the figures is checked as it is read', () => {
  expect(reference.good.get(1)?.map(({ name }) => name)).toEqual(['A2'])
  const wrong = (change: Partial<typeof files>) => () => readNationalReference({ ...files, ...change })
  expect(wrong({ measures: files.measures.replace('per cent', 'percent') })).toThrow(/“percent” is none of/)
  expect(wrong({ measures: files.measures.replace('low,,', 'low,Nothing,') })).toThrow(/among “Nothing”/)
  expect(wrong({ neighbours: files.neighbours.replace('1,1,2', '1,1,9') })).toThrow(/no place 9/)
  expect(wrong({ goodNeighbours: files.goodNeighbours.replace('a1,a2', 'a1,b') })).toThrow(/no place b/)
})
