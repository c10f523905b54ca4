import type { FastifyReply } from 'fastify'
import type { App } from '../../../app/app.ts'
import type { Typed } from '../../../app/people/drafts.ts'
import { readVersions, type VersionsRead } from '../../../app/people/versions.ts'
import { EditConflict, endingFields, endRecord } from '../../../app/people/write.ts'
import { Refused } from '../../../app/refused.ts'
import type { Fields, RecordId } from '../../../core/definitions/field.ts'
import type { RecordType } from '../../../core/definitions/record-type.ts'
import type { Fault } from '../../../core/record/validate.ts'
import type { Render, Routes } from '../../render.ts'
import { formOf, signedIn, type Who } from '../../session.ts'
import { fieldQuestions } from './form.ts'
import { html, numberIn } from './keep.ts'
import { parseFields } from './parse.ts'
import { NO_CHOICES, NO_FILES } from './question.ts'
import { recordIn } from './read-record.ts'
import { factsOf } from './versions.ts'
import { nameIn } from './written-part.ts'

/** Ending what holds for a time, by its day: a stay, an alert, a restriction, an allocation. */
export const endPages: Routes = (server, app, render) => {
  server.get(
    '/records/:record/end',
    signedIn(app, render, async (request, reply, who) => {
      const record = recordIn(request)
      const versions = await readVersions(app, who.account, record, 'record')
      return show(app, render, reply, who, { record, versions, typed: {}, faults: [], changed: undefined })
    }),
  )

  server.post(
    '/records/:record/end',
    signedIn(app, render, async (request, reply, who) => {
      const record = recordIn(request)
      const typed: Typed = Object.fromEntries([...formOf(request, who)].filter(([name]) => name !== 'form'))
      const versions = await readVersions(app, who.account, record, 'record')
      const { values, faults } = parseFields(ending(versions.type), typed)
      const again = (found: readonly Fault[], changed?: string) =>
        show(app, render, reply, who, { record, versions, typed, faults: found, changed }, changed ? 409 : 400)
      if (faults.length > 0) return again(faults)
      try {
        const basedOn = numberIn(typed['basedOn']?.[0]) ?? 0
        const written = await endRecord(app, who.account, { record, basedOn, fields: values })
        if ('faults' in written) return again(written.faults)
        return reply.redirect(pageOf(versions), 303)
      } catch (error) {
        if (!(error instanceof EditConflict)) throw error
        return again([], error.version.recordedBy)
      }
    }),
  )
}

/** The questions of the small form: the day, and what is known only when it comes. */
const ending = (type: RecordType): Fields =>
  Object.fromEntries(
    endingFields(type).flatMap((name) => {
      const field = type.fields[name]
      return field === undefined ? [] : [[name, name === type.ends ? { ...field, required: true as const } : field]]
    }),
  )

const pageOf = ({ kind, subject }: VersionsRead): string => `/${kind === 'person' ? 'people' : 'things'}/${subject}`

type Shown = {
  readonly record: RecordId
  readonly versions: VersionsRead
  readonly typed: Typed
  readonly faults: readonly Fault[]
  readonly changed: string | undefined
}

function show(app: App, render: Render, reply: FastifyReply, who: Who, shown: Shown, code = 200) {
  const { record, versions, typed, faults, changed } = shown
  const { type } = versions
  const latest = versions.versions.at(-1)
  if (type.ends === undefined || latest?.state !== 'recorded')
    throw new Refused('not found', 'This record does not end. Correct it instead.')
  const label = type.label.toLowerCase()
  const around = {
    typed,
    faults,
    choices: NO_CHOICES,
    files: NO_FILES,
    today: app.clock.today,
    codesOn: () => app.clock.today,
  }
  const view = {
    page: { title: `End: ${label}`, navigation: 'people' as const, who: { name: who.account.name, form: who.form } },
    heading: `End: ${label}`,
    form: who.form,
    action: `/records/${record}/end`,
    back: { href: `/records/${record}`, label: nameIn(versions)(versions.subject) },
    basedOn: latest.sequence,
    changed,
    faults: faults.map(({ field, message }) => ({ href: `#${field}`, message })),
    stop:
      faults.length === 1 ? 'One thing stops it from being ended' : `${faults.length} things stop it from being ended`,
    facts: factsOf(type, latest.content, versions),
    questions: fieldQuestions(ending(type), around),
  }
  return html(reply, render('pages/record/end.njk', view), code)
}
