import type { FastifyRequest } from 'fastify'
import { readVersions } from '../../../app/people/versions.ts'
import { Refused } from '../../../app/refused.ts'
import type { RecordId } from '../../../core/definitions/field.ts'
import { pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { signedIn } from '../../session.ts'
import { html, numberIn } from './keep.ts'
import { versionsView } from './versions.ts'

/** One record: as it stands, and what was changed when by whom and why. */
export const readRecordPages: Routes = (server, app, render) => {
  server.get(
    '/records/:record',
    signedIn(app, render, async (request, reply, who) => {
      const record = recordIn(request)
      const read = await readVersions(app, who.account, record)
      return html(reply, render('pages/record/versions.njk', versionsView(read, record, who)))
    }),
  )

  server.get(
    '/done',
    signedIn(app, render, async (_, reply, who) => {
      const page = {
        title: 'On the record',
        navigation: 'people' as const,
        who: { name: who.account.name, form: who.form },
      }
      return html(reply, render('pages/record/done.njk', { page }))
    }),
  )
}

export function recordIn(request: FastifyRequest): RecordId {
  const number = numberIn(pathPart(request, 'record'))
  if (number === undefined) throw new Refused('not found', 'There is no record of that number.')
  return number as RecordId
}
