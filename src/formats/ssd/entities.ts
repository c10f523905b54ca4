import { care } from './care.ts'
import type { Entity } from './column.ts'
import { health } from './health.ts'
import { leaving } from './leaving.ts'
import { people } from './people.ts'
import { plans } from './plans.ts'

// The entities of the dataset. Source: Data to Insight, Standard Safeguarding Dataset 1.4.5 (ssd-data-model).

/** Those that are read and written. */
export const entities: readonly Entity[] = [...people, ...care, ...health, ...leaving, ...plans]

const notYet = (what: string) => `${what} are not recorded here yet.`
const needHelp = notYet('Referrals, assessments and plans of children in need')
const protection = notYet('Enquiries, conferences and plans to protect children')

/** Those that are not, and why. */
export const notRead: ReadonlyMap<string, string> = new Map([
  ['ssd_address', 'Its addresses are one text; an address here has its parts, and some are kept closer than others.'],
  [
    'ssd_family',
    'It says that people belong together and not how; a relationship here says what two people are to each other.',
  ],
  ['ssd_mother', 'It names mothers of any children; that a girl in care is a mother stands with the person.'],
  ['ssd_pre_proceedings', 'It is provisional in the dataset: its columns may change.'],
  ['ssd_voice_of_child', 'It is provisional in the dataset: its columns may change.'],
  ['ssd_early_help_episodes', notYet('Episodes of early help')],
  ['ssd_contacts', notYet('Contacts')],
  ['ssd_cin_episodes', needHelp],
  ['ssd_cin_assessments', needHelp],
  ['ssd_assessment_factors', needHelp],
  ['ssd_cin_plans', needHelp],
  ['ssd_cin_visits', needHelp],
  ['ssd_s47_enquiry', protection],
  ['ssd_initial_cp_conference', protection],
  ['ssd_cp_plans', protection],
  ['ssd_cp_visits', protection],
  ['ssd_cp_reviews', protection],
  ['ssd_s251_finance', 'It is provisional in the dataset, and what care costs is not recorded here.'],
  ['ssd_version_log', 'It tells of the dataset and of nobody.'],
  ['ssd_api_data_staging', 'It tells of sending the dataset and of nobody.'],
])

/** The entity that a file is of, by its name; undefined for one that there is not. */
export function entityNamed(file: string): Entity | string | undefined {
  const name = plainName((file.split(/[\\/]/).at(-1) ?? '').replace(/\.csv$/i, ''))
  const entity = entities.find((one) => plainName(one.name) === name)
  return entity ?? [...notRead.keys()].find((one) => plainName(one) === name)
}

/** Without what systems put before and after: a schema, `ssd_`, a date, and whether it is one or many. */
const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^.*\./, '')
    .replaceAll(/[\s-]+/g, '_')
    .replace(/_v?\d{4,14}$/, '')
    .replace(/^ssd_/, '')
    .replace(/s$/, '')
