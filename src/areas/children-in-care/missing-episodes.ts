import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, instant, paragraphs, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const MissingKind = codeList('missing-kind', {
  label: 'Missing or away',
  source: 'DfE SSDA903, missing (MISSING); DfE statutory guidance on children who run away or go missing',
  codes: {
    M: 'Missing: nobody knew where they were',
    A: 'Away without leave: it was known where they were',
  },
})

/**
 * A time when a child in care was missing or away. It is no move of placement. The interview on return is three facts: it was offered, the child
 * accepted, it was held; a child who refused was offered one. It is due within 72 hours of the return, so the return has a time of day.
 */
export const MissingEpisode = recordType('missing-episode', {
  label: 'Missing or away',
  plural: 'times missing or away',
  source: 'DfE SSDA903, missing; DfE statutory guidance on children who run away or go missing from home or care, 2014',
  subjects: { child: { kind: 'person', label: 'Child' } },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'kind',
  identity: ['child', 'startedOn'],
  fields: {
    startedOn: date('Missing since', { required: true }),
    kind: code('Missing or away', MissingKind, { required: true }),
    endedOn: date('Came back on', { hint: 'Or the day on which their placement or their time in care ended.' }),
    returnedAt: instant('When exactly they came back'),
    interviewOffered: yesNo('Was an interview on return offered?', { trueFrom: 'endedOn' }),
    interviewAccepted: yesNo('Did the child accept it?', { trueFrom: 'endedOn' }),
    interviewHeldAt: instant('Interview held', { hint: 'One interview may be about several times away.' }),
    whatWeLearned: paragraphs('What the child told us, and what has changed since', { trueFrom: 'interviewHeldAt' }),
  },
})
