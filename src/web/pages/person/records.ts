import type { App } from '../../../app/app.ts'
import type { PersonRead, RecordRead } from '../../../app/people/read.ts'
import { shortText } from '../../../core/dates/plain-date.ts'
import type { RecordType } from '../../../core/definitions/record-type.ts'
import { address } from '../../query.ts'
import type { View } from '../../render.ts'
import type { Who } from '../../session.ts'
import { type Menu, recordMenu } from '../record/record-menu.ts'
import { type Entry, entryOf } from './entry.ts'
import { type HeadView, headView } from './head.ts'

type TypeRow = {
  readonly label: string
  readonly href: string
  readonly count: number
  readonly latest: string
  readonly record: string | undefined
}

export type RecordsView = View & {
  readonly head: HeadView
  readonly heading: string
  /** Every type of which there is any record, by area. */
  readonly areas: readonly { readonly label: string; readonly rows: readonly TypeRow[] }[]
  /** The records of the one type that was asked for. */
  readonly listed:
    | {
        readonly lines: readonly Entry[]
        readonly place: string | undefined
        readonly newer: string | undefined
        readonly older: string | undefined
        readonly record: string | undefined
        readonly all: string
      }
    | undefined
  /** What the viewer may record. */
  readonly menu: Menu
}

const MOST = 100

type Asked = { readonly type: string | undefined; readonly page: number }

/** All records about somebody by type, each type leading to its records; or the records of one type. */
export function recordsView(
  app: App,
  read: PersonRead,
  writable: readonly RecordType[],
  { type: wanted, page }: Asked,
  who: Who,
): RecordsView {
  const { head, records } = read
  const base = `/people/${head.subject}`
  const mayWrite = new Set(writable.map(({ key }) => key))
  const form = (key: string) => (mayWrite.has(key) ? `${base}/record/${key}` : undefined)
  const type = wanted !== undefined && app.catalogue.records.has(wanted) ? wanted : undefined
  const typeLabel = type === undefined ? undefined : app.catalogue.records.get(type)?.plural
  const chosen = records.filter((record) => record.type.key === type).toReversed()
  return {
    page: {
      title: `${head.name}: ${typeLabel ?? 'records'}`,
      navigation: 'people',
      who: { name: who.account.name, form: who.form },
    },
    head: headView(head, { here: 'records' }),
    heading: typeLabel === undefined ? counted(records.length) : `${chosen.length} ${typeLabel}`,
    areas: app.catalogue.areas
      .map(({ label, records: types = [] }) => ({
        label,
        rows: types.flatMap((one) => typeRow(one, records, base, form(one.key))),
      }))
      .filter(({ rows }) => rows.length > 0),
    listed: type === undefined ? undefined : listed(chosen, { type, page }, base, read, form(type)),
    menu: recordMenu(app, head.subject, writable),
  }
}

const counted = (count: number): string => (count === 1 ? '1 record' : `${count} records`)

function typeRow(
  type: RecordType,
  records: readonly RecordRead[],
  base: string,
  record: string | undefined,
): readonly TypeRow[] {
  const own = records.filter((one) => one.type.key === type.key)
  if (own.length === 0) return []
  const latest = own.at(-1)?.on ?? null
  return [
    {
      label: type.label,
      href: address(`${base}/records`, { type: type.key }),
      count: own.length,
      latest: latest === null ? 'No date' : shortText(latest),
      record,
    },
  ]
}

function listed(
  chosen: readonly RecordRead[],
  { type, page: asked }: { readonly type: string; readonly page: number },
  base: string,
  { head }: PersonRead,
  record: string | undefined,
): RecordsView['listed'] {
  const pages = Math.max(1, Math.ceil(chosen.length / MOST))
  const page = Math.min(asked, pages)
  const first = (page - 1) * MOST
  const lines = chosen.slice(first, first + MOST)
  const to = (number: number) => address(`${base}/records`, { type, page: number > 1 ? String(number) : undefined })
  return {
    lines: lines.map((one) => {
      const entry = entryOf(one, head.subject)
      return { ...entry, when: one.on === null ? '' : shortText(one.on) }
    }),
    place: pages > 1 ? `${first + 1} to ${first + lines.length}` : undefined,
    newer: page > 1 ? to(page - 1) : undefined,
    older: page < pages ? to(page + 1) : undefined,
    record,
    all: `${base}/records`,
  }
}
