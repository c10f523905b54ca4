import { describe, expect, test } from 'vitest'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import type { InputFile } from '../issue.ts'
import type { RecordReading } from '../records.ts'
import { ssda903 } from './index.ts'

const file = (name: string, ...lines: readonly string[]): InputFile => ({
  name,
  bytes: new TextEncoder().encode(`${lines.join('\n')}\n`),
})
const read = (files: readonly InputFile[], year: string | undefined = '2017/18') => ssda903.read(files, year)

/** What was found, in short: rule, row, column and child. */
const told = ({ findings }: RecordReading) =>
  findings.map(({ rule, row, column, subject }) =>
    [rule, row, column, subject]
      .map((one) => one ?? '')
      .join(' ')
      .trim(),
  )

const rows = (reading: RecordReading, type: string) =>
  reading.refused ? undefined : (reading.tables.find((table) => table.type.key === type)?.rows ?? [])

const fields = (reading: RecordReading, type: string) => rows(reading, type)?.map((row) => row.fields)

const reviewHeading = 'CHILD,DOB,REVIEW,REVIEW_CODE'
const episodeHeading = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'
const headerHeading = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB'

describe('a file is known by its headings', () => {
  test.each([
    [
      'in any order and case, with a byte order mark',
      '\u{feff}review_code,Child, DOB ,REVIEW',
      'PN1,A,01/05/2010,01/06/2017',
    ],
    ['with a column more, which is told', `${reviewHeading},REMARK`, 'A,01/05/2010,01/06/2017,PN1,x'],
  ])('%s', (_, heading, row) => {
    const reading = read([file('anything.txt', heading, row)])
    expect(fields(reading, 'care-review')).toEqual([{ heldOn: plainDate('2017-06-01'), participation: 'PN1' }])
    expect(told(reading)).toEqual(heading.includes('REMARK') ? ['column-unknown 1 REMARK', 'no-header'] : ['no-header'])
  })

  test.each([
    ['a column is missing', ['CHILD,DOB,REVIEW', 'A,,01/06/2017'], ['column-missing 1 REVIEW_CODE']],
    ['a column stands twice', [`${reviewHeading},review`, 'A,,01/06/2017,PN1,x'], ['column-twice 1 REVIEW']],
    ['nobody knows the table', ['CHILD,DOB,SHOES', 'A,,3'], ['file-not-recognised 1']],
    ['it is empty', ['', ''], ['file-unreadable']],
    ['it is not whole XML', ['<EXPSSDA903><CHILD>'], ['file-unreadable']],
    ['it is other XML', ['<Message/>'], ['file-unreadable']],
  ])('and refused, with everything beside it, when %s', (_, lines, findings) => {
    const reading = read([file('good.csv', reviewHeading, 'A,,01/06/2017,PN1'), file('bad.csv', ...lines)])
    expect(reading.refused).toBe(true)
    expect(told(reading)).toEqual(findings)
  })
})

describe('the year', () => {
  const of = (...ends: readonly string[]) =>
    file(
      'episodes.csv',
      episodeHeading,
      ...ends.map((end, at) => `C${at},01/05/2016,S,C2,N1,U6,PR1,${end},${end && 'E4A'},,,,`),
    )
  const yearOf = (files: readonly InputFile[], asked?: string) => {
    const reading = ssda903.read(files, asked)
    return reading.refused ? reading.findings.map(({ message }) => message).join() : reading.year.label
  }

  test.each([
    ['the one in which episodes ended', of('01/04/2017', '31/03/2018', ''), undefined, '2017/18'],
    ['even when a few did not', of(...Array(19).fill('01/06/2017'), '01/04/2018'), undefined, '2017/18'],
    ['that of the latest beginning when none has ended', of('', ''), undefined, '2016/17'],
    ['asked for', file('header.csv', headerHeading, 'A,1,01/05/2010,WBRI,UN2,,'), '2018-19', '2018/19'],
  ])('is %s', (_, one, asked, label) => {
    expect(yearOf([one], asked)).toBe(label)
  })

  test.each([
    [
      'nothing tells',
      [file('header.csv', headerHeading, 'A,1,01/05/2010,WBRI,UN2,,')],
      undefined,
      /do not tell which year.*--year 2017\/18/,
    ],
    ['the dates are of two years', [of('01/06/2017', '01/06/2018')], undefined, /do not tell which year/],
    [
      'the files are of two years',
      [of('01/06/2017'), of('01/06/2018')],
      undefined,
      /is of 2018\/19 and .* of 2017\/18. Load one year at a time/,
    ],
    ['another is asked for', [of('01/06/2017')], '2018/19', /those of 2017\/18, not of 2018\/19/],
    [
      'nobody knows it',
      [of('01/06/2012')],
      undefined,
      /those of 2012\/13. Returns are known from 2016\/17 to 2026\/27/,
    ],
    ['it is no year', [of('01/06/2017')], '2017/19', /“2017\/19” is no year of the return/],
  ])('is not guessed when %s', (_, files, asked, message) => {
    expect(yearOf(files, asked)).toMatch(message)
  })
})

describe('cells', () => {
  test('that cannot be read are told and taken as empty; unknown codes are told and kept', () => {
    const reading = read([
      file(
        'episodes.csv',
        episodeHeading,
        'A,01/06/2017,s,C2,N1,P2,PR9,1/7/17,E4A,,,,',
        'A,2017-07-01,S,C2,N1,K3,PR1,,,,AB1 2CD,,SC123456',
        'B,01/06/2017,S,,N1,U6,PR1,,,,,,',
      ),
    ])
    expect(fields(reading, 'episode')).toMatchObject([
      { startedOn: plainDate('2017-06-01'), reasonStarted: 'S', provider: 'PR9', endedOn: null, reasonEnded: 'E4A' },
      { startedOn: plainDate('2017-07-01'), homePostcode: 'AB1 2CD', urn: 'SC123456', endedOn: null },
      { legalStatus: null },
    ])
    expect(told(reading).filter((one) => !/open|end|header/.test(one))).toEqual([
      'unreadable 2 DEC A',
      'code-unknown 2 PLACE_PROVIDER A',
      'blank 4 LS B',
      'code-not-in-use 3 PLACE A',
    ])
  })

  test('a code is held against the day of the episode: independent living was one until 28 October 2023', () => {
    const lived = (from: string) =>
      told(read([file('e.csv', episodeHeading, `A,${from},S,C2,N1,P2,PR1,,,,,,`)], '2023/24')).filter((one) =>
        one.startsWith('code'),
      )
    expect(lived('27/10/2023')).toEqual([])
    expect(lived('28/10/2023')).toEqual(['code-not-in-use 2 PLACE A'])
  })

  test('rows of nobody, or of no day, are left out and told', () => {
    const reading = read([
      file('r.csv', reviewHeading, ',,01/06/2017,PN1', 'A,,,PN1', 'A,,01/06/2017', 'A,,02/06/2017,PN1'),
    ])
    expect(fields(reading, 'care-review')).toEqual([{ heldOn: plainDate('2017-06-02'), participation: 'PN1' }])
    expect(told(reading)).toContain('blank 2 CHILD')
    expect(told(reading)).toContain('blank 3 REVIEW A')
    expect(told(reading)).toContain('row-unreadable 4  A')
  })

  test.each([
    ['05/03/2016', '2016-03-05', 'day'],
    ['zz/03/2016', '2016-03-31', 'month'],
    ['ZZ/ZZ/2016', '2016-12-31', 'year'],
    ['zz/zz/zzzz', null, 'none'],
  ])('a date of which not every part is known (%s) is as late as it can be', (text, on, precision) => {
    const reading = read([file('p.csv', 'CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM', `A,01/05/2010,P1,,${text}`)])
    expect(fields(reading, 'previous-permanence')).toEqual([
      { option: 'P1', authority: null, orderedOn: on === null ? null : plainDate(on), orderedOnPrecision: precision },
    ])
  })

  test('sex is a figure or a letter, a pupil number may be a reason for none, and yes may be 1.0', () => {
    const reading = read([
      file('h.csv', headerHeading, 'A,1,01/05/2010,WBRI,UN3,,', 'B,F,01/05/2003,REFU,a123456789012,1.0,01/03/2018'),
    ])
    expect(fields(reading, 'person')).toMatchObject([
      { sex: 'M', noPupilNumber: 'UN3' },
      { sex: 'F', noPupilNumber: null },
    ])
    expect(fields(reading, 'mother')).toEqual([{ mother: 'yes', childBornOn: plainDate('2018-03-01') }])
    const numbers = fields(reading, 'person-identifier')?.map(({ kind, identifier }) => `${kind} ${identifier}`)
    expect(numbers).toEqual(['case-id A', 'case-id B', 'upn A123456789012'])
    expect(told(reading)).toEqual([])
  })

  test('outcomes are of the year, and those of a care leaver of the birthday in it', () => {
    const reading = read([
      file(
        'o.csv',
        'CHILD,DOB,IN_TOUCH,ACTIV,ACCOM',
        'A,29/02/2000,YES,F1,B1',
        'B,01/04/2000,YES,F1,B1',
        'C,31/03/2001,NO,0,0',
      ),
    ])
    const birthdays = fields(reading, 'care-leaver-outcome')?.map(({ birthdayOn }) => birthdayOn)
    expect(birthdays).toEqual(['2018-03-01', '2017-04-01', '2018-03-31'].map(plainDate))
  })
})

describe('the same record twice', () => {
  test('says the same: read once. Says something else of one child: the first. Of one day: both, the longer under the plain name', () => {
    const reading = read([
      file('h.csv', headerHeading, 'A,1,01/05/2010,WBRI,UN3,,', 'A,2,01/05/2010,WBRI,UN3,,'),
      file(
        'e.csv',
        episodeHeading,
        'A,01/06/2017,S,C2,N1,U6,PR1,05/06/2017,X1,,,,',
        'A,01/06/2017,S,C2,N1,U4,PR1,,,,,,',
      ),
      file('r.csv', reviewHeading, 'A,,01/07/2017,PN1', 'A,,01/07/2017,PN1'),
    ])
    expect(rows(reading, 'person')).toHaveLength(1)
    expect(fields(reading, 'person')).toMatchObject([{ sex: 'M' }])
    expect(rows(reading, 'episode')?.map(({ identity, fields: { placement } }) => [identity, placement])).toEqual([
      ['A|2017-06-01', 'U4'],
      ['A|2017-06-01|2', 'U6'],
    ])
    expect(rows(reading, 'care-review')).toHaveLength(1)
    for (const rule of ['two-rows 3  A', 'two-on-one-day 3 DECOM A', 'same-row-twice 3  A', 'overlaps 3 DECOM A'])
      expect(told(reading)).toContain(rule)
  })
})

describe('who the children are', () => {
  test('the header says, and what differs from it is told; of others what their rows happen to say is for new people', () => {
    const reading = read([
      file(
        'h.csv',
        headerHeading,
        'A,1,01/05/2010,WBRI,A123456789012,,',
        'B,1,01/05/2010,WBRI,A123456789012,,',
        'C,1,01/05/2010,WBRI,123,,',
      ),
      file('u.csv', 'CHILD,SEX,DOB,DUC', 'A,2,02/05/2010,', 'D,2,02/05/2012,'),
    ])
    expect(told(reading)).toEqual([
      'upn-twice 3 UPN B',
      'differs-from-header 2 DOB A',
      'differs-from-header 2 SEX A',
      'not-in-header 3 CHILD D',
      'upn-malformed 4 UPN C',
    ])
    expect(rows(reading, 'person')?.map(({ identity, forNewPeople }) => [identity, forNewPeople ?? false])).toEqual([
      ['A', false],
      ['B', false],
      ['C', false],
      ['D', true],
    ])
  })
})

test('reasons that do not fit what changed, and events outside the year or over one another, are told', () => {
  const reading = read([
    file(
      'e.csv',
      episodeHeading,
      'A,01/06/2017,S,C2,N1,U6,PR1,05/06/2017,X1,,,,',
      'A,05/06/2017,L,C2,N1,K2,PR1,01/05/2018,X1,,,,',
      'A,01/05/2018,P,C2,N1,U6,PR1,,,,,,',
    ),
    file('m.csv', 'CHILD,DOB,MISSING,MIS_START,MIS_END', 'A,,M,01/07/2017,', 'A,,M,03/07/2017,02/07/2017'),
  ])
  expect(told(reading).filter((one) => !/blank|header/.test(one))).toEqual([
    'ends-before-it-begins 3 MIS_END A',
    'overlaps 3 MIS_START A',
    'outside-the-year 3 DEC A',
    'reason-does-not-fit 3 RNE A',
    'outside-the-year 4 DECOM A',
  ])
})

test('the whole return may stand in one XML file', () => {
  const reading = read([
    file(
      'return.xml',
      '<?xml version="1.0"?><EXPSSDA903><CHILD><HEADER>',
      '<CHILDID>A &amp; B</CHILDID><UPN>UN3</UPN><SEX>1</SEX><DOB>01/05/2000</DOB><ETHNIC>WBRI</ETHNIC><UASC>1</UASC><DUC>01/05/2018</DUC>',
      '<IN_TOUCH>YES</IN_TOUCH><ACTIV>F1</ACTIV><ACCOM>B1</ACCOM>',
      '<AMISSING><MISSING>M</MISSING><MIS_START>01/07/2017</MIS_START></AMISSING>',
      '<AREVIEW><REVIEW>01/08/2017</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>',
      '<AREVIEW><REVIEW>01/09/2017</REVIEW><REVIEW_CODE>PN9</REVIEW_CODE></AREVIEW>',
      '<OC2><SDQ_SCORE>0</SDQ_SCORE></OC2><LOCAL>x</LOCAL></HEADER>',
      '<EPISODE><DECOM>01/06/2017</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U6</PL><DEC/><REC></REC></EPISODE></CHILD></EXPSSDA903>',
    ),
  ])
  expect(reading.refused ? [] : reading.people).toEqual(['A & B'])
  expect(fields(reading, 'episode')).toMatchObject([{ placement: 'U6', endedOn: null, provider: null }])
  expect(fields(reading, 'outcomes-of-year')).toMatchObject([{ score: 0, convicted: null }])
  expect(fields(reading, 'unaccompanied-status')).toEqual([{ endedOn: plainDate('2018-05-01') }])
  expect([
    rows(reading, 'missing-episode')?.length,
    rows(reading, 'care-leaver-outcome')?.length,
    rows(reading, 'adoption-match'),
  ]).toEqual([1, 1, []])
  expect(told(reading)).toEqual(['code-unknown 6 REVIEW_CODE A & B'])
})

test('episodes speak for what began in the year, of everybody whom the files name', () => {
  const reading = read([
    file('h.csv', headerHeading, 'A,1,01/05/2010,WBRI,UN3,,'),
    file('e.csv', episodeHeading, 'B,01/06/2017,S,C2,N1,U6,PR1,,,,,,'),
  ])
  const windows = reading.refused ? [] : reading.tables.map(({ type, window }) => [type.key, window])
  expect(windows).toContainEqual([
    Episode.key,
    { from: plainDate('2017-04-01'), to: plainDate('2018-04-01'), people: ['A', 'B'] },
  ])
  expect(windows).toContainEqual(['person', null])
})
