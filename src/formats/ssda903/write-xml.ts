import { inHeader, root, rowElements } from './read-xml.ts'
import type { WrittenTable } from './select.ts'
import type { TableName } from './tables.ts'

type Cells = ReadonlyMap<string, string>

// Elements in the order in which the schema wants them. Those with a ! are there even when they are empty.
const header = ['CHILDID!', 'UPN!', 'SEX!', 'DOB!', 'ETHNIC!', 'UASC!', 'DUC']
const adoption = ['DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR']
const leaver = ['IN_TOUCH', 'ACTIV', 'ACCOM']
const mother = ['MOTHER', 'MC_DOB']
const outcomes = [
  ...['SDQ_SCORE', 'SDQ_REASON', 'CONVICTED', 'HEALTH_CHECK', 'IMMUNISATIONS', 'TEETH_CHECK', 'HEALTH_ASSESSMENT'],
  ...['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED'],
]
const episode = [
  ...['DECOM!', 'RNE!', 'LS!', 'CIN!', 'PL!', 'PL_POST', 'HOME_POST', 'URN', 'PLACE_PROVIDER', 'DEC!', 'REC!'],
  'REASON_PLACE_CHANGE',
]

/** Writes the tables as one XML file. `left`: tables with rows that it has no place for. */
export function writeXml(all: readonly WrittenTable[]): {
  readonly text: string
  readonly left: readonly WrittenTable[]
} {
  const byChild = new Map(all.map(({ table, rows }) => [table.name, groups(rows)] as const))
  const rowsOf = (name: TableName, child: string) => byChild.get(name)?.get(child) ?? []
  const children = [...(byChild.get('Header')?.entries() ?? [])].flatMap(([child, [cells]]) =>
    cells === undefined ? [] : [childElement(cells, (name) => rowsOf(name, child))],
  )
  const lines = ['<?xml version="1.0" encoding="utf-8"?>', `<${root}>`, ...children, `</${root}>`, '']
  const known = new Set<TableName>(['Header', ...inHeader, ...Object.values(rowElements)])
  return { text: lines.join('\n'), left: all.filter(({ table, rows }) => !known.has(table.name) && rows.length > 0) }
}

function groups(rows: readonly Cells[]): ReadonlyMap<string, readonly Cells[]> {
  const byChild = new Map<string, Cells[]>()
  for (const row of rows) {
    const child = row.get('CHILD') ?? ''
    const some = byChild.get(child)
    if (some === undefined) byChild.set(child, [row])
    else some.push(row)
  }
  return byChild
}

function childElement(own: Cells, rowsOf: (name: TableName) => readonly Cells[]): string {
  const [uasc, adopted, left] = [rowsOf('UASC')[0], rowsOf('AD1')[0], rowsOf('OC3')[0]]
  const said = new Map([
    ...own,
    ...(adopted ?? []),
    ...(left ?? []),
    ['UASC', uasc === undefined ? '0' : '1'],
    ['DUC', uasc?.get('DUC') ?? ''],
  ])
  const rows = (element: string, name: TableName, fields: readonly string[]) =>
    rowsOf(name).map((row) => wrap(element, elements(fields, row), 3))
  return wrap(
    'CHILD',
    [
      wrap(
        'HEADER',
        [
          ...elements([...header, ...adoption, ...leaver], said),
          ...rows('AMISSING', 'Missing', ['MISSING!', 'MIS_START!', 'MIS_END']),
          ...rows('AREVIEW', 'Reviews', ['REVIEW!', 'REVIEW_CODE!']),
          ...elements(mother, said),
          ...rows('PERMANENCE', 'PrevPerm', ['PREV_PERM', 'LA_PERM', 'DATE_PERM']),
          ...rows('OC2', 'OC2', outcomes),
          ...rows('AD_PLACED', 'PlacedAdoption', ['DATE_PLACED!', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED']),
        ],
        2,
      ),
      ...rowsOf('Episodes').map((row) => wrap('EPISODE', elements(episode, row), 2)),
    ],
    1,
  )
}

const columnOf: Readonly<Record<string, string>> = { CHILDID: 'CHILD', PL: 'PLACE' }

function elements(names: readonly string[], cells: Cells): readonly string[] {
  return names.flatMap((name) => {
    const element = name.replace('!', '')
    const text = cells.get(columnOf[element] ?? element) ?? ''
    return text === '' && !name.endsWith('!') ? [] : [`<${element}>${escaped(text)}</${element}>`]
  })
}

const wrap = (element: string, inside: readonly string[], depth: number): string => {
  const indent = '  '.repeat(depth)
  return [
    `${indent}<${element}>`,
    ...inside.map((one) => (one.startsWith(' ') ? one : `${indent}  ${one}`)),
    `${indent}</${element}>`,
  ].join('\n')
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => text.replaceAll(/[&<>]/g, (sign) => signs[sign] ?? sign)
