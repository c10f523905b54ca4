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
import { FirstKnown } from './first-known.ts'
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
  workerAway,
} from './letters.ts'
import { ConfidentialContactDetail, Consent, ContactDetail, ImportantPerson } from './network.ts'
import { CaseNote, SeenAndHeard } from './notes.ts'
import { GenderIdentity, Person, PersonIdentifier, PersonName, SexualOrientation } from './person.ts'
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
    SexualOrientation,
    PersonIdentifier,
    FirstKnown,
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
  groups: [
    { label: 'What happened', records: [CaseNote, SeenAndHeard] },
    { label: 'What to know first', records: [Alert, Restriction] },
    {
      label: 'Family, and who matters to them',
      records: [Relationship, ParentalResponsibility, FamilyTimeArrangement, ImportantPerson],
    },
    {
      label: 'Where they live, and how to reach them',
      records: [
        HouseholdMembership,
        PersonAddress,
        ConfidentialAddress,
        HouseholdAddress,
        ConfidentialHouseholdAddress,
        ContactDetail,
        ConfidentialContactDetail,
      ],
    },
    {
      label: 'Who they are',
      records: [
        Person,
        PersonName,
        Ethnicity,
        Language,
        Communication,
        Religion,
        Disability,
        GenderIdentity,
        SexualOrientation,
        Nationality,
        ImmigrationStatus,
        PersonIdentifier,
        FirstKnown,
      ],
    },
    { label: 'Documents and agreement', records: [PersonDocument, DocumentSent, Consent] },
  ],
  tags: [restricted, alerts, ageDisputed],
  letters: [
    appointment,
    meetingInvitation,
    meetingOutcome,
    whatWeAgreed,
    workerAway,
    changeOfWorker,
    askingForInformation,
    closing,
  ],
}
