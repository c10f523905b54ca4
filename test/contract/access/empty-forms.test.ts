import { describe, expect, it } from 'vitest'
import { addressOf, routesOf } from './routes.ts'
import { type Fields, send } from './sending.ts'
import { contractWorld, type World } from './world.ts'

const world = contractWorld()

type Form = {
  /** Somebody to whom the form is shown. */
  readonly as: keyof World['accounts']
  /** What its button sends, or what it holds unseen, where the form is nothing without. */
  readonly sends?: Fields
  /** What an empty form does, where it is right that it does something: the draft is kept, as it is at every step. */
  readonly keeps?: RegExp
}

const draftAt = (path: string) => new RegExp(`^${path}\\?draft=\\d+`)

/** Every form there is. A new one has to be placed. */
const forms: Readonly<Record<string, Form>> = {
  'POST /account/password': { as: 'director' },
  'POST /drafts/:draft/choose/:name': { as: 'social-worker', keeps: draftAt('/people/\\d+/record/case-note') },
  'POST /openings/:opening': { as: 'records-officer' },
  'POST /people/:subject/letters/:letter': { as: 'social-worker', keeps: draftAt('/people/\\d+/letters/closing') },
  'POST /people/:subject/open': { as: 'social-worker' },
  'POST /people/:subject/part/:merged': { as: 'records-officer' },
  'POST /people/:subject/record/:type': { as: 'social-worker', keeps: draftAt('/people/\\d+/record/case-note') },
  'POST /people/:subject/same/:other': { as: 'team-manager' },
  'POST /people/new': { as: 'social-worker', keeps: draftAt('/people/new') },
  'POST /plans': { as: 'director' },
  'POST /publish/:dataset/:month': { as: 'performance-analyst', sends: { do: 'quality' } },
  'POST /publish/:dataset/:month/sections/:section': { as: 'director' },
  'POST /reconciliations/:reconciliation/new': { as: 'operator' },
  'POST /records/:record/correct': { as: 'social-worker', keeps: draftAt('/records/\\d+/correct') },
  'POST /records/:record/remove': { as: 'records-officer' },
  'POST /records/:record/sign': { as: 'team-manager' },
  'POST /supplies/:supply': { as: 'designated-nurse' },
  'POST /supplies/:supply/new': { as: 'designated-nurse' },
  'POST /things/:subject/record/:type': {
    as: 'social-worker',
    keeps: draftAt('/things/\\d+/record/household-address'),
  },
  'POST /things/new/:type': { as: 'social-worker', keeps: draftAt('/things/new/household') },
  'POST /tokens/new': { as: 'operator' },
}

/** Forms that ask nothing, or that need something that this world does not hold; where each is tried. */
const elsewhere: Readonly<Record<string, string>> = {
  'POST /sign-in': 'session.test.ts',
  'POST /sign-out': 'asks nothing',
  'POST /account/sign-out-everywhere': 'asks nothing',
  'POST /actions/new': 'test/browser/promises.test.ts',
  'POST /actions/:action': 'test/browser/promises.test.ts',
  'POST /performance': 'test/browser/promises.test.ts',
  'POST /plans/:plan': 'test/browser/promises.test.ts',
  'POST /publish/:dataset/:month/public': 'test/browser/month.test.ts',
  'POST /publish/:dataset/:month/restated': 'test/browser/month.test.ts',
  'POST /quality/of/:subject': 'test/browser/right-as-it-is.test.ts',
  'POST /reconciliations/:reconciliation/rows/:finding': 'test/browser/reconciliation.test.ts',
  'POST /records/:record/correct/merge': 'test/browser/putting-right.test.ts',
  'POST /records/:record/end': 'src/web/pages/record/record.test.ts',
  'POST /things/:subject/away': 'src/web/pages/worker-away/worker-away.test.ts',
  'POST /tokens/:token': 'test/browser/tokens.test.ts',
}

/** The questions to which the summary of what is wrong leads. */
function ledTo(body: string): readonly string[] {
  const summary = /<div class="govuk-error-summary"[\s\S]*?<\/div>\s*<\/div>/.exec(body)?.[0] ?? ''
  return [...summary.matchAll(/href="[^"]*#([^"]+)"/g)].map(([, id]) => id ?? '')
}

describe('every form', () => {
  it('is tried empty: a new one has to be placed', () => {
    const sent = routesOf(world().server).filter((route) => route.startsWith('POST'))
    expect(sent.toSorted()).toEqual([...Object.keys(forms), ...Object.keys(elsewhere)].toSorted())
  })

  it.each(Object.entries(forms))(
    '%s: sent empty it says what is missing and leads to it, or keeps a draft',
    async (route, { as, sends, keeps }) => {
      const who = world().accounts[as]
      const answer = await send(world(), who, { method: 'POST', url: addressOf(world(), route), fields: sends ?? {} })
      if (keeps !== undefined) {
        expect([answer.statusCode, answer.headers.location]).toEqual([303, expect.stringMatching(keeps)])
        return
      }
      expect(answer.statusCode).toBe(400)
      const ids = ledTo(answer.body)
      expect(ids.length).toBeGreaterThan(0)
      expect(ids.filter((id) => !answer.body.includes(`id="${id}"`))).toEqual([])
    },
  )
})
