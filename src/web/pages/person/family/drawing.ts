import type { FamilyRead, Key, Relative } from '../../../../app/people/family/family-read.ts'
import type { Known, Shown } from '../../../../app/people/family/shown.ts'
import { shortText } from '../../../../core/dates/plain-date.ts'
import { type Genogram, genogram } from '../../../charts/genogram/genogram.ts'
import type { GenogramInput, GenogramPerson } from '../../../charts/genogram/input.ts'
import { listed } from '../../../marks.ts'
import { ageText, firstName, lowered, nameOf, relationWithin, responsibilityMarks, shortAge } from './words.ts'

/** The drawing of a family, with the key to the marks that are in it. */
export type FamilyDrawing = Genogram & {
  readonly key: string
  readonly place: 'beside' | 'beside on large screens' | 'whole'
}

/** Units across: beside something else, beside it on a large screen only, or over the whole page. */
const BESIDE = 400
const LARGE = 560
const WHOLE = 704

/** A drawing that stands beside something else where it fits there. */
export const drawFamily = (family: FamilyRead): FamilyDrawing | undefined => drawn(family, [BESIDE, LARGE, WHOLE])

/** A drawing that must stand beside something else: a large family lies on its side. */
export const drawFamilySmall = (family: FamilyRead): FamilyDrawing | undefined => drawn(family, [BESIDE])

function drawn(family: FamilyRead, widths: readonly [number, ...number[]]): FamilyDrawing | undefined {
  const input = genogramInput(family)
  if (input.people.length < 2) return undefined
  const drawing = genogram(input, widths)
  const place = drawing.width <= BESIDE ? 'beside' : drawing.width <= LARGE ? 'beside on large screens' : 'whole'
  return { ...drawing, place, key: keyTo(input, family.self) }
}

/** Nothing about whoever is restricted goes into it but that there is somebody, and where the person's own record puts them. */
function genogramInput(family: FamilyRead): GenogramInput {
  const { self, selfKey, relatives, links, households } = family
  const inFamily = relatives.filter((one) => one.inFamily)
  const joined = joinedTo(selfKey, links)
  const names = namesIn([self, ...inFamily.map(({ who }) => who)])
  const homes = households
    .map(({ key, name, kind, members }) => ({
      key,
      name: kind !== null && apart.has(kind.code) ? `${name} (${lowered(kind.label)})` : name,
      members: members.filter(({ mainHome }) => mainHome !== 'no').map((one) => one.key),
      visits: members.filter(({ mainHome }) => mainHome === 'no').map((one) => one.key),
    }))
    .filter(({ members, visits }) => members.length + visits.length > 0)
  const alsoAt = (key: Key) => homes.filter(({ visits }) => visits.includes(key)).map(({ name }) => `also at ${name}`)
  const symbols = [
    personOf(self, { key: selfKey, name: names(self), lines: [shortAge(self), ...alsoAt(selfKey)], isSubject: true }),
    ...inFamily.map((relative) => relativeOf(relative, { names, joined, alsoAt })),
  ]
  const here = new Set(symbols.map(({ key }) => key))
  return {
    id: 'family',
    title: `${firstName(self)}’s family`,
    description: inWords(family),
    people: symbols,
    couples: links.couples.map(({ between, married, state }) => ({
      between,
      line: married ? 'solid' : 'dashed',
      strokes: state === 'parted' ? 2 : state === 'separated' ? 1 : 0,
    })),
    parents: links.parents.map(({ parent, child, birth, ended }) => ({
      parent,
      child,
      line: birth && !ended ? 'solid' : 'dashed',
    })),
    siblings: links.siblings,
    households: homes
      .map(({ name, members }) => ({ name, members: members.filter((key) => here.has(key)) }))
      .filter(({ members }) => members.length > 1 || members.includes(selfKey)),
  }
}

/** Kinds of household that the name alone does not tell. */
const apart: ReadonlySet<string> = new Set(['foster-home', 'adoptive-home', 'supported-lodgings'])

type Naming = {
  readonly names: (who: Known) => string
  readonly joined: ReadonlySet<Key>
  readonly alsoAt: (key: Key) => readonly string[]
}

function relativeOf(relative: Relative, { names, joined, alsoAt }: Naming): GenogramPerson {
  const { key, who, generation } = relative
  const relation = joined.has(key) ? [] : [relationWithin(relative)]
  const marks = responsibilityMarks(relative)
  if (who.kind === 'restricted')
    return {
      key,
      shape: 'not known',
      name: nameOf(who),
      lines: relation,
      marks,
      isSubject: false,
      died: false,
      bornOn: undefined,
      generation,
    }
  const lines = [...relation, shortAge(who), ...alsoAt(key)]
  return { ...personOf(who, { key, name: names(who), lines, isSubject: false }), marks, generation }
}

type Named = Pick<GenogramPerson, 'key' | 'name' | 'lines' | 'isSubject'>

const personOf = (who: Known, named: Named): GenogramPerson => ({
  ...named,
  shape: who.unborn ? 'unborn' : who.sex === 'F' ? 'female' : who.sex === 'M' ? 'male' : 'not known',
  marks: [],
  died: who.diedOn !== null,
  bornOn: who.bornOn ?? who.expectedOn ?? undefined,
  generation: undefined,
})

/** First names, and whole ones where two have the same. */
function namesIn(people: readonly Shown[]): (who: Known) => string {
  const first = people.flatMap((who) => (who.kind === 'known' ? [firstName(who)] : []))
  return (who) => (first.filter((name) => name === firstName(who)).length > 1 ? who.name : firstName(who))
}

/** Whom a line joins to somebody, over however many others. */
function joinedTo(key: Key, { parents, couples, siblings }: FamilyRead['links']): ReadonlySet<Key> {
  const pairs = [
    ...parents.map(({ parent, child }) => [parent, child] as const),
    ...couples.map(({ between }) => between),
    ...siblings,
  ]
  const joined = new Set([key])
  for (const one of joined)
    for (const [a, b] of pairs) {
      if (a === one) joined.add(b)
      if (b === one) joined.add(a)
    }
  return joined
}

/** The drawing read out: who is who, who lives together. */
function inWords({ self, relatives, households, moment }: FamilyRead): string {
  const people = relatives
    .filter(({ inFamily }) => inFamily)
    .map((relative) => {
      const facts = [
        nameOf(relative.who),
        relationWithin(relative),
        ageText(relative.who),
        ...responsibilityMarks(relative),
      ]
      return facts.filter((fact) => fact !== undefined).join(', ')
    })
  const homes = households.flatMap(({ name, members }) =>
    members.length > 1 ? [`At ${name}: ${listed(members.map((one) => one.name))}`] : [],
  )
  const start = `${self.name}, ${shortAge(self)}, on ${shortText(moment.asAt)}`
  return `${[start, ...people, ...homes].join('. ')}. The same people are in the table.`
}

/** Only the marks that are in the drawing. */
function keyTo({ people, couples, parents, households }: GenogramInput, self: Known): string {
  const has = (shape: GenogramPerson['shape']) => people.some((one) => one.shape === shape)
  const marks: readonly (readonly [boolean, string])[] = [
    [has('male'), 'Square: male.'],
    [has('female'), 'Circle: female.'],
    [has('not known'), 'Diamond: not known or not shown.'],
    [has('unborn'), 'Triangle: not yet born.'],
    [true, `Double line: ${firstName(self)}.`],
    [people.some(({ died }) => died), 'Cross: died.'],
    [couples.some(({ strokes }) => strokes === 1), 'One stroke: separated.'],
    [couples.some(({ strokes }) => strokes === 2), 'Two strokes: parted.'],
    [couples.some(({ line }) => line === 'dashed'), 'Dashed line between two: not married.'],
    [parents.some(({ line }) => line === 'dashed'), 'Dashed line to a child: not by birth, or ended.'],
    [households.length > 0, 'Dashed box: living together.'],
    [people.some((one) => one.marks.length > 0), 'PR: parental responsibility.'],
  ]
  return marks.flatMap(([applies, text]) => (applies ? [text] : [])).join(' ')
}
