import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Columns, readCsvTable } from './csv-table.ts'

const columns: Columns = { required: ['key', 'value'], optional: ['note'] }

const readBytes = (bytes: Uint8Array) => readCsvTable({ name: 'f.csv', bytes }, columns)
const read = (text: string) => readBytes(new TextEncoder().encode(text))

/** What was read, in short: rows as `row: cells`, issues as `row column message`. */
function short({ rows, issues }: ReturnType<typeof readCsvTable>) {
  return {
    rows: rows.map(({ row, cells }) => [row, ...cells.values()]),
    issues: issues.map(({ row, column, message }) => [row, column, message]),
  }
}

/** The one issue of a file of which nothing could be read. */
function refusal(found: ReturnType<typeof readCsvTable>) {
  expect(found.rows).toEqual([])
  expect(found.issues).toHaveLength(1)
  expect(found.issues[0]).toMatchObject({ file: 'f.csv', severity: 'error' })
  return { row: found.issues[0]?.row, column: found.issues[0]?.column, message: found.issues[0]?.message }
}

const windows1252 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

describe('a table that can be read', () => {
  test('gives its cells by name, without the spaces around them', () => {
    const { rows, issues } = read('Key, VALUE ,note\na, 1 ,x y\n')
    expect(issues).toEqual([])
    expect(rows).toEqual([
      {
        row: 2,
        cells: new Map([
          ['key', 'a'],
          ['value', '1'],
          ['note', 'x y'],
        ]),
      },
    ])
  })

  test.each([
    ['line feeds', 'key,value\na,1\nb,2\n'],
    ['carriage returns and line feeds', 'key,value\r\na,1\r\nb,2\r\n'],
    ['carriage returns', 'key,value\ra,1\rb,2\r'],
    ['a mixture', 'key,value\r\na,"1"\nb,"2"\r\n'],
    ['a byte order mark', '\u{feff}key,value\na,1\nb,2\n'],
    ['a byte order mark and quoted headings', '\u{feff}"key","value"\r\n"a","1"\r\n"b","2"\r\n'],
  ])('has its lines end with %s', (_, text) => {
    expect(short(read(text))).toEqual({
      rows: [
        [2, 'a', '1'],
        [3, 'b', '2'],
      ],
      issues: [],
    })
  })

  test('keeps commas, quotation marks and line breaks of quoted cells', () => {
    expect(short(read('key,value\n"a, b","say ""yes""\r\nor no"\n')).rows).toEqual([[2, 'a, b', 'say "yes"\r\nor no']])
  })

  test('passes blank rows over, and numbers the others as a spreadsheet does', () => {
    expect(short(read('key,value\n\na,1\n,\n   \n , \nb,2\n,,,,\n\n')).rows).toEqual([
      [3, 'a', '1'],
      [7, 'b', '2'],
    ])
  })

  test('counts a row once, however many lines a quoted cell in it runs over', () => {
    const { rows, issues } = short(read('key,value,note\r\na,1,"one\r\ntwo\r\nthree"\r\nb,2,\r\nc,3\r\nd,4,\r\n'))
    expect(rows.map(([row, key]) => [row, key])).toEqual([
      [2, 'a'],
      [3, 'b'],
      [5, 'd'],
    ])
    expect(issues.map(([row]) => row)).toEqual([4])
  })

  test('leaves out and tells of the rows with too few or too many cells', () => {
    expect(short(read('key,value\na,1\nb\nc,1,234\nd,4\n'))).toEqual({
      rows: [
        [2, 'a', '1'],
        [5, 'd', '4'],
      ],
      issues: [
        [3, null, expect.stringMatching(/^The row has 1 cell where the heading has 2\. Look for a missing comma/)],
        [4, null, expect.stringMatching(/^The row has 3 cells where the heading has 2\./)],
      ],
    })
  })

  test('warns when there is nothing below its heading', () => {
    const { rows, issues } = read('key,value\n')
    expect(rows).toEqual([])
    expect(issues).toMatchObject([{ severity: 'warning', message: expect.stringContaining('nothing to read') }])
  })
})

describe('a heading', () => {
  test('that lacks a column, has a strange one, one twice and one without a name: all told', () => {
    expect(short(read('\nkey,nota,key,\na,1,2,3\n'))).toEqual({
      rows: [],
      issues: [
        [2, 'value', 'The column is missing. The columns are: key, value, note.'],
        [2, 'nota', 'There is no column "nota". Did you mean "note"?'],
        [2, 'key', 'The column stands twice in the heading. Keep one.'],
        [2, null, 'Column 4 has no name in the heading. Name it, or delete the column.'],
      ],
    })
  })

  test('separated by semicolons or tabs gives that one issue, not one for every column', () => {
    for (const text of ['key;value\na;1\n', 'key\tvalue\na\t1\n'])
      expect(refusal(read(text)).message).toMatch(/separated by semicolons or tabs.*by commas/)
  })
})

describe('a file that cannot be read', () => {
  test.each([
    ['nothing', ''],
    ['a byte order mark', '\u{feff}\n'],
    ['blank lines', '\n\n,\n'],
  ])('because it holds %s', (_, text) => {
    const { message } = refusal(read(text))
    expect(message).toBe('The file is empty. Its first row must name the columns: key, value.')
  })

  test('because a quotation mark is never closed: the row where it is opened', () => {
    const { row, message } = refusal(read('key,value\n\na,"x\ny"\nb,"2\nc,3\nd,4\n'))
    expect(row).toBe(4)
    expect(message).toMatch(/opened here and never closed/)
  })

  test.each(['key,value\n\na,"x\ny"\nb,2"3\nc,4\n', 'key,value\n\na,"x\ny"\nb,"2"3\nc,4\n'])(
    'because a quotation mark stands in the middle of a cell: the row (%j)',
    (text) => {
      const { row, message } = refusal(read(text))
      expect(row).toBe(4)
      expect(message).toMatch(/in the middle of a cell.*twice/)
    },
  )

  test.each([
    ['a workbook', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00], /spreadsheet or a zip file.*CSV UTF-8/],
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], /spreadsheet or a zip file.*CSV UTF-8/],
    ['UTF-16, little end first', [0xff, 0xfe, 0x6b, 0x00, 0x0a, 0x00], /UTF-16.*CSV UTF-8/],
    ['UTF-16, big end first', [0xfe, 0xff, 0x00, 0x6b, 0x00, 0x0a], /UTF-16.*CSV UTF-8/],
    ['UTF-16 without a mark', [0x6b, 0x00, 0x0a, 0x00], /bytes that no text has/],
    ['a zeroed block', [0x6b, 0x2c, 0x00, 0x00, 0x0a], /bytes that no text has/],
  ])('because it is %s', (_, bytes, expected) => {
    expect(refusal(readBytes(Uint8Array.from(bytes))).message).toMatch(expected)
  })

  test('because it is in the Windows alphabet: the first line that spoils', () => {
    const { message } = refusal(readBytes(windows1252('key,value\na,1\nZoë,2\nRenée,3\n')))
    expect(message).toMatch(/not in UTF-8.*first in line 3 of the file.*CSV UTF-8/)
  })

  test.each(['key,value\na,1\nb,23', 'key,value\na,1\nb', 'key,value\na,"1', 'key,va'])(
    'because it is cut off: %j',
    (text) => {
      expect(refusal(read(text)).message).toMatch(/last row has no line end.*cut off.*Export it again/)
    },
  )

  test('a key that begins with PK is no workbook', () => {
    expect(read('PK,value\n').issues[0]?.message).toBe('The column is missing. The columns are: key, value, note.')
  })
})

const cell = fc.string({ unit: fc.constantFrom('a', '1', 'é', '"', ',', ';', '\n', '\r', ' ', '\u{1f600}') })
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

test('law: whatever the cells hold, what is written quoted is read back, at its row', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(cell, cell).filter(([key]) => key.trim() !== ''),
        { minLength: 1 },
      ),
      fc.constantFrom('\n', '\r\n'),
      (written, end) => {
        const text = [['key', 'value'], ...written].map((cells) => cells.map(quoted).join(',') + end).join('')
        const expected = written.map(([key, value], at) => [at + 2, key.trim(), value.trim()])
        expect(short(read(text))).toEqual({ rows: expected, issues: [] })
      },
    ),
  )
})

test('law: any bytes give rows or issues, never an exception', () => {
  const pieces = fc.constantFrom('key', 'value', 'note', '"', ',', '\n', '\r', '\r\n', 'a', ' ', '\u{feff}')
  const almostCsv = fc.array(pieces).map((parts) => new TextEncoder().encode(`key,value\n${parts.join('')}\n`))
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array(), almostCsv), (bytes) => {
      const { rows, issues } = readBytes(bytes)
      expect(rows.length + issues.length).toBeGreaterThan(0)
      for (const { cells } of rows) expect(cells.size).toBeGreaterThan(1)
    }),
  )
})
