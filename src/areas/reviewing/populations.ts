import {
  attribute,
  factOfDay,
  narrow,
  type Population,
  population,
  type RecordMember,
  recordsDated,
  subjectsWithOpen,
  test,
} from '../../core/counting/define.ts'
import { currentEpisode } from '../children-in-care/care-facts.ts'
import { childrenInCare } from '../children-in-care/populations.ts'
import { Allocation } from '../organisation/allocation.ts'
import { aboutTheChild } from '../people/about-the-child.ts'
import { ContactKind, MidwayCheck, ReviewingContact } from './contact-records.ts'
import { Escalation } from './escalation-records.ts'
import { reviewingStandards } from './standards.ts'

/** The reviewing officer on the day; cover before whom it covers for. */
const officer = factOfDay([Allocation], ({ history }) => {
  const open = history.open(
    Allocation,
    ({ person, role }) => person === history.subject && role === 'reviewing-officer',
  )
  return open.findLast(({ coverFor }) => coverFor !== null) ?? open.at(-1)
})

const reviewingOfficer = attribute('Reviewing officer', [officer], (member) => officer(member)?.worker, {
  named: 'subject',
})

/** Whose work it is on the lists of reviewing officers: theirs, and their team’s. */
const byOfficer = {
  team: attribute('Team', [officer], (member) => officer(member)?.team, { named: 'subject' }),
  worker: reviewingOfficer,
} as const

const ofOfficers = (within: Population, key: string): Population => ({
  ...narrow(within, { key, label: within.label, source: within.source }),
  by: byOfficer,
})

/** For lists alone: in a figure, whose work a child is means their social worker. */
export const reviewedChildren = ofOfficers(childrenInCare, 'reviewed-children')

/** Whoever lives with the family that is to adopt them hears from the reviewing officer in other ways. */
const placedForAdoption = test([currentEpisode], (member) => {
  const placement = currentEpisode(member)?.placement ?? null
  return placement === null ? undefined : placement.startsWith('A')
})

export const contactExpected = narrow(childrenInCare, {
  key: 'reviewing-contact-expected',
  label: 'Children in care who are to hear from their reviewing officer',
  source: reviewingStandards.contact.source,
  exclude: { 'placed for adoption': placedForAdoption },
})

export const contactListed = ofOfficers(contactExpected, 'reviewing-contact-listed')

/** Children about whom an escalation is open, in care or not any more. */
export const withEscalation = population({
  key: 'escalation-open',
  label: 'Children about whom an escalation is open',
  source: 'Independent Reviewing Officers’ Handbook (statutory guidance), chapter 6',
  each: subjectsWithOpen(Escalation, 'child'),
  by: byOfficer,
})

type OfContact = RecordMember<typeof ReviewingContact>

export const contactsMade = population({
  key: 'reviewing-contacts',
  label: 'Contacts by reviewing officers',
  source: 'Independent Reviewing Officers’ Handbook (statutory guidance), chapter 3',
  each: recordsDated(ReviewingContact, 'child', 'contactedOn'),
  by: {
    kind: attribute('What it was for', [ReviewingContact], ({ record }: OfContact) => record.kind, {
      codes: ContactKind,
    }),
    reviewingOfficer,
    ...aboutTheChild,
  },
})

export const midwayMade = population({
  key: 'midway-checks',
  label: 'Midway checks by reviewing officers',
  source: 'Independent Reviewing Officers’ Handbook (statutory guidance), chapter 3',
  each: recordsDated(MidwayCheck, 'child', 'checkedOn'),
  by: { reviewingOfficer, ...aboutTheChild },
})
