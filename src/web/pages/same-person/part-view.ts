import type { Parting } from '../../../app/people/compare.ts'
import { longText } from '../../../core/dates/plain-date.ts'
import type { Who } from '../../session.ts'

/** Taking back that two numbers are one person's: what each will have again. */
export function partView(
  { merge, name, sides }: Parting,
  who: Who,
  form: { readonly reason: string; readonly fault: string } | undefined,
) {
  return {
    page: {
      title: 'Two people after all',
      navigation: 'people' as const,
      who: { name: who.account.name, form: who.form },
    },
    form: who.form,
    heading: `Is ${name} two people after all?`,
    action: `/people/${merge.kept}/part/${merge.merged}`,
    back: `/people/${merge.kept}`,
    said: `${merge.by} recorded numbers ${merge.kept} and ${merge.merged} as one person on ${longText(merge.knownOn)}.`,
    why: merge.reason,
    sides: sides.map(({ numbers, name: called, count }) => ({
      number: `Number ${numbers.join(' and ')}`,
      name: called,
      records: count === 1 ? '1 record names it' : `${count} records name it`,
    })),
    reason: form?.reason ?? '',
    fault: form?.fault,
  }
}
