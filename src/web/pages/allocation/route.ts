import { type AllocationRead, type AllocationsRead, readAllocations } from '../../../app/people/allocations.ts'
import { shortText } from '../../../core/dates/plain-date.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import { pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { signedIn, type Who } from '../../session.ts'
import { subjectIn } from '../person/route.ts'
import { html } from '../record/keep.ts'

/** Whose work somebody is and was: to allocate, to change the worker with a handover, to arrange cover, to end. */
export const allocationPage: Routes = (server, app, render) => {
  server.get(
    '/people/:subject/allocation',
    signedIn(app, render, async (request, reply, who) => {
      const subject = subjectIn(pathPart(request, 'subject'))
      const read = await readAllocations(app, who.account, subject)
      return html(reply, render('pages/allocation/allocation.njk', allocationView(read, subject, who)))
    }),
  )
}

function allocationView({ name, allocations, mayChange }: AllocationsRead, subject: SubjectId, who: Who) {
  const [now, before] = [
    allocations.filter(({ state }) => state === 'now'),
    allocations.filter(({ state }) => state === 'before'),
  ]
  return {
    page: {
      title: `Who works with ${name}`,
      navigation: 'people' as const,
      who: { name: who.account.name, form: who.form },
    },
    heading: headingFor(name, now),
    back: { href: `/people/${subject}`, label: name },
    now: now.map((one) => row(one, subject)),
    before: before.map((one) => row(one, subject)),
    allocate: mayChange ? `/people/${subject}/record/allocation` : undefined,
    mayChange,
  }
}

function headingFor(name: string, now: readonly AllocationRead[]): string {
  if (now.length === 0) return `${name} is nobody’s work`
  const waiting = now.filter(({ worker, role }) => worker === undefined && !role.startsWith('Belongs')).length
  if (waiting > 0 && now.every(({ worker }) => worker === undefined)) return `${name} waits for a worker`
  return `Who works with ${name}`
}

const row = (one: AllocationRead, subject: SubjectId) => ({
  ...one,
  worker: one.worker ?? 'Nobody named yet',
  since: one.startedOn === null ? '' : shortText(one.startedOn),
  until: one.endedOn === null ? '' : shortText(one.endedOn),
  href: `/records/${one.record}`,
  change: `/people/${subject}/record/allocation?instead=${one.record}`,
  cover: one.worker === undefined ? undefined : `/people/${subject}/record/allocation?cover=${one.record}`,
  away: one.workerId === undefined ? undefined : `/things/${one.workerId}/away`,
  end: one.endedOn === null ? `/records/${one.record}/end` : undefined,
})
