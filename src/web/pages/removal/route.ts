import type { FastifyReply, FastifyRequest } from 'fastify'
import { moveRecord, previewMove, previewRemoval, removeRecord, type ToRemove } from '../../../app/people/remove.ts'
import { Refused } from '../../../app/refused.ts'
import type { RecordId } from '../../../core/definitions/field.ts'
import { pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { formOf, signedIn, type Who } from '../../session.ts'
import { type Chosen, chosenIn, confirmView, faultsOf, removalView } from './view.ts'

/** Taking a record off somebody's record: moving it to whom it is about, or removing what it says for good. */
export const removalPages: Routes = (server, app, render) => {
  const show = (reply: FastifyReply, who: Who, toRemove: ToRemove, chosen?: Chosen) => {
    const faults = chosen === undefined ? [] : faultsOf(toRemove, chosen)
    const view = removalView(toRemove, who, chosen, faults)
    return reply
      .code(faults.length > 0 ? 400 : 200)
      .type('text/html; charset=utf-8')
      .send(render('pages/removal/removal.njk', view))
  }

  server.get(
    '/records/:record/remove',
    signedIn(app, render, async (request, reply, who) =>
      show(reply, who, await previewRemoval(app, who.account, recordIn(request))),
    ),
  )

  server.post(
    '/records/:record/remove',
    signedIn(app, render, async (request, reply, who) => {
      const record = recordIn(request)
      const fields = formOf(request, who)
      const chosen = chosenIn(fields)
      const toRemove = await previewRemoval(app, who.account, record)
      if (faultsOf(toRemove, chosen).length > 0) return show(reply, who, toRemove, chosen)
      const { kind, wrong, right, authority, reason } = chosen
      if (fields.get('do')?.[0] !== 'confirmed') {
        const move = kind === 'wrong child' ? await previewMove(app, who.account, { record, wrong, right }) : undefined
        const view = confirmView(toRemove, who, chosen, move?.right)
        return reply.type('text/html; charset=utf-8').send(render('pages/removal/confirm.njk', view))
      }
      if (kind === 'wrong child') await moveRecord(app, who.account, { record, wrong, right, authority, reason })
      else if (kind !== undefined) await removeRecord(app, who.account, { record, kind, authority, reason })
      return reply.redirect(`/records/${record}`, 303)
    }),
  )
}

function recordIn(request: FastifyRequest): RecordId {
  const text = pathPart(request, 'record')
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new Refused('not found', 'There is no record of that number.')
  return Number(text) as RecordId
}
