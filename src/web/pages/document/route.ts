import { create } from 'content-disposition'
import { openDocument } from '../../../app/documents/open.ts'
import { Refused } from '../../../app/refused.ts'
import type { DocumentId } from '../../../core/definitions/field.ts'
import { pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { signedIn } from '../../session.ts'

/** The files on records. They are for the reader's own programs: whatever is in one, no browser shows it as a page of ours. */
export const documentPage: Routes = (server, app, render) => {
  server.get(
    '/documents/:document',
    signedIn(app, render, async (request, reply, who) => {
      const text = pathPart(request, 'document')
      if (!/^[1-9]\d{0,14}$/.test(text)) throw new Refused('not found', 'There is no document of that number.')
      const { name, mediaType, bytes } = await openDocument(app, who.account, Number(text) as DocumentId)
      return reply
        .type(mediaType)
        .header('content-disposition', create(name))
        .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
        .header('x-content-type-options', 'nosniff')
        .send(bytes)
    }),
  )
}
