import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type App, getAuthority, getDataset } from '../../../app/app.ts'
import { csvText } from '../../../app/csv.ts'
import { type PublicRead, publicMonths, readPublicMonth } from '../../../app/disclosure/public.ts'
import { publishedFile, publishedOf, readPublished } from '../../../app/months/publish.ts'
import { getReport } from '../../../app/months/report.ts'
import { Refused } from '../../../app/refused.ts'
import { periodLabel } from '../../../core/dates/period.ts'
import { longText } from '../../../core/dates/plain-date.ts'
import { address, first, pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { askedMonth } from '../month/asked.ts'
import { csvOf, jsonOf, metadataOf } from './open-data.ts'
import { type PublicView, publicAddress, publicView } from './view.ts'

/**
 * What was published to everybody. These pages do not look at who is asking: they are the same for all, may be kept by whoever passes them on, and set nothing in
 * a browser. They show what was fixed when it was published, and can show nothing else.
 */
export const publicPages: Routes = (server, app, render) => {
  server.get('/public', async (request, reply) => {
    const rows = (await publicMonths(app)).map((one) => {
      const { publication } = one
      const here = publicAddress(one)
      return {
        month: periodLabel(publication.period),
        dataset: getDataset(app, publication.dataset).label,
        authority: getAuthority(app, publication.authority).name,
        knownOn: longText(publication.knownOn),
        href: here,
        csv: `${here}/figures.csv`,
      }
    })
    const council = app.own === undefined ? {} : { council: app.own.council }
    const view = {
      page: { title: 'What we publish', navigation: 'none' as const, ...council },
      heading: rows.length === 0 ? 'Nothing has been published yet' : headingOf(rows.length),
      lead:
        rows.length === 0
          ? 'Months of figures appear here once they are checked, signed off and published.'
          : 'How children’s services do, month by month, as it was known when it was published.',
      rows,
    }
    return send(request, reply, 'text/html; charset=utf-8', render('pages/public/months.njk', view))
  })
  server.get('/public/:dataset/:month', async (request, reply) => {
    const month = await asked(app, request)
    const view = publicView(month, await reportsOf(app, month))
    return send(request, reply, 'text/html; charset=utf-8', render('pages/public/month.njk', view))
  })
  server.get('/public/:dataset/:month/figures.csv', async (request, reply) => {
    const text = `\ufeff${csvText(csvOf(await asked(app, request)))}`
    return send(request, named(reply, request, 'csv'), 'text/csv; charset=utf-8', text)
  })
  server.get('/public/:dataset/:month/figures.csv-metadata.json', async (request, reply) => {
    const month = await asked(app, request)
    const metadata = metadataOf(month, address('figures.csv', { version: first(request, 'version') }))
    return send(request, reply, 'application/csvm+json; charset=utf-8', `${JSON.stringify(metadata, null, 2)}\n`)
  })
  server.get('/public/:dataset/:month/figures.json', async (request, reply) => {
    const text = `${JSON.stringify(jsonOf(await asked(app, request)), null, 2)}\n`
    return send(request, reply, 'application/json; charset=utf-8', text)
  })
  server.get('/public/:dataset/:month/reports/:report/:format', async (request, reply) => {
    const { publication } = await asked(app, request)
    const { key: report } = getReport(app, pathPart(request, 'report'), publication.dataset)
    const { dataset, period, version } = publication
    const format = pathPart(request, 'format')
    const file = await publishedFile(app, { dataset, period, version, report, audience: 'public', format })
    const inside = reply.header('content-disposition', `attachment; filename="${file.fileName}"`)
    return send(request, inside, file.mediaType, Buffer.from(file.bytes))
  })
}

const headingOf = (months: number): string =>
  months === 1 ? 'One month is published' : `${months} months are published`

/** The month that an address names, and the version. Refused where it was not published to everybody. */
async function asked(app: App, request: FastifyRequest): Promise<PublicRead> {
  const version = first(request, 'version')
  if (version !== undefined && !/^\d{1,6}$/.test(version)) throw new Refused('not found', 'There is no such version.')
  return readPublicMonth(app, {
    ...askedMonth(app, request),
    version: version === undefined ? undefined : Number(version),
  })
}

/** The reports of this version that were published to everybody, as files. */
async function reportsOf(app: App, month: PublicRead): Promise<PublicView['files']> {
  const { publication } = month
  const published = (await publishedOf(app, [publication])).filter(({ audience }) => audience === 'public')
  const files = await Promise.all(
    published.map(async ({ report }) => {
      const { dataset, period, version } = publication
      const { formats } = await readPublished(app, { dataset, period, version, report, audience: 'public' })
      return formats.map((format) => ({
        label: `${getReport(app, report).label} (${format.toUpperCase()})`,
        href: address(`${publicAddress(month)}/reports/${report}/${format}`, { version: String(version) }),
      }))
    }),
  )
  return files.flat()
}

const named = (reply: FastifyReply, request: FastifyRequest, ending: string): FastifyReply =>
  reply.header(
    'content-disposition',
    `attachment; filename="${pathPart(request, 'dataset')}-${pathPart(request, 'month')}.${ending}"`,
  )

/** Sends what is the same for everybody, so that whoever has it already need not be sent it again. */
function send(request: FastifyRequest, reply: FastifyReply, type: string, body: string | Buffer): FastifyReply {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const kept = reply.header('etag', tag).header('cache-control', 'public, max-age=300')
  return request.headers['if-none-match'] === tag ? kept.code(304).send() : kept.type(type).send(body)
}
