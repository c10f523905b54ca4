import { population, type RecordMember, recordsDated, subjectsWithOpen, test } from '../../core/counting/define.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { aboutTheChild } from '../people/about-the-child.ts'
import { PreProceedings } from './pre-proceedings.ts'
import { CareProceedings } from './proceedings.ts'

const by = { ...aboutTheChild, ...whoseWork }

export const inPreProceedings = population({
  key: 'children-in-pre-proceedings',
  label: 'Children in pre-proceedings',
  source: PreProceedings.source,
  each: subjectsWithOpen(PreProceedings, 'child'),
  by,
})

export const inProceedings = population({
  key: 'children-in-care-proceedings',
  label: 'Children in care proceedings',
  source: CareProceedings.source,
  each: subjectsWithOpen(CareProceedings, 'child'),
  by,
})

export const preProceedingsEnded = population({
  key: 'pre-proceedings-ended',
  label: 'Pre-proceedings that ended',
  source: PreProceedings.source,
  each: recordsDated(PreProceedings, 'child', 'endedOn'),
  by,
})

type OfProceedings = RecordMember<typeof CareProceedings>

/** What was withdrawn, or went to another authority, says nothing of how long a court takes. */
const decided = test([CareProceedings], ({ record }: OfProceedings) =>
  record.outcome === null ? undefined : record.outcome !== 'withdrawn' && record.outcome !== 'moved',
)

export const proceedingsDecided = population({
  key: 'care-proceedings-decided',
  label: 'Care proceedings that the court decided',
  source: CareProceedings.source,
  each: recordsDated(CareProceedings, 'child', 'endedOn'),
  include: { 'the court decided it': decided },
  by,
})
