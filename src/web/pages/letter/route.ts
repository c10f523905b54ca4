import type { FastifyReply, FastifyRequest } from 'fastify'
import { choicesForLetter } from '../../../app/letters/choices.ts'
import { letterBegun } from '../../../app/letters/draft.ts'
import { getLetter, letterBlocks, letterFaults, putLetter, startLetter } from '../../../app/letters/letter.ts'
import { dropDraft, getDraft, keepDraft, type Typed } from '../../../app/people/drafts.ts'
import { readVersions } from '../../../app/people/versions.ts'
import { Refused } from '../../../app/refused.ts'
import type { DocumentId, RecordId, SubjectId } from '../../../core/definitions/field.ts'
import type { Letter } from '../../../core/definitions/letter.ts'
import { address, first, pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { formOf, signedIn, type Who } from '../../session.ts'
import { subjectIn } from '../person/route.ts'
import { letterOf, sendingOf, typedFrom } from './typed.ts'
import { blocksIn, chooseView, paperView, type Writing, writeView } from './view.ts'

/** Letters about somebody: choosing one, writing it, seeing it as it will look, putting it on the record; and reading one that is. */
export const letterPages: Routes = (server, app, render) => {
  const show = async (reply: FastifyReply, who: Who, writing: Writing, code = 200) => {
    const choices = await choicesForLetter(app, who.account, writing.subject)
    return reply
      .code(code)
      .type('text/html; charset=utf-8')
      .send(render('pages/letter/write.njk', writeView(who, { ...writing, choices })))
  }

  server.get(
    '/people/:subject/letters',
    signedIn(app, render, async (request, reply, who) => {
      const subject = subjectIn(pathPart(request, 'subject'))
      const choices = await choicesForLetter(app, who.account, subject)
      const letters = [...app.catalogue.letters.values()]
      const [letter, to] = [first(request, 'letter'), first(request, 'to')]
      if (letter !== undefined)
        return reply.redirect(address(`/people/${subject}/letters/${getLetter(app, letter).key}`, { to }), 303)
      return reply
        .type('text/html; charset=utf-8')
        .send(render('pages/letter/choose.njk', chooseView(who, subject, letters, choices)))
    }),
  )

  server.get(
    '/people/:subject/letters/:letter',
    signedIn(app, render, async (request, reply, who) => {
      const about = aboutIn(request)
      const id = numberIn(first(request, 'draft'))
      if (id !== undefined) {
        const draft = await getDraft(app, who.account, id, letterBegun(about))
        return show(reply, who, { ...about, typed: draft.typed, faults: [], draft: id })
      }
      const to = numberIn(first(request, 'to')) as SubjectId | undefined
      const started = await startLetter(app, who.account, about.letter, { subject: about.subject, to })
      return show(reply, who, { ...about, typed: typedFrom(started, about.subject), faults: [], draft: undefined })
    }),
  )

  server.post(
    '/people/:subject/letters/:letter',
    signedIn(app, render, async (request, reply, who) => {
      const about = aboutIn(request)
      const typed: Typed = Object.fromEntries([...formOf(request, who)].filter(([name]) => name !== 'form'))
      const draft = await keep(who, about, typed)
      const here = `/people/${about.subject}/letters/${about.letter.key}`
      const wish = typed['do']?.[0]
      if (wish === 'look') return reply.redirect(address(`${here}/paper`, { draft: String(draft) }), 303)
      if (wish !== 'put') return reply.redirect(address(here, { draft: String(draft) }), 303)
      const written = await put(who, typed)
      if ('faults' in written) return show(reply, who, { ...about, typed, faults: written.faults, draft }, 400)
      await dropDraft(app, who.account, draft, letterBegun(about))
      return reply.redirect(`/records/${written.record}`, 303)
    }),
  )

  server.get(
    '/people/:subject/letters/:letter/paper',
    signedIn(app, render, async (request, reply, who) => {
      const about = aboutIn(request)
      const { subject, letter } = about
      const { id, typed } = await getDraft(app, who.account, numberIn(first(request, 'draft')) ?? 0, letterBegun(about))
      const back = address(`/people/${subject}/letters/${letter.key}`, { draft: String(id) })
      const view = paperView(who, {
        blocks: letterBlocks(letterOf(typed), app.clock.today),
        back: { href: back, label: 'Back to writing' },
        title: `Draft: ${letter.label}`,
        draft: true,
        file: undefined,
      })
      return reply.type('text/html; charset=utf-8').send(render('pages/letter/paper.njk', view))
    }),
  )

  server.get(
    '/records/:record/letter',
    signedIn(app, render, async (request, reply, who) => {
      const record = numberIn(pathPart(request, 'record')) as RecordId | undefined
      if (record === undefined) throw noLetter()
      const { versions, documents } = await readVersions(app, who.account, record)
      const { says, title, kind, document } = versions.at(-1)?.content.fields ?? {}
      if (kind !== 'letter' || typeof says !== 'string' || typeof title !== 'string') throw noLetter()
      const file = documents.get(document as DocumentId)
      const view = paperView(who, {
        blocks: blocksIn(says, title),
        back: { href: `/records/${record}`, label: 'Back to the record' },
        title,
        draft: false,
        file: file === undefined ? undefined : { href: `/documents/${document}`, label: file },
      })
      return reply.type('text/html; charset=utf-8').send(render('pages/letter/paper.njk', view))
    }),
  )

  const aboutIn = (request: FastifyRequest) => ({
    subject: subjectIn(pathPart(request, 'subject')),
    letter: getLetter(app, pathPart(request, 'letter')),
  })

  /** What cannot be read is told together with what may not be. */
  const put = (who: Who, typed: Typed) => {
    const letter = letterOf(typed)
    const { sending, faults: unread } = sendingOf(typed)
    if (unread.length === 0) return putLetter(app, who.account, letter, sending)
    const others = letterFaults(app, letter, sending).filter(({ field }) => unread.every((one) => one.field !== field))
    return { faults: [...others, ...unread] }
  }

  const keep = (who: Who, about: About, typed: Typed) =>
    keepDraft(app, who.account, { ...letterBegun(about), id: numberIn(typed['draft']?.[0]), typed })
}

type About = { readonly subject: SubjectId; readonly letter: Letter }

const noLetter = () => new Refused('not found', 'There is no letter here.')

const numberIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined
