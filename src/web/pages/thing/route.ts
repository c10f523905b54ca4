import type { App } from '../../../app/app.ts'
import { type OfPeople, readThing, type Stay, type ThingRead } from '../../../app/people/read-thing.ts'
import { type PlainDate, shortText } from '../../../core/dates/plain-date.ts'
import type { RecordAsAt } from '../../../core/record/chronology.ts'
import { pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { signedIn, type Who } from '../../session.ts'
import { clocksPart } from '../person/clocks/view.ts'
import { subjectIn } from '../person/route.ts'
import { html } from '../record/keep.ts'
import { factsOf } from '../record/versions.ts'

/** A household, a place, an agency: what it is, what is written about it, and who lives there. */
export const thingPage: Routes = (server, app, render) => {
  server.get(
    '/things/:subject',
    signedIn(app, render, async (request, reply, who) => {
      const read = await readThing(app, who.account, subjectIn(pathPart(request, 'subject')))
      return html(reply, render('pages/thing/thing.njk', thingView(app, read, who)))
    }),
  )
}

const kinds: Readonly<Record<ThingRead['kind'], string>> = {
  household: 'Household',
  establishment: 'Place',
  agency: 'Agency',
  worker: 'Worker',
  team: 'Team',
}

function thingView(app: App, read: ThingRead, who: Who) {
  const { subject, kind, name, stays, writable } = read
  return {
    page: { title: name, navigation: 'people' as const, who: { name: who.account.name, form: who.form } },
    heading: name,
    kind: kinds[kind],
    subject,
    records: read.records.toReversed().map((record) => recordView(record, read)),
    isHousehold: kind === 'household',
    living: stays.filter(isOpen).map(stayView),
    before: stays.filter((stay) => !isOpen(stay)).map(stayView),
    ofPeople: read.ofPeople.map(ofPeopleView),
    clocks:
      read.clocks.occurrences.length + read.clocks.withheld === 0 ? undefined : clocksPart(app, read.clocks, name),
    away: kind === 'worker' ? `/things/${subject}/away` : undefined,
    write: writable.map(({ key, label }) => ({ href: `/things/${subject}/record/${key}`, label })),
  }
}

/** The page says already what it is about. */
function recordView({ record, type, content }: RecordAsAt, { names, subject }: ThingRead) {
  const others = Object.entries(content.subjects).filter(([, subjects]) => !subjects.includes(subject))
  const said = { ...content, subjects: Object.fromEntries(others) }
  return {
    href: `/records/${record}`,
    label: type.label,
    facts: factsOf(type, said, { names, records: new Map(), documents: new Map() }),
  }
}

const isOpen = ({ record }: Stay): boolean => record.content.fields['endedOn'] === null

const stayView = ({ record, subject, named }: Stay) => ({
  name: named.label,
  href: named.opens ? `/people/${subject}` : undefined,
  since: dayOf(record.content.fields['startedOn']),
  until: dayOf(record.content.fields['endedOn']),
  record: `/records/${record.record}`,
})

const ofPeopleView = ({ record, label, who }: OfPeople) => ({
  href: `/records/${record.record}`,
  label,
  who: who.map(({ subject, named }) => ({
    name: named.label,
    href: named.opens ? `/people/${subject}` : undefined,
  })),
})

const dayOf = (value: unknown): string => (typeof value === 'number' ? shortText(value as PlainDate) : '')
