import { type PlainDate, shortText } from '../dates/plain-date.ts'
import { ALWAYS, type Link, type RecordType, type Role } from '../definitions/record-type.ts'
import type { Content } from './content.ts'
import { dayGiven, type Fault, hasParts, isId, strangers, valueFaults } from './value-faults.ts'

export type { Fault } from './value-faults.ts'

/**
 * Everything wrong with what is written in a record, as far as its definition can tell; empty when nothing is. Never throws, whatever it
 * is given. Whether subjects, records and documents exist, and who may see them, is for others to say.
 *
 * Codes are held against the record's own date, those that are true from another of its dates against that one (the reason for an end against the
 * end), those of a record that has no date against today. A `date` says what happened and may not
 * lie ahead, for what is only meant to happen is a planned date. The end of a record may: cover, consent or an order can be made to a
 * fixed day, on which it ends without anyone writing so, and until then the chronology does not show the end.
 * @param today the business date
 */
export function validate(type: RecordType, content: Content, today: PlainDate): readonly Fault[] {
  const given: unknown = content
  const { subjects, links, fields } = hasParts(given) ? given : {}
  if (!hasParts(given) || !hasParts(subjects) || !hasParts(links) || !hasParts(fields))
    return [{ field: '', message: 'This is not a record: it needs subjects, links and fields.' }]
  return [
    ...strangers(given, { subjects, links, fields }),
    ...strangers(subjects, type.subjects),
    ...Object.entries(type.subjects).flatMap(([name, role]) => roleFaults(name, role, subjects[name])),
    ...strangers(links, type.links),
    ...Object.entries(type.links).flatMap(([name, link]) => linkFaults(name, link, links[name])),
    ...strangers(fields, type.fields),
    ...fieldsFaults(type, fields, today),
    ...endFaults(type, fields),
    ...lostFaults(type, fields),
  ]
}

function roleFaults(name: string, role: Role, value: unknown): readonly Fault[] {
  const message = roleMessage(role, value ?? [])
  return message === undefined ? [] : [{ field: name, message }]
}

function roleMessage({ kind, label, many, optional }: Role, value: unknown): string | undefined {
  const given: readonly unknown[] = Array.isArray(value) ? value : [undefined]
  if (given.length === 0)
    return optional ? undefined : `Choose ${kind === 'person' ? 'somebody' : `the ${kind}`} for “${label}”.`
  if (!given.every(isId))
    return `What is given for “${label}” is not a ${kind} on the system. Choose the ${kind} again.`
  if (given.length > 1 && !many) return `Only one ${kind} can be chosen for “${label}”.`
  if (new Set(given).size < given.length) return `The same ${kind} stands twice under “${label}”. Leave one out.`
  return undefined
}

function linkFaults(name: string, { label, optional }: Link, value: unknown): readonly Fault[] {
  if (value === null || value === undefined)
    return optional ? [] : [{ field: name, message: `Choose the record for “${label}”.` }]
  if (isId(value)) return []
  return [{ field: name, message: `What is given for “${label}” is not a record on the system. Choose it again.` }]
}

type Given = Readonly<Record<string, unknown>>

function fieldsFaults(type: RecordType, fields: Given, today: PlainDate): readonly Fault[] {
  const dayOf = (name: string) => dayGiven(type.fields[name], fields[name])
  const recordOn = type.dated === ALWAYS ? today : dayOf(type.dated)
  return Object.entries(type.fields).flatMap(([name, field]) => {
    const { trueFrom } = field
    const codesOn = (trueFrom === undefined || trueFrom === ALWAYS ? null : dayOf(trueFrom)) ?? recordOn
    return valueFaults(name, field, fields[name], { today, codesOn, ends: type.ends })
  })
}

function endFaults(type: RecordType, fields: Given): readonly Fault[] {
  const { dated, ends } = type
  if (ends === undefined || dated === ALWAYS) return []
  const [start, end] = [type.fields[dated], type.fields[ends]]
  const [from, to] = [dayGiven(start, fields[dated]), dayGiven(end, fields[ends])]
  if (start === undefined || end === undefined || from === null || to === null || to >= from) return []
  const message = `“${end.label}” (${shortText(to)}) is before “${start.label}” (${shortText(from)}). Put right whichever is mistaken.`
  return [{ field: ends, message }]
}

/** What is true only from a date that is missing would be written and never seen again. */
function lostFaults(type: RecordType, fields: Given): readonly Fault[] {
  return Object.entries(type.fields).flatMap(([name, { label, trueFrom }]) => {
    if (trueFrom === undefined || trueFrom === ALWAYS || isNothing(fields[name]) || !isNothing(fields[trueFrom]))
      return []
    const from = type.fields[trueFrom]?.label ?? trueFrom
    return [{ field: trueFrom, message: `Give “${from}” too: “${label}” is true only from then.` }]
  })
}

const isNothing = (value: unknown): boolean => value === null || value === undefined
