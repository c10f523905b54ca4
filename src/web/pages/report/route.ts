import { create } from 'content-disposition'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type App, getDataset } from '../../../app/app.ts'
import { publicationsOf } from '../../../app/months/month.ts'
import { publishedFile, publishedOf, readPublished } from '../../../app/months/publish.ts'
import {
  draftFile,
  draftReport,
  figuresOf,
  getReport,
  getVersion,
  type ReportFormat,
  reportFormats,
  reportsOf,
  type Version,
} from '../../../app/months/report.ts'
import { Refused } from '../../../app/refused.ts'
import { audiences } from '../../../core/figures/month.ts'
import { pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { signedIn } from '../../session.ts'
import { askedMonth } from '../month/asked.ts'
import { type Edition, type ReportRead, reportView, versionView } from './view.ts'

/** A frozen month at addresses that stay: its figures, its reports as they were published and would be, and their files. */
export const reportPages: Routes = (server, app, render) => {
  const html = (reply: FastifyReply, template: string, view: Parameters<typeof render>[1]) =>
    reply.type('text/html; charset=utf-8').send(render(`pages/report/${template}.njk`, view))

  server.get(
    '/publish/:dataset/:month/versions/:version',
    signedIn(app, render, async (request, reply, who) => {
      const publication = await getVersion(app, askedVersion(app, request))
      const published = await publishedOf(app, [publication])
      const reports = reportsOf(app, publication).map((report) => ({
        report,
        published: published.filter((one) => one.report === report.key),
      }))
      const last = (await publicationsOf(app, publication)).at(-1) ?? publication
      const read = { publication, last, reports, figures: await figuresOf(app, publication) }
      return html(reply, 'version', versionView(read, who))
    }),
  )

  server.get(
    '/publish/:dataset/:month/versions/:version/reports/:report/:audience',
    signedIn(app, render, async (request, reply, who) =>
      html(reply, 'report', reportView(await editionRead(app, request), who)),
    ),
  )

  server.get(
    '/publish/:dataset/:month/versions/:version/reports/:report/:audience/:format',
    signedIn(app, render, async (request, reply) => {
      const { version, report, edition } = askedEdition(app, request)
      const format = pathPart(request, 'format')
      const { bytes, fileName, mediaType } =
        edition === 'draft'
          ? await draftFile(app, await getVersion(app, version), report, writable(format))
          : await publishedFile(app, { ...version, report: report.key, audience: edition, format })
      return reply
        .type(mediaType)
        .header('content-disposition', create(fileName))
        .header('x-content-type-options', 'nosniff')
        .send(Buffer.from(bytes))
    }),
  )
}

function writable(text: string): ReportFormat {
  const format = reportFormats.find((one) => one === text)
  if (format === undefined) throw new Refused('not found', `A report is written as ${reportFormats.join(', ')}.`)
  return format
}

function askedVersion(app: App, request: FastifyRequest): Version {
  const text = pathPart(request, 'version')
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Refused('not found', `“${text}” is not the number of a version.`)
  return { ...askedMonth(app, request), version: Number(text) }
}

function askedEdition(app: App, request: FastifyRequest) {
  const version = askedVersion(app, request)
  const report = getReport(app, pathPart(request, 'report'), getDataset(app, version.dataset).key)
  const asked = pathPart(request, 'audience')
  const edition: Edition | undefined = asked === 'draft' ? asked : audiences.find((one) => one === asked)
  if (edition === undefined) throw new Refused('not found', `A report is not published to “${asked}”.`)
  return { version, report, edition }
}

async function editionRead(app: App, request: FastifyRequest): Promise<ReportRead> {
  const { version, report, edition } = askedEdition(app, request)
  if (edition !== 'draft') {
    const read = await readPublished(app, { ...version, report: report.key, audience: edition })
    return { ...read, report, edition }
  }
  const publication = await getVersion(app, version)
  const document = await draftReport(app, publication, report)
  return { publication, report, edition, document, formats: reportFormats, published: undefined }
}
