import { Allocation } from '../../areas/organisation/allocation.ts'
import { AllocationRole } from '../../areas/organisation/services.ts'
import { FirstKnown } from '../../areas/people/first-known.ts'
import { Person, PersonName } from '../../areas/people/person.ts'
import { type Allocated, decide, type Protected, type Viewer } from '../../core/access/decide.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content, GroupRow } from '../../core/record/content.ts'
import { type Fault, validate } from '../../core/record/validate.ts'
import type { Account } from '../../store/accounts.ts'
import { writeAudit } from '../../store/audit.ts'
import { deleteDraft, holdDraft } from '../../store/records/drafts.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import { makeSubject } from '../../store/records/write.ts'
import { auditEntry } from '../access/audited.ts'
import { servicesOf } from '../access/protected.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { put } from '../records/put.ts'
import { Refused } from '../refused.ts'
import type { Choice } from './choices.ts'
import { naming } from './naming.ts'
import { birthOf, type NewPersonValues, newPersonFaults } from './new-person-form.ts'
import type { NotWritten } from './refused-for.ts'
import { GONE, stamp } from './write.ts'

/** Whose work somebody new can be, so that the viewer can go on with them. `value` is what a form sends. */
type Work = { readonly value: string; readonly allocated: Allocated | undefined }

/**
 * Whose work somebody new may be made by this viewer: theirs, or their team's with nobody named yet; nobody's only where their role reaches
 * everybody. Whatever the choice, they can open the record afterwards.
 * @throws Refused when their role records nobody new
 */
export function workChoices(app: App, account: Account): Promise<readonly Choice[]> {
  return inTransaction(app.store, async (db) => {
    const viewer = await viewerOf(app, db, account)
    const name = naming(app, { db, viewer })
    const works = await workFor(app, db, viewer)
    return Promise.all(
      works.map(async ({ value, allocated }): Promise<Choice> => {
        if (allocated?.team == null) return { value, label: 'Nobody’s yet' }
        const team = (await name(allocated.team)).label
        const whose = allocated.worker === null ? `${team}’s, nobody named yet` : `Mine, in ${team}`
        return { value, label: whose }
      }),
    )
  })
}

/** Whether the viewer's role records anybody new at all: a page leads there only then. */
export const mayRecordNew = (app: App, account: Account): Promise<boolean> =>
  inTransaction(app.store, async (db) => (await possibleWork(app, db, await viewerOf(app, db, account))).length > 0)

async function workFor(app: App, db: Db, viewer: Viewer): Promise<readonly Work[]> {
  const possible = await possibleWork(app, db, viewer)
  if (possible.length > 0) return possible
  throw new Refused(
    'not allowed',
    'Your role does not record anybody new. Ask the front door, or the team that works with the family.',
  )
}

async function possibleWork(app: App, db: Db, viewer: Viewer): Promise<readonly Work[]> {
  const services = await Promise.all(viewer.teams.map((team) => servicesOf(app, db, [team])))
  const teams = viewer.teams.map((team, at) => ({ team, service: services[at]?.[0] ?? null }))
  const works: readonly Work[] = [
    ...teams.flatMap(({ team, service }) =>
      viewer.worker === null ? [] : [{ value: `mine.${team}`, allocated: { worker: viewer.worker, team, service } }],
    ),
    ...teams.map(({ team, service }) => ({ value: `team.${team}`, allocated: { worker: null, team, service } })),
    { value: 'nobody', allocated: undefined },
  ]
  return works.filter(({ allocated }) => mayGoOn(viewer, allocated))
}

/** Everything that is written about somebody new has to be the viewer's to write. */
const mayGoOn = (viewer: Viewer, allocated: Allocated | undefined): boolean =>
  [Person, PersonName, FirstKnown, Allocation].every(
    ({ sensitivity }) => decide(viewer, 'record', prospective(allocated), sensitivity).may === 'yes',
  )

const NOBODY_YET = 0 as SubjectId
const prospective = (allocated: Allocated | undefined): Protected => ({
  subject: NOBODY_YET,
  allocations: allocated === undefined ? [] : [allocated],
  restriction: null,
  sealed: false,
  adopted: false,
})

/**
 * Records somebody new, child or adult, born or not: who they are, what they are called, how we came to know them, and whose work they are.
 * All of it or, when anything is wrong, nothing; the draft goes with it.
 * @throws Refused when the viewer's role records nobody new
 */
export async function recordNewPerson(
  app: App,
  account: Account,
  {
    values,
    work,
    draft,
  }: { readonly values: NewPersonValues; readonly work: string | undefined; readonly draft?: number },
): Promise<{ readonly subject: SubjectId } | NotWritten> {
  const faults = newPersonFaults(values, app.clock.today)
  if (faults.length > 0) return { faults }
  return inTransaction(app.store, async (db) => {
    const viewer = await viewerOf(app, db, account)
    const works = await workFor(app, db, viewer)
    const chosen = works.length === 1 ? works[0] : works.find(({ value }) => value === work)
    if (chosen === undefined) return { faults: workFaults(works, work) }
    if (draft !== undefined && !(await holdDraft(db, draft))) return GONE
    const subject = await makeSubject(db, { kind: 'person', madeAt: app.clock.now(), madeBy: account.name })
    const becoming = { subject, allocated: chosen.allocated, role: allocationRole(viewer) }
    const wrong = await writeAll(app, db, account, recordsFor(app, values, becoming))
    // Nothing that a person could put right is left to be found here; half a person must not stay behind all the same.
    if (wrong.length > 0) throw new Error(`Somebody new cannot be written: ${wrong.map(({ message }) => message)}`)
    const decision = decide(viewer, 'record', prospective(chosen.allocated))
    await writeAudit(db, [
      auditEntry(app, account, viewer, { action: 'record', subject, decision, detail: 'new person' }),
    ])
    if (draft !== undefined) await deleteDraft(db, draft)
    return { subject }
  })
}

/** The name of the question whose work it is. */
export const WORK = 'form.work'

/** Where there is a choice, it has to be made. */
export const workFaults = (possible: readonly Pick<Work, 'value'>[], work: string | undefined): readonly Fault[] =>
  possible.length === 1 || possible.some(({ value }) => value === work)
    ? []
    : [{ field: WORK, message: 'Say whose work this is.' }]

/** What the viewer is to a child of theirs. */
const allocationRole = ({ roles }: Viewer): string =>
  roles.find(({ key }) => Object.hasOwn(AllocationRole.codes, key))?.key ?? 'social-worker'

type NewRecord = { readonly type: RecordType; readonly content: Content }

async function writeAll(app: App, db: Db, account: Account, records: readonly NewRecord[]): Promise<readonly Fault[]> {
  const faults = records.flatMap(({ type, content }) => validate(type, content, app.clock.today))
  if (faults.length > 0) return faults
  for (const { type, content } of records) await put(app, db, { ...stamp(app, account), type, content, reason: null })
  return []
}

type Becoming = { readonly subject: SubjectId; readonly allocated: Allocated | undefined; readonly role: string }

function recordsFor(app: App, values: NewPersonValues, { subject, allocated, role }: Becoming): readonly NewRecord[] {
  const { today } = app.clock
  const birth = birthOf(values, today)
  // A name is used from birth until somebody knows better; of a child not yet born, from now on.
  const startedOn = birth['bornOn'] ?? today
  const person = { person: [subject] }
  const { given = null, family = null, knownAs = null } = values
  return [
    record(Person, person, { ...birth, sex: values['sex'] ?? null }),
    record(PersonName, person, { kind: 'usual', given, family, knownAs, startedOn }),
    ...otherNames(values).map((name) => record(PersonName, person, { ...name, startedOn })),
    record(FirstKnown, person, taken(values, ['whoAsked', 'askedOn', 'askedBy', 'why'])),
    ...(allocated?.team == null
      ? []
      : [
          record(
            Allocation,
            { ...person, team: [allocated.team], worker: allocated.worker === null ? [] : [allocated.worker] },
            { role: values['is'] === 'child' ? role : 'family-member', startedOn: today },
          ),
        ]),
  ]
}

function otherNames(values: NewPersonValues): readonly GroupRow[] {
  const rows = values['otherNames']
  return Array.isArray(rows) ? rows.filter((row) => typeof row === 'object') : []
}

const taken = (values: NewPersonValues, names: readonly string[]): Content['fields'] =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? null]))

/** A record with what is not given left empty. */
const record = (type: RecordType, subjects: Content['subjects'], fields: Content['fields']): NewRecord => ({
  type,
  content: {
    subjects: { ...Object.fromEntries(Object.keys(type.subjects).map((role) => [role, []])), ...subjects },
    links: Object.fromEntries(Object.keys(type.links).map((link) => [link, null])),
    fields: { ...Object.fromEntries(Object.keys(type.fields).map((field) => [field, null])), ...fields },
  },
})
