import type { FastifyReply, FastifyRequest } from 'fastify'
import { beginComparing, comparePeople, previewParting } from '../../../app/people/compare.ts'
import { findPeople } from '../../../app/people/find.ts'
import { mergePeople, reasonFault, unmergePeople } from '../../../app/people/merge.ts'
import { Refused } from '../../../app/refused.ts'
import { all, first, pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { formOf, signedIn, type Who } from '../../session.ts'
import { subjectIn } from '../person/route.ts'
import { compareView, type MergeFault, type TypedMerge } from './compare-view.ts'
import { lookView } from './look-view.ts'
import { partView } from './part-view.ts'

/** One person recorded twice: looking for the other record, comparing, recording them as one person, and taking it back. */
export const samePersonPages: Routes = (server, app, render) => {
  const html = (reply: FastifyReply, page: string, code = 200) =>
    reply.code(code).type('text/html; charset=utf-8').send(page)
  const comparison = async (reply: FastifyReply, request: FastifyRequest, who: Who, form?: Wrong) => {
    const { one, other } = pairIn(request)
    const compared = await comparePeople(app, who.account, one, other)
    const view = compareView(compared, who, form?.typed, form?.faults ?? [])
    return html(reply, render('pages/same-person/compare.njk', view), form === undefined ? 200 : 400)
  }
  const parting = async (reply: FastifyReply, request: FastifyRequest, who: Who, form?: WrongReason) => {
    const view = partView(await previewParting(app, who.account, partedIn(request)), who, form)
    return html(reply, render('pages/same-person/part.njk', view), form === undefined ? 200 : 400)
  }

  server.get(
    '/people/same',
    signedIn(app, render, async (request, reply) => {
      const [one, other, ...more] = all(request, 'who').map(subjectIn)
      if (one === undefined || other === undefined || more.length > 0)
        throw new Refused('bad input', 'Choose two people to compare, no more and no fewer.')
      return reply.redirect(`/people/${one}/same/${other}`, 303)
    }),
  )

  server.get(
    '/people/:subject/same',
    signedIn(app, render, async (request, reply, who) => {
      const person = await beginComparing(app, who.account, subjectIn(pathPart(request, 'subject')))
      const query = first(request, 'q') ?? person.name
      const found = await findPeople(app, who.account, query)
      return html(reply, render('pages/same-person/look.njk', lookView(person, query, found, who)))
    }),
  )

  server.get(
    '/people/:subject/same/:other',
    signedIn(app, render, (request, reply, who) => comparison(reply, request, who)),
  )

  server.post(
    '/people/:subject/same/:other',
    signedIn(app, render, async (request, reply, who) => {
      const { one, other } = pairIn(request)
      const typed = typedIn(formOf(request, who))
      const faults = faultsOf(typed, [one, other])
      if (faults.length > 0) return comparison(reply, request, who, { typed, faults })
      const kept = subjectIn(typed.keep)
      const person = await mergePeople(app, who.account, { kept, merged: kept === one ? other : one }, typed.reason)
      return reply.redirect(`/people/${person}`, 303)
    }),
  )

  server.get(
    '/people/:subject/part/:merged',
    signedIn(app, render, (request, reply, who) => parting(reply, request, who)),
  )

  server.post(
    '/people/:subject/part/:merged',
    signedIn(app, render, async (request, reply, who) => {
      const reason = formOf(request, who).get('reason')?.[0] ?? ''
      const fault = reasonFault(reason)
      if (fault !== undefined) return parting(reply, request, who, { reason, fault })
      const pair = partedIn(request)
      await unmergePeople(app, who.account, pair, reason)
      return reply.redirect(`/people/${pair.kept}`, 303)
    }),
  )
}

type Wrong = { readonly typed: TypedMerge; readonly faults: readonly MergeFault[] }
type WrongReason = { readonly reason: string; readonly fault: string }

const pairIn = (request: FastifyRequest) => ({
  one: subjectIn(pathPart(request, 'subject')),
  other: subjectIn(pathPart(request, 'other')),
})

const partedIn = (request: FastifyRequest) => ({
  kept: subjectIn(pathPart(request, 'subject')),
  merged: subjectIn(pathPart(request, 'merged')),
})

const typedIn = (fields: ReadonlyMap<string, readonly string[]>): TypedMerge => ({
  keep: fields.get('keep')?.[0] ?? '',
  reason: fields.get('reason')?.[0] ?? '',
  compared: fields.get('compared')?.[0] === 'yes',
})

function faultsOf({ keep, reason, compared }: TypedMerge, pair: readonly number[]): readonly MergeFault[] {
  const why = reasonFault(reason)
  return [
    ...(pair.includes(Number(keep)) ? [] : [{ field: 'keep', message: 'Choose which number to keep.' } as const]),
    ...(why === undefined ? [] : [{ field: 'reason', message: why } as const]),
    ...(compared
      ? []
      : [
          {
            field: 'compared',
            message: 'Confirm that you have compared the two and that they are the same person.',
          } as const,
        ]),
  ]
}
