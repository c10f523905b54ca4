import { audienceWords } from '../../../app/months/publish.ts'
import type { Version } from '../../../app/months/report.ts'
import { periodLabel, periodText } from '../../../core/dates/period.ts'
import { longText, toText } from '../../../core/dates/plain-date.ts'
import type { Report } from '../../../core/definitions/report.ts'
import type { Publication } from '../../../core/figures/frozen.ts'
import type { Audience } from '../../../core/figures/month.ts'
import type { ReportDocument } from '../../../core/reports/document.ts'
import { address } from '../../query.ts'
import type { Who } from '../../session.ts'
import { monthAddress, versionAddress } from '../month/asked.ts'
import { saidText } from '../month/words.ts'
import { chaptersOf } from './parts.ts'

/** A report as it was published to an audience, or as it would be. */
export type Edition = Audience | 'draft'

export const editionAddress = (version: Version, report: string, edition: Edition): string =>
  `${versionAddress(version)}/reports/${report}/${edition}`

/** In the order in which they are offered. */
const formatNames: Readonly<Record<string, string>> = { pdf: 'PDF', html: 'HTML', xlsx: 'Excel', csv: 'CSV' }
const inOrder = (format: string): number => Object.keys(formatNames).indexOf(format)

const headOf = (title: string, who: Who) => ({
  title,
  navigation: 'publish' as const,
  who: { name: who.account.name, form: who.form },
})

export type ReportRead = {
  readonly publication: Publication
  readonly report: Report
  readonly edition: Edition
  readonly document: ReportDocument | undefined
  readonly formats: readonly string[]
  /** What is said of it, and by whom and when it was published; undefined of a draft. */
  readonly published: { readonly words: string; readonly by: string; readonly at: Date } | undefined
}

/** A report with its contents; of one that is withheld, why it is. */
export function reportView({ publication, report, edition, document, formats, published }: ReportRead, who: Who) {
  const when = published === undefined ? 'Not published.' : `Published by ${saidText(published)}.`
  return {
    page: headOf(report.label, who),
    back: {
      href: versionAddress(publication),
      label: `Back to version ${publication.version} of ${periodLabel(publication.period)}`,
    },
    heading: document?.title ?? `${report.label} is withheld`,
    lead: `${document?.subtitle ?? periodLabel(publication.period)}. As known on ${longText(publication.knownOn)}. ${when}`,
    marking: document?.marking ?? published?.words ?? '',
    files: formats
      .toSorted((a, b) => inOrder(a) - inOrder(b))
      .map((format) => ({
        label: formatNames[format] ?? format,
        href: `${editionAddress(publication, report.key, edition)}/${format}`,
      })),
    chapters: document === undefined ? [] : chaptersOf(document),
  }
}

export type VersionRead = {
  readonly publication: Publication
  readonly last: Publication
  readonly figures: Pick<ReportDocument, 'parts'> & {
    readonly finding: string
    readonly counted: readonly { readonly indicator: string; readonly label: string }[]
  }
  readonly reports: readonly {
    readonly report: Report
    readonly published: readonly {
      readonly audience: Audience
      readonly words: string
      readonly by: string
      readonly at: Date
    }[]
  }[]
}

/** A frozen version: what was published of it, and its figures. */
export function versionView({ publication, last, figures, reports }: VersionRead, who: Who) {
  const { period, version, knownOn, frozenAt, frozenBy, reason } = publication
  const why = reason === null ? '' : ` Why there is another: “${reason}”.`
  return {
    page: headOf(`${periodLabel(period)}, version ${version}`, who),
    back: monthAddress(publication),
    heading: figures.finding,
    lead: `${periodLabel(period)}, version ${version}, as known on ${longText(knownOn)}. Frozen by ${saidText({ by: frozenBy, at: frozenAt })}.${why}`,
    newer: last.version === version ? undefined : { href: versionAddress(last), label: `version ${last.version}` },
    reports: reports.map(({ report, published }) => ({
      ...{ key: report.key, label: report.label, draft: editionAddress(publication, report.key, 'draft') },
      published: published.map((one) => ({
        href: editionAddress(publication, report.key, one.audience),
        to: audienceWords[one.audience],
        words: one.words,
        who: saidText(one),
      })),
    })),
    lists: figures.counted.map(({ indicator, label }) => ({
      label,
      href: address(`/indicators/${indicator}/list`, { period: periodText(period), 'known-on': toText(knownOn) }),
    })),
    chapters: chaptersOf(figures),
  }
}
