import type { FastifyReply, FastifyRequest } from 'fastify'
import { localitiesOfPartner, partnersLocality } from '../../../app/localities/partners.ts'
import { allLocalities, staffLocality } from '../../../app/localities/staff.ts'
import { askedPeriod, first, pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { anybodySignedIn, headOf, staffIn, type Visitor } from '../../session.ts'
import { localityAddress, partnersView, staffView } from './view.ts'

/** Localities: for partners what was published to them, for those who work here what is counted today. */
export const localityPages: Routes = (server, app, render) => {
  const html = (reply: FastifyReply) => reply.type('text/html; charset=utf-8')
  const list = (reply: FastifyReply, who: Visitor, said: Said) => {
    const navigation = who.account.partnerOf === null ? ('figures' as const) : ('localities' as const)
    const page = { title: 'Localities', navigation, ...headOf(who) }
    return html(reply).send(render('pages/locality/localities.njk', { page, ...said }))
  }

  server.get(
    '/localities',
    anybodySignedIn(app, render, async (_, reply, who) => {
      const { account } = who
      if (account.partnerOf === null) return list(reply, who, forStaff(await allLocalities(app)))
      const own = localitiesOfPartner(account)
      const [only] = own
      return own.length === 1 && only !== undefined
        ? reply.redirect(localityAddress(only), 303)
        : list(reply, who, forPartner(own))
    }),
  )

  server.get(
    '/localities/:locality',
    anybodySignedIn(app, render, async (request, reply, who) => {
      const staff = staffIn(who)
      const { account } = who
      if (staff !== undefined) {
        const found = await staffLocality(app, staff.account, { ...asked(request), section: first(request, 'section') })
        return html(reply).send(
          render('pages/locality/locality.njk', staffView(found, await allLocalities(app), staff)),
        )
      }
      if (account.partnerOf === null) throw new Error('Whoever works here was shown what they see')
      const found = await partnersLocality(app, account, asked(request))
      if (found === undefined) return list(reply, who, nothingYet(pathPart(request, 'locality')))
      return html(reply).send(render('pages/locality/locality.njk', partnersView(found, who)))
    }),
  )
}

const asked = (request: FastifyRequest) => ({
  locality: pathPart(request, 'locality'),
  dataset: first(request, 'dataset'),
  period: askedPeriod(request),
})

type Said = {
  readonly heading: string
  readonly lead: string
  readonly rows: readonly { readonly label: string; readonly href: string }[]
  readonly back?: { readonly label: string; readonly href: string }
}

const linked = (names: readonly string[]) => names.map((label) => ({ label, href: localityAddress(label) }))

const forStaff = (names: readonly string[]): Said => ({
  heading:
    names.length === 0
      ? 'There are no localities yet'
      : `${names.length === 1 ? 'One locality' : `${names.length} localities`}`,
  lead:
    names.length === 0
      ? 'A locality is the teams that serve a place. Record one on the page of a team, under “Locality”; figures that are counted by team are then by locality too.'
      : 'Figures of each beside the whole authority, exactly. Partners see of them what is published to them.',
  rows: linked(names),
})

const forPartner = (names: readonly string[]): Said => ({
  heading: `Your ${names.length} localities`,
  lead: 'Figures of each beside the whole authority, month by month as they are published.',
  rows: linked(names),
})

const nothingYet = (locality: string): Said => ({
  heading: `${locality}: nothing has been published yet`,
  lead: 'Figures of localities appear here once a month is checked, signed off and published. Whoever gave you your account can say when that will be.',
  rows: [],
  back: { label: 'What is published of every authority', href: '/places' },
})
