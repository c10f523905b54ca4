import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseInstant } from '../dates/instant.ts'
import { codeList } from '../definitions/code-list.ts'
import { codes, date, group, instant, paragraphs, type SubjectId, text, yesNo } from '../definitions/field.ts'
import { recordType } from '../definitions/record-type.ts'
import type { Content, Value } from './content.ts'
import { differences, meeting } from './differences.ts'

const colours = codeList('colour', { label: 'Colour', source: 'test', codes: { R: 'Red', G: 'Green' } })
const type = recordType('visit', {
  label: 'Visit',
  plural: 'visits',
  source: 'test',
  subjects: { child: { kind: 'person', label: 'Child' } },
  links: { plan: { to: 'visit', label: 'Plan', optional: true } },
  dated: 'on',
  identity: ['child', 'on'],
  fields: {
    on: date('On', { required: true }),
    at: instant('At'),
    heading: text('Heading'),
    account: paragraphs('Account'),
    alone: yesNo('Alone'),
    colours: codes('Colours', colours),
    points: group('Points', { who: text('Who') }),
  },
})
const content = (fields: Readonly<Record<string, Value>>, child = 1): Content => ({
  subjects: { child: [child as SubjectId] },
  links: { plan: null },
  fields,
})
const names = (before: Content, after: Content) => differences(type, before, after).map(({ name }) => name)

describe('differences', () => {
  it('are told in the order of the definition, whoever, whatever and wherever', () => {
    expect(
      names(
        content({ heading: 'A', on: 1, alone: 'yes' } as never),
        content({ heading: 'B', on: 1, alone: 'no' } as never, 2),
      ),
    ).toEqual(['child', 'heading', 'alone'])
  })

  it('are none between nothing, an empty list and an empty text, or other ends of lines', () => {
    expect(
      names(
        content({ colours: null, heading: null, account: 'a\nb' }),
        content({ colours: [], heading: '', account: 'a\r\nb ' }),
      ),
    ).toEqual([])
  })

  it('are none between hours of a day that is known to the day only, and are there between its minutes', () => {
    const at = (hour: string, precision: 'day' | 'minute') =>
      content({ at: { at: parseInstant(`2026-01-28T${hour}Z`), precision } })
    expect(names(at('09:00', 'day'), at('12:00', 'day'))).toEqual([])
    expect(names(at('09:00', 'minute'), at('12:00', 'minute'))).toEqual(['at'])
    expect(names(at('12:00', 'day'), at('12:00', 'minute'))).toEqual(['at'])
  })
})

describe('two people’s versions of one', () => {
  const words = fc.constantFrom('a', 'b', 'c')
  const any = fc
    .record({ heading: words, account: words, alone: fc.constantFrom('yes', 'no') })
    .map((fields) => content(fields))

  it('are taken together so that nobody’s change is lost, whoever of the two looks', () => {
    fc.assert(
      fc.property(any, any, any, (base, theirs, ours) => {
        const told = meeting(type, { base, theirs, ours })
        const changed = [...names(base, theirs), ...names(base, ours)]
        expect(new Set(told.map(({ name }) => name))).toEqual(new Set(changed))
        const by = (who: string) => told.filter(({ changedBy }) => changedBy === who).map(({ name }) => name)
        expect(by('us')).toEqual(names(base, ours).filter((name) => !names(base, theirs).includes(name)))
        expect(by('both differently').every((name) => names(theirs, ours).includes(name))).toBe(true)
        const swapped = meeting(type, { base, theirs: ours, ours: theirs })
        expect(swapped.filter(({ changedBy }) => changedBy === 'us').map(({ name }) => name)).toEqual(by('them'))
      }),
    )
  })
})
