import type { FastifyRequest } from 'fastify'
import type { App } from '../../../app/app.ts'
import { ALLOCATION, decidedAnew } from '../../../app/people/allocations.ts'
import type { Typed } from '../../../app/people/drafts.ts'
import { readVersions } from '../../../app/people/versions.ts'
import { endingFields } from '../../../app/people/write.ts'
import { type PlainDate, partsOf } from '../../../core/dates/plain-date.ts'
import type { RecordId } from '../../../core/definitions/field.ts'
import type { RecordType } from '../../../core/definitions/record-type.ts'
import { all, first } from '../../query.ts'
import type { Who } from '../../session.ts'
import { numberIn } from './keep.ts'
import { FOR, INSTEAD, type OpenForm } from './open-form.ts'
import { typedOf } from './typed.ts'

type Place = Pick<OpenForm, 'type' | 'begun'>

/**
 * What a new form says already: on whose page it was begun, and that the viewer was the worker; what the record says that it follows, or for
 * whose absence it is cover.
 */
export async function startOf(app: App, who: Who, request: FastifyRequest, place: Place): Promise<Typed> {
  const made = first(request, 'for')
  const [instead, cover] = [numberIn(first(request, 'instead')), numberIn(first(request, 'cover'))]
  const start = {
    ...ownStart(place, who),
    ...linksOf(place.type, request),
    ...(made === undefined ? {} : { [FOR]: [made] }),
  }
  if (instead !== undefined) return { ...start, ...(await following(app, who, place.type, instead as RecordId)) }
  if (cover !== undefined) return { ...start, ...(await covering(app, who, place.type, cover as RecordId)) }
  return start
}

/** The records that a new one follows from, where the page that led here names them: `?document=17`. */
const linksOf = (type: RecordType, request: FastifyRequest): Typed =>
  Object.fromEntries(Object.keys(type.links).map((name) => [name, all(request, name)] as const))

function ownStart({ type, begun }: Place, { account }: Who): Typed {
  const role = Object.entries(type.subjects).find(([, { kind }]) => kind === begun?.kind)?.[0]
  const own = account.worker === null ? [] : [String(account.worker)]
  const workers = [
    ...Object.entries(type.fields).flatMap(([name, field]) =>
      field.kind === 'subject' && field.of === 'worker' && field.required ? [name] : [],
    ),
    ...Object.entries(type.subjects).flatMap(([name, { kind, many }]) => (kind === 'worker' && many ? [name] : [])),
  ]
  return {
    ...Object.fromEntries(workers.map((name) => [name, own] as const)),
    ...(role === undefined || begun === undefined ? {} : { [role]: [String(begun.subject)] }),
  }
}

/** As what it follows, but from today, with no end yet; of an allocation, with nobody chosen. */
async function following(app: App, who: Who, type: RecordType, record: RecordId): Promise<Typed> {
  const typed = await typedNow(app, who, type, record)
  const anew = [type.dated, ...endingFields(type), ...(type.key === ALLOCATION ? decidedAnew : [])]
  const kept = Object.entries(typed).filter(([name]) => !anew.includes(name.split('.')[0] ?? ''))
  return { ...Object.fromEntries(kept), ...today(app, type.dated), [INSTEAD]: [String(record)] }
}

/** In the same role and team, in place of the worker who has it now. */
async function covering(app: App, who: Who, type: RecordType, record: RecordId): Promise<Typed> {
  const { person, team, role, worker = [] } = await typedNow(app, who, type, record)
  const same = Object.fromEntries(
    Object.entries({ person, team, role }).flatMap(([name, given]) => (given === undefined ? [] : [[name, given]])),
  )
  return { ...same, coverFor: worker, why: ['ABSENC'], ...today(app, 'startedOn') }
}

async function typedNow(app: App, who: Who, type: RecordType, record: RecordId): Promise<Typed> {
  const read = await readVersions(app, who.account, record)
  const latest = read.versions.at(-1)
  return latest === undefined || read.type !== type ? {} : typedOf(type, latest.content)
}

function today({ clock }: App, name: string): Typed {
  const { year, month, day } = partsOf(clock.today satisfies PlainDate)
  return { [`${name}.day`]: [String(day)], [`${name}.month`]: [String(month)], [`${name}.year`]: [String(year)] }
}
