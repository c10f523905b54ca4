import type { Area } from '../../core/definitions/area.ts'
import {
  Communication,
  Disability,
  Ethnicity,
  ImmigrationStatus,
  Language,
  Nationality,
  Religion,
} from './background.ts'
import { DocumentSent, PersonDocument } from './documents.ts'
import {
  ConfidentialAddress,
  ConfidentialHouseholdAddress,
  Household,
  HouseholdAddress,
  HouseholdMembership,
  PersonAddress,
} from './households.ts'
import {
  appointment,
  askingForInformation,
  changeOfWorker,
  closing,
  meetingInvitation,
  meetingOutcome,
  whatWeAgreed,
} from './letters.ts'
import { ConfidentialContactDetail, Consent, ContactDetail, ImportantPerson } from './network.ts'
import { CaseNote, SeenAndHeard } from './notes.ts'
import { GenderIdentity, Person, PersonIdentifier, PersonName } from './person.ts'
import { FamilyTimeArrangement, ParentalResponsibility, Relationship } from './relationships.ts'
import { Alert, Restriction } from './safety.ts'
import { ageDisputed, alerts, restricted } from './tags.ts'

/** Who people are, whom they belong to and where they live, and what is written about them whichever service they know. */
export const people: Area = {
  key: 'people',
  label: 'People',
  indicators: [],
  records: [
    Person,
    PersonName,
    GenderIdentity,
    PersonIdentifier,
    Ethnicity,
    Language,
    Communication,
    Religion,
    Disability,
    Nationality,
    ImmigrationStatus,
    Relationship,
    ParentalResponsibility,
    FamilyTimeArrangement,
    Household,
    HouseholdMembership,
    HouseholdAddress,
    ConfidentialHouseholdAddress,
    PersonAddress,
    ConfidentialAddress,
    ContactDetail,
    ConfidentialContactDetail,
    ImportantPerson,
    Alert,
    Restriction,
    CaseNote,
    SeenAndHeard,
    PersonDocument,
    DocumentSent,
    Consent,
  ],
  tags: [restricted, alerts, ageDisputed],
  letters: [
    appointment,
    meetingInvitation,
    meetingOutcome,
    whatWeAgreed,
    changeOfWorker,
    askingForInformation,
    closing,
  ],
}
