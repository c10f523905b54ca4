import { CareLeaverContact } from '../../areas/care-leavers/contact.ts'
import { home } from '../../areas/care-leavers/living.ts'
import { PathwayPlan, PathwayReview } from '../../areas/care-leavers/pathway.ts'
import { careLeavers } from '../../areas/care-leavers/populations.ts'
import { eligibility } from '../../areas/care-leavers/told.ts'
import { CareLeaverOutcome } from '../../areas/children-in-care/care-leavers.ts'
import { Person } from '../../areas/people/person.ts'
import type { Member } from '../../core/counting/define.ts'
import { type AsAt, dateOf, textOf } from './as-at.ts'
import { adviser, allocated, type Said, unaccompanied, who } from './write-who.ts'

// List 9: whoever has reached the threshold for leaving care services. What they are owed is worked out from their time in care, as for every figure.

/** By what the record works out, the answer that the list has for it. */
const CATEGORY: Readonly<Record<string, string>> = {
  eligible: 'eligible',
  relevant: 'relevant',
  'former relevant': 'former-relevant',
  qualifying: 'qualifying',
}

export const careLeaverRows = (asAt: AsAt): readonly Said[] =>
  asAt.subjects(Person).flatMap((person) => {
    const member = asAt.member(person)
    const category = CATEGORY[eligibility(member).status]
    return category === undefined ? [] : [{ ...rowOf(asAt, person, member), eligibility: category }]
  })

function rowOf(asAt: AsAt, person: string, member: Member): Said {
  const lives = home(member)
  return {
    ...who(asAt, person),
    unaccompanied: unaccompanied(asAt, person, 'ever'),
    ...allocated(asAt, person),
    adviser: adviser(asAt, person),
    pathwayOn: lastPathway(asAt, person),
    ...inTouch(asAt, person),
    accommodation: lives?.kind ?? null,
    suitability:
      lives?.suitable === undefined || lives.kind === null ? null : lives.suitable ? 'suitable' : 'unsuitable',
    activity: activityOf(member),
  }
}

/** A plan made anew is up to date as one that was reviewed is. */
function lastPathway(asAt: AsAt, person: string) {
  const made = dateOf(asAt.of(PathwayPlan, person).at(-1), 'madeOn')
  const reviewed = dateOf(asAt.of(PathwayReview, person).at(-1), 'reviewedOn')
  return made === null || (reviewed !== null && reviewed > made) ? reviewed : made
}

/** The later answer, our own or that of a birthday; and the last day on which somebody was in touch with them. */
function inTouch(asAt: AsAt, person: string): Said {
  const contacts = asAt.of(CareLeaverContact, person)
  const [contact, outcome] = [contacts.at(-1), asAt.of(CareLeaverOutcome, person).at(-1)]
  const ownIsLater = (dateOf(contact, 'contactedOn') ?? 0) >= (dateOf(outcome, 'birthdayOn') ?? 0)
  return {
    inTouch: ownIsLater ? textOf(contact, 'answer') : textOf(outcome, 'inTouch'),
    contactOn: dateOf(
      contacts.findLast((one) => textOf(one, 'answer') === 'YES'),
      'contactedOn',
    ),
  }
}

/** The code of what they mainly do; nothing where the last thing ended and nothing began since. */
function activityOf(member: Member): string | null {
  const activity = careLeavers.by?.['activity']?.of(member)
  return typeof activity === 'string' && activity !== 'ended' ? activity : null
}
