import { pagesByHand } from './pages-by-hand.ts'
import { pagesOfOpenings, pagesOfPeople } from './pages-of-people.ts'
import { pagesOfRecords } from './pages-of-records.ts'
import { pagesPuttingRight } from './pages-putting-right.ts'
import type { Page } from './way.ts'

/** Every page about a person or a record, and how it is reached. A new one fails a test until it is here, or below. */
export const pages: readonly Page[] = [
  ...pagesOfPeople,
  ...pagesOfOpenings,
  ...pagesOfRecords,
  ...pagesByHand,
  ...pagesPuttingRight,
]

/**
 * Every other address of the server, and why it needs no walk: it is for everybody, or for whoever is signed in, or for a program with a token, and about nobody.
 */
export const aboutNobody: Readonly<Record<string, 'everybody' | 'signed in' | 'token'>> = {
  'GET /': 'everybody',
  'GET /datasets': 'everybody',
  'GET /datasets/:dataset': 'everybody',
  'GET /datasets/:dataset.csv': 'everybody',
  // What other agencies send, which names nobody: `src/web/pages/agencies/agencies.test.ts`.
  'GET /datasets/:dataset/agencies': 'signed in',
  'GET /datasets/:dataset/agencies/:agency/to-send.csv': 'signed in',
  'GET /indicators/:indicator': 'everybody',
  'GET /indicators/:indicator.csv': 'everybody',
  // What was published to everybody, which names nobody: `test/contract/disclosure/public-pages.test.ts`.
  'GET /public': 'everybody',
  'GET /public/:dataset/:month': 'everybody',
  'GET /public/:dataset/:month/figures.csv': 'everybody',
  'GET /public/:dataset/:month/figures.csv-metadata.json': 'everybody',
  'GET /public/:dataset/:month/figures.json': 'everybody',
  'GET /public/:dataset/:month/reports/:report/:format': 'everybody',
  'GET /definitions': 'everybody',
  'GET /definitions.csv': 'everybody',
  'GET /definitions/:indicator': 'everybody',
  'GET /accessibility': 'everybody',
  // Public figures about authorities.
  'GET /places': 'everybody',
  'GET /places/:place': 'everybody',
  'GET /places/:place/themes/:theme': 'everybody',
  'GET /places/:place/measures': 'everybody',
  'GET /places/:place/measures/:measure': 'everybody',
  'GET /places/:place/measures/:measure.csv': 'everybody',
  // For programs: `test/contract/programs.test.ts`; whom a list names for whom is in `lists.test.ts`.
  'GET /api/v1/openapi.json': 'everybody',
  'GET /api/v1/datasets': 'token',
  'GET /api/v1/datasets/:dataset/figures': 'token',
  'GET /api/v1/datasets/:dataset/months': 'token',
  'GET /api/v1/datasets/:dataset/months/:month': 'token',
  'GET /api/v1/datasets/:dataset/months/:month/versions': 'token',
  'GET /api/v1/indicators': 'token',
  'GET /api/v1/indicators/:indicator': 'token',
  'GET /api/v1/indicators/:indicator/figures': 'token',
  'GET /api/v1/indicators/:indicator/members': 'token',
  'GET /api/v1/places': 'token',
  'GET /api/v1/measures': 'token',
  'GET /api/v1/measures/:measure': 'token',
  'GET /sign-in': 'everybody',
  'POST /sign-in': 'everybody',
  'POST /sign-out': 'signed in',
  'GET /account': 'signed in',
  'GET /account/changed': 'signed in',
  'POST /account/password': 'signed in',
  'POST /account/sign-out-everywhere': 'signed in',
  // Tokens of programs, which open nothing here: who may give them is in `tokens.test.ts`.
  'GET /tokens': 'signed in',
  'GET /tokens/new': 'signed in',
  'POST /tokens/new': 'signed in',
  'GET /tokens/:token': 'signed in',
  'POST /tokens/:token': 'signed in',
  // What it leads to is walked.
  'GET /people/same': 'signed in',
  // Lists of people: who is on them for whom, and what of it is kept, is tested in `find.test.ts` and `lists.test.ts`.
  'GET /people': 'signed in',
  'GET /people.csv': 'signed in',
  'GET /indicators/:indicator/list': 'signed in',
  'GET /indicators/:indicator/list.csv': 'signed in',
  'GET /indicators/:indicator/moved': 'signed in',
  // Figures of localities, which name nobody: for partners what was published to them (`partner.test.ts`, `localities.test.ts` of disclosure).
  'GET /localities': 'signed in',
  'GET /localities/:locality': 'signed in',
  'GET /my-work': 'signed in',
  'GET /openings': 'signed in',
  'GET /work-lists': 'signed in',
  'GET /work-lists/:key': 'signed in',
  'GET /work-lists/:key.csv': 'signed in',
  'GET /trackers/:tracker': 'signed in',
  'GET /trackers/:tracker.csv': 'signed in',
  'GET /services': 'signed in',
  'GET /services/:area': 'signed in',
  'GET /sign-off': 'signed in',
  // Errors of data: who is named is tested in `lists.test.ts`.
  'GET /quality': 'signed in',
  'GET /quality/children': 'signed in',
  'GET /quality/rules/:rule': 'signed in',
  'GET /quality.csv': 'signed in',
  // What was promised, which names nobody: `actions.test.ts`.
  'GET /performance': 'signed in',
  'POST /performance': 'signed in',
  'GET /actions': 'signed in',
  'GET /actions/new': 'signed in',
  'POST /actions/new': 'signed in',
  'GET /actions/:action': 'signed in',
  'POST /actions/:action': 'signed in',
  'GET /plans': 'signed in',
  'POST /plans': 'signed in',
  'GET /plans/:plan': 'signed in',
  'POST /plans/:plan': 'signed in',
  // A month of figures, which names nobody: `months.test.ts`; who is named by what changed since: `lists.test.ts`.
  'GET /publish': 'signed in',
  'GET /publish/:dataset/:month': 'signed in',
  'POST /publish/:dataset/:month': 'signed in',
  'GET /publish/:dataset/:month/public': 'signed in',
  'POST /publish/:dataset/:month/public': 'signed in',
  'GET /publish/:dataset/:month/restated': 'signed in',
  'POST /publish/:dataset/:month/restated': 'signed in',
  'GET /publish/:dataset/:month/versions/:version': 'signed in',
  'GET /publish/:dataset/:month/versions/:version/reports/:report/:audience': 'signed in',
  'GET /publish/:dataset/:month/versions/:version/reports/:report/:audience/:format': 'signed in',
  'GET /publish/:dataset/:month/sections/:section': 'signed in',
  'POST /publish/:dataset/:month/sections/:section': 'signed in',
  // Lists of others held against the record: who is on them for whom is in `lists.test.ts`, what is decided of whom in `reconciliation.test.ts`.
  'GET /reconciliations/:reconciliation': 'signed in',
  'GET /reconciliations/:reconciliation.csv': 'signed in',
  'GET /reconciliations/:reconciliation/template.csv': 'signed in',
  'GET /reconciliations/:reconciliation/measures': 'signed in',
  'GET /reconciliations/:reconciliation/new': 'signed in',
  'POST /reconciliations/:reconciliation/new': 'signed in',
  'GET /reconciliations/:reconciliation/rows/:finding': 'signed in',
  'POST /reconciliations/:reconciliation/rows/:finding': 'signed in',
  // Figures that others send, which name nobody: who may sign them off is in `src/app/supplies/supply.test.ts`.
  'GET /supplies': 'signed in',
  'GET /supplies/:supply': 'signed in',
  'GET /supplies/:supply/template.csv': 'signed in',
  'POST /supplies/:supply': 'signed in',
  'POST /supplies/:supply/new': 'signed in',
  // Somebody new, and new things: who may is in `new.test.ts`, whom one is shown who may be meant in `find.test.ts`.
  'GET /people/new': 'signed in',
  'POST /people/new': 'signed in',
  'GET /things/new/:type': 'signed in',
  'POST /things/new/:type': 'signed in',
  'GET /done': 'signed in',
  // Whom a worker works with, and what is written of each: `src/web/pages/worker-away/worker-away.test.ts`.
  'GET /things/:subject/away': 'signed in',
  'POST /things/:subject/away': 'signed in',
  // One's own drafts: `drafts.test.ts`.
  'GET /drafts/:draft': 'signed in',
}
