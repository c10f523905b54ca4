import type { ToRemove } from '../../../app/people/remove.ts'
import { shortText } from '../../../core/dates/plain-date.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import type { Who } from '../../session.ts'

type Kind = ToRemove['kinds'][number]

/** What was chosen and typed; numbers that are none are 0, which is nobody's. */
export type Chosen = {
  readonly kind: Kind | undefined
  readonly wrong: SubjectId
  readonly right: SubjectId
  readonly rightText: string
  readonly authority: string
  readonly reason: string
}
type Fault = { readonly field: 'kind' | 'wrong' | 'right' | 'authority' | 'reason'; readonly message: string }

const kinds: readonly { readonly value: Kind; readonly label: string; readonly hint: string }[] = [
  {
    value: 'wrong child',
    label: 'It is about somebody else: move it',
    hint: 'It is put on the record of whom it is about, word for word. Here it only says that it was moved, and not to whom.',
  },
  {
    value: 'retention',
    label: 'It has been kept as long as the law allows',
    hint: 'The authority is the line of the retention schedule.',
  },
  {
    value: 'court order',
    label: 'A court has ordered it',
    hint: 'The authority is the order: court, number and date.',
  },
  {
    value: 'adoption seal',
    label: 'It would join a sealed adoption to who somebody is now',
    hint: 'Nobody outside the adoption service sees that there was anything.',
  },
]

export function chosenIn(fields: ReadonlyMap<string, readonly string[]>): Chosen {
  const text = (name: string) => (fields.get(name)?.[0] ?? '').trim()
  const number = (name: string) => (/^[1-9]\d{0,14}$/.test(text(name)) ? Number(text(name)) : 0) as SubjectId
  return {
    kind: kinds.find(({ value }) => value === text('kind'))?.value,
    wrong: number('wrong'),
    right: number('right'),
    rightText: text('right'),
    authority: text('authority'),
    reason: text('reason'),
  }
}

export function faultsOf({ kinds, people }: ToRemove, chosen: Chosen): readonly Fault[] {
  const { kind, wrong, right, authority, reason } = chosen
  const faults: Fault[] = []
  if (kind === undefined || !kinds.includes(kind)) faults.push({ field: 'kind', message: 'Say why it is taken away.' })
  if (kind === 'wrong child' && !people.some(({ subject }) => subject === wrong))
    faults.push({ field: 'wrong', message: 'Choose who in the record is the wrong person.' })
  if (kind === 'wrong child' && (right === 0 || right === wrong))
    faults.push({
      field: 'right',
      message:
        'Give the number of the person whom it is about. It stands on their page, and in the list when you search.',
    })
  if (authority === '') faults.push({ field: 'authority', message: 'Say on whose authority.' })
  if (reason === '') faults.push({ field: 'reason', message: 'Say why. It stands in the place of what is taken away.' })
  return faults
}

const called = ({ type, on }: ToRemove) => `${type.label}${on === null ? '' : ` of ${shortText(on)}`}`

const page = (who: Who) => ({
  title: 'Move or remove a record',
  navigation: 'people' as const,
  who: { name: who.account.name, form: who.form },
})

export function removalView(toRemove: ToRemove, who: Who, chosen: Chosen | undefined, faults: readonly Fault[]) {
  const { record, people, linking } = toRemove
  const [only, ...others] = people
  const [kind, ...otherKinds] = toRemove.kinds
  const onlyKind = otherKinds.length === 0 ? kind : undefined
  const wrong = chosen?.wrong ?? (others.length === 0 ? only?.subject : undefined)
  return {
    page: page(who),
    form: who.form,
    heading: `${onlyKind === 'wrong child' ? 'Move' : 'Move or remove'}: ${called(toRemove)}`,
    lead: onlyKind === undefined ? '' : (kinds.find(({ value }) => value === onlyKind)?.hint ?? ''),
    onlyKind,
    onlyPerson: others.length === 0 ? only?.subject : undefined,
    about: people.map(({ label }) => label).join(', '),
    action: `/records/${record}/remove`,
    back: `/records/${record}`,
    kinds: kinds
      .filter(({ value }) => toRemove.kinds.includes(value))
      .map((one) => ({ ...one, chosen: one.value === chosen?.kind })),
    mayMove: toRemove.kinds.includes('wrong child'),
    people: people.map(({ subject, label }) => ({ value: String(subject), label, chosen: subject === wrong })),
    right: chosen?.rightText ?? '',
    authority: chosen?.authority ?? '',
    reason: chosen?.reason ?? '',
    linking: linking.map((one) => ({
      href: `/records/${one.record}`,
      label: `${one.type.label}, number ${one.record}`,
    })),
    faults: faults.map(({ field, message }) => ({ href: `#${field}`, message })),
    errors: Object.fromEntries(faults.map(({ field, message }) => [field, message])),
  }
}

/** What will happen, before it does: it cannot be taken back. */
export function confirmView(toRemove: ToRemove, who: Who, chosen: Chosen, right: string | undefined) {
  const { record, people } = toRemove
  const wrong = people.find(({ subject }) => subject === chosen.wrong)?.label ?? ''
  const moves = right !== undefined
  return {
    page: page(who),
    form: who.form,
    heading: moves ? `Move this from ${wrong} to ${right}?` : 'Remove what this record says for good?',
    what: called(toRemove),
    about: people.map(({ label }) => label).join(', '),
    why: kinds.find(({ value }) => value === chosen.kind)?.label ?? '',
    moves,
    action: `/records/${record}/remove`,
    back: `/records/${record}`,
    hidden: [
      { name: 'kind', value: chosen.kind ?? '' },
      { name: 'wrong', value: String(chosen.wrong) },
      { name: 'right', value: chosen.rightText },
      { name: 'authority', value: chosen.authority },
      { name: 'reason', value: chosen.reason },
    ],
    authority: chosen.authority,
    reason: chosen.reason,
    button: moves ? 'Move it' : 'Remove it for good',
  }
}
