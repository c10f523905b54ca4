import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance } from 'fastify'
import { programs } from '../api/routes.ts'
import type { App } from '../app/app.ts'
import { hasPeople } from '../app/own-authority.ts'
import { Refused } from '../app/refused.ts'
import { accessibilityPage } from './pages/accessibility/route.ts'
import { accountPages } from './pages/account/route.ts'
import { actionPages } from './pages/actions/route.ts'
import { agenciesPages } from './pages/agencies/route.ts'
import { allocationPage } from './pages/allocation/route.ts'
import { datasetPage } from './pages/dataset/route.ts'
import { datasetsPage } from './pages/datasets/route.ts'
import { definitionsPages } from './pages/definitions/route.ts'
import { documentPage } from './pages/document/route.ts'
import { exportPages } from './pages/export/route.ts'
import { faultPages } from './pages/fault/route.ts'
import { figureListPages } from './pages/figure-list/route.ts'
import { figureMovedPage } from './pages/figure-moved/route.ts'
import { forPublicPages } from './pages/for-public/route.ts'
import { homePage } from './pages/home/route.ts'
import { indicatorPage } from './pages/indicator/route.ts'
import { letterPages } from './pages/letter/route.ts'
import { localityPages } from './pages/locality/route.ts'
import { monthPages } from './pages/month/route.ts'
import { myWorkPage } from './pages/my-work/route.ts'
import { newPersonPages } from './pages/new-person/route.ts'
import { openingsPages } from './pages/openings/route.ts'
import { peoplePage } from './pages/people/route.ts'
import { performancePage } from './pages/performance/route.ts'
import { clocksPage } from './pages/person/clocks/route.ts'
import { familyPage } from './pages/person/family/route.ts'
import { personPages } from './pages/person/route.ts'
import { placesPages } from './pages/places/route.ts'
import { planPages } from './pages/plans/route.ts'
import { publicPages } from './pages/public/route.ts'
import { qualityPages } from './pages/quality/route.ts'
import { reconciliationPages } from './pages/reconciliation/route.ts'
import { recordPages } from './pages/record/route.ts'
import { removalPages } from './pages/removal/route.ts'
import { reportPages } from './pages/report/route.ts'
import { samePersonPages } from './pages/same-person/route.ts'
import { servicePages } from './pages/service/route.ts'
import { signInPages } from './pages/sign-in/route.ts'
import { supplyPages } from './pages/supply/route.ts'
import { thingPage } from './pages/thing/route.ts'
import { tokenPages } from './pages/tokens/route.ts'
import { trackerPages } from './pages/tracker/route.ts'
import { workListPages } from './pages/work-lists/route.ts'
import { workerAwayPage } from './pages/worker-away/route.ts'
import { isOverTls, publicAddress } from './public-address.ts'
import { type Routes, renderer } from './render.ts'
import { assets } from './styles/assets.ts'
import { stylesheet } from './styles/stylesheet.ts'

const pages: readonly Routes[] = [
  homePage,
  datasetsPage,
  datasetPage,
  agenciesPages,
  indicatorPage,
  figureListPages,
  figureMovedPage,
  localityPages,
  monthPages,
  reportPages,
  forPublicPages,
  publicPages,
  qualityPages,
  actionPages,
  planPages,
  performancePage,
  placesPages,
  definitionsPages,
  accessibilityPage,
  signInPages,
  accountPages,
  tokenPages,
  myWorkPage,
  workListPages,
  trackerPages,
  servicePages,
  reconciliationPages,
  supplyPages,
  peoplePage,
  newPersonPages,
  personPages,
  familyPage,
  clocksPage,
  allocationPage,
  recordPages,
  thingPage,
  workerAwayPage,
  removalPages,
  openingsPages,
  samePersonPages,
  documentPage,
  letterPages,
  exportPages,
  faultPages,
]

/** Node reads no longer a request line than this, so that a name too long for us is answered in words too. */
const LONGEST_ADDRESS = 16_384

const A_YEAR_IN_SECONDS = 31_536_000

/** The server with every page, not yet listening. */
export async function buildServer(app: App): Promise<FastifyInstance> {
  const server = fastify({
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: LONGEST_ADDRESS },
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : '/'.concat(encodeURIComponent(url))),
  })
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Whether the address is served over TLS is for whoever runs it; a browser told so on plain http would not come back.
    strictTransportSecurity: isOverTls() && { maxAge: A_YEAR_IN_SECONDS, includeSubDomains: false },
  })
  await server.register(cookie)
  // Forms and nothing else: what no form can send needs no reading.
  server.removeAllContentTypeParsers()
  await server.register(formbody)
  await server.register(multipart, { throwFileSizeLimit: false })
  const sheet = await stylesheet()
  assets(server, sheet)
  let isWithoutPeople = !(await hasPeople(app))
  // Somebody is recorded once; from then on nothing has to be asked.
  server.addHook('onRequest', async () => {
    if (isWithoutPeople) isWithoutPeople = !(await hasPeople(app))
  })
  const render = renderer(app, sheet.path, () => isWithoutPeople)
  for (const routes of pages) routes(server, app, render)
  await programs(server, app)
  return server
}

/** An address that cannot be decoded would be answered by Fastify itself, in JSON; written out, it is merely one that is not here. */
function isReadable(url: string): boolean {
  try {
    decodeURI(url.split('?')[0] ?? '')
    return true
  } catch {
    return false
  }
}

/** Listens until the process is told to stop. Refused when the port is in use. */
export async function startServer(app: App, port: number): Promise<{ address: string; stopped: Promise<void> }> {
  const people = publicAddress()
  const server = await buildServer(app)
  try {
    await server.listen({ port, host: process.env['LOS_HOST'] ?? 'localhost' })
  } catch (error) {
    await server.close()
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE')
      throw new Refused(
        'in the way',
        `Port ${port} is in use by another program. Stop that, or choose another port: --port ${port + 1}`,
      )
    if (code === 'EACCES')
      throw new Refused(
        'in the way',
        `Port ${port} is only for the administrator of this machine. Choose one above 1023: --port 3000`,
      )
    throw error
  }
  const bound = server.server.address()
  const stopped = new Promise<void>((resolve) => {
    const stop = () => server.close().then(resolve)
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
  const here = `http://localhost:${typeof bound === 'object' && bound ? bound.port : port}`
  return { address: people === undefined ? here : `${people.origin}, listening at ${here}`, stopped }
}
