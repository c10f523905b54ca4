import { shortText } from '../../core/dates/plain-date.ts'
import { type TagShown, tag } from '../../core/definitions/tag.ts'
import { standing } from '../../core/record/standing.ts'
import { PreProceedings } from './pre-proceedings.ts'
import { CareProceedings } from './proceedings.ts'

/** That a court decides about a child, or may be asked to. */
export const beforeCourt = tag('before-court', {
  label: 'Before a court, or before one is asked',
  source: CareProceedings.source,
  reads: [PreProceedings, CareProceedings],
  of: ({ records, subject }) => {
    const since = (type: typeof PreProceedings | typeof CareProceedings, text: string): readonly TagShown[] =>
      standing(records, type, 'child', subject).flatMap(({ on }) =>
        on === null ? [] : [{ kind: 'status', icon: 'legal', text: `${text} since ${shortText(on)}` }],
      )
    const inCourt = since(CareProceedings, 'In care proceedings')
    return inCourt.length > 0 ? inCourt : since(PreProceedings, 'In pre-proceedings')
  },
})
