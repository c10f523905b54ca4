import type { ActionRead } from '../../../app/actions/read.ts'
import type { PlainDate } from '../../../core/dates/plain-date.ts'
import { address } from '../../query.ts'
import type { Who } from '../../session.ts'
import { many } from '../month/words.ts'
import { actionRow } from './row.ts'

export type Asked = {
  readonly whose: 'all' | 'mine'
  readonly owner: string
  readonly section: string
  readonly show: 'open' | 'overdue' | 'closed' | 'all'
}

/** Every action, whatever it comes from: overdue first. */
export function listView(all: readonly ActionRead[], asked: Asked, { today, who }: { today: PlainDate; who: Who }) {
  const own = asked.whose === 'mine' ? all.filter(({ terms }) => terms.owner.account === who.account.id) : all
  const chosen = own
    .filter(({ terms }) => asked.owner === '' || terms.owner.name === asked.owner)
    .filter((one) => asked.section === '' || one.section === asked.section)
    .filter(
      ({ isOpen, isOverdue }) =>
        asked.show === 'all' || (asked.show === 'closed' ? !isOpen : asked.show === 'overdue' ? isOverdue : isOpen),
    )
  return {
    page: { title: 'Actions', navigation: 'actions' as const, who: { name: who.account.name, form: who.form } },
    heading: headingOf(own),
    lead: 'What was promised by commentaries and plans, and by when. It is carried on from month to month until it is closed with what came of it.',
    whose: (['all', 'mine'] as const).map((whose) => ({
      label: whose === 'all' ? 'Everybody’s' : 'Mine',
      href: address('/actions', { whose: whose === 'mine' ? whose : undefined }),
      here: asked.whose === whose,
    })),
    mine: asked.whose === 'mine',
    owners: options([...new Set(own.map(({ terms }) => terms.owner.name))].toSorted(), asked.owner),
    sections: options([...new Set(own.map(({ section }) => section))].toSorted(), asked.section),
    show: [
      ['open', 'Open'],
      ['overdue', 'Overdue'],
      ['closed', 'Closed'],
      ['all', 'All'],
    ].map(([value, label]) => ({ value, label, chosen: value === asked.show })),
    rows: chosen.map((action) => actionRow(action, today)),
    nothing:
      all.length === 0
        ? 'Nothing has been promised yet. An action is agreed from the commentary of a month, or from an objective of a plan.'
        : 'There is none of this kind.',
  }
}

const options = (values: readonly string[], chosen: string) => [
  { value: '', label: 'All', chosen: chosen === '' },
  ...values.map((value) => ({ value, label: value, chosen: value === chosen })),
]

function headingOf(all: readonly ActionRead[]): string {
  const open = all.filter(({ isOpen }) => isOpen)
  const overdue = open.filter(({ isOverdue }) => isOverdue)
  if (open.length === 0) return 'No action is open'
  if (overdue.length === 0) return `${many(open.length, 'action')} open, none overdue`
  return `${many(overdue.length, 'action')} overdue, of ${open.length} open`
}
