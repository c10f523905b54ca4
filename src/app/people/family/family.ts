import type { SubjectId } from '../../../core/definitions/field.ts'
import type { Moment } from '../../../core/record/chronology.ts'
import type { Account } from '../../../store/accounts.ts'
import { findSamePeople } from '../../../store/records/merges.ts'
import { about, type Room } from '../../access/about.ts'
import type { App } from '../../app.ts'
import { personHead } from '../head.ts'
import { pagesOfPerson } from '../pages.ts'
import { recordsAround, type Walking } from './around.ts'
import {
  arrangementTypes,
  familyTimesIn,
  importantIn,
  mentionTypes,
  responsibilitiesIn,
  warningsIn,
} from './arrangements.ts'
import type { FamilyRead } from './family-read.ts'
import { findHousehold, type HouseholdFound, type Stay, staysOf } from './homes.ts'
import { linksIn } from './links.ts'
import { meeting } from './meeting.ts'
import { familyOf, type Gathered } from './relatives.ts'
import { recordsShown } from './said.ts'
import { shown, withNameOfToday } from './shown.ts'
import { walkFrom } from './walk.ts'

/**
 * A person's family and network as at and as known on, as the viewer may know it.
 *
 * `about` is asked twice. First to read about the person: their relationships, households, parental responsibility, family time and important
 * people stand on their own record, and whoever is named there is met as `meeting` decides, by name, age and relation at most. Then, of those met
 * whose record the viewer may read as well, where they live: that is on their own record, so each of these readings leaves its row in the audit.
 * @throws Refused when the person is not there for the viewer, is restricted, or is not theirs to read
 */
export async function readFamily(app: App, account: Account, number: SubjectId, moment: Moment): Promise<FamilyRead> {
  const subject = (await findSamePeople(app.store.db, [number], moment.knownOn)).kept(number)
  const asked = { action: 'read', people: [subject], detail: pagesOfPerson.family } as const
  const gathered = await about(app, account, asked, (room) => gather(app, room, subject, moment))
  const [first, ...others] = gathered.people.flatMap(({ subject: one, shown: who }) =>
    one !== subject && who.kind === 'known' && who.opens ? [one] : [],
  )
  if (first === undefined) return familyOf(gathered)
  const homes = await about(
    app,
    account,
    { action: 'read', people: [first, ...others], detail: `where they live, for the family of number ${subject}` },
    (room) => homesOf(app, room, [first, ...others], moment),
  )
  return familyOf({
    ...gathered,
    stays: new Map([...homes.stays, ...gathered.stays]),
    households: onceEachHousehold([...gathered.households, ...homes.households]),
    elsewhere: homes.elsewhere,
  })
}

/**
 * The same for a page about something else too, by somebody who is in the person's room already: as far as the person's own record tells it, so that
 * nobody else's is opened whenever the page is.
 */
export const familyIn = async (app: App, room: Room, subject: SubjectId, moment: Moment): Promise<FamilyRead> =>
  familyOf(await gather(app, room, subject, moment))

async function gather(app: App, room: Room, subject: SubjectId, moment: Moment): Promise<Gathered> {
  const meet = meeting(app, room, [subject])
  const walking = { app, room, meet, moment }
  const walk = await walkFrom(walking, subject)
  const records = [
    ...(await recordsAround(walking, subject, arrangementTypes)),
    ...(await recordsShown(app, room, subject, mentionTypes, moment)),
  ]
  const history = await staysOf(app, room, subject, moment)
  const here = history.filter(({ until }) => until === null)
  const households = await householdsOf(app, room, history, moment)
  const responsibilities = responsibilitiesIn(records, subject)
  const times = familyTimesIn(records, subject, moment.asAt)
  const important = importantIn(records, subject)
  const warnings = warningsIn(records, subject)
  const named = [...responsibilities, ...times, ...important, ...warnings].flatMap(({ other }) => other ?? [])
  const [self, ...others] = await peopleShown(walking, [subject, ...walk.paths.keys(), ...named])
  const people = self === undefined ? [] : [{ ...self, shown: await withNameOfToday(app, room, self.shown) }, ...others]
  // That somebody restricted lives here stands on their record, not on the child's: it is told neither by name nor otherwise.
  const housemates = (await peopleShown(walking, membersOf(households, here))).filter(
    (one) => one.shown.kind === 'known',
  )
  return {
    subject,
    head: await personHead(app, room, subject),
    moment,
    people: onceEach([...people, ...housemates]),
    elsewhere: [],
    paths: walk.paths,
    links: linksIn(walk.ties),
    history,
    stays: new Map([[subject, here]]),
    households,
    responsibilities,
    times,
    important,
    warnings,
  }
}

type People = Gathered['people']

/** Where those live whose room one is in, and with whom. */
async function homesOf(app: App, room: Room, people: readonly SubjectId[], moment: Moment) {
  const stays = await Promise.all(
    people.map(async (one) => {
      const all = await staysOf(app, room, one, moment)
      return [one, all.filter(({ until }) => until === null)] as const
    }),
  )
  const all = stays.flatMap(([, own]) => own)
  const households = await householdsOf(app, room, all, moment)
  const elsewhere = await peopleShown(
    { app, room, meet: meeting(app, room, people), moment },
    membersOf(households, all),
  )
  return { stays, households, elsewhere: elsewhere.filter((one) => one.shown.kind === 'known') }
}

async function peopleShown({ app, room, meet, moment }: Walking, subjects: readonly SubjectId[]): Promise<People> {
  const found = await Promise.all(
    [...new Set(subjects)].map(async (subject) => {
      const who = await shown(app, room, subject, await meet(subject), moment)
      return who === undefined ? [] : [{ subject, shown: who }]
    }),
  )
  return found.flat()
}

const onceEach = (people: People): People => [...new Map(people.map((one) => [one.subject, one] as const)).values()]

const onceEachHousehold = (households: readonly HouseholdFound[]): readonly HouseholdFound[] => [
  ...new Map(households.map((one) => [one.household, one] as const)).values(),
]

const householdsOf = (app: App, room: Room, stays: readonly Stay[], moment: Moment) =>
  Promise.all([...new Set(stays.map(({ household }) => household))].map((one) => findHousehold(app, room, one, moment)))

const membersOf = (households: readonly HouseholdFound[], stays: readonly Stay[]): readonly SubjectId[] =>
  households
    .filter((one) => stays.some(({ household }) => household === one.household))
    .flatMap(({ members }) => members.map(({ person }) => person))
