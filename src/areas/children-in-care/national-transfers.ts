import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, text } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { careStandards } from './standards.ts'

const Way = codeList('national-transfer-way', {
  label: 'Which way',
  source: 'Home Office, National Transfer Scheme protocol',
  codes: { here: 'To us', away: 'From us to another authority' },
})

/** That an unaccompanied child is to move from one authority's care to another's. The care itself stands in episodes. */
export const NationalTransfer = recordType('national-transfer', {
  label: 'Transfer under the National Transfer Scheme',
  plural: 'transfers under the National Transfer Scheme',
  icon: 'home',
  source: 'Immigration Act 2016, sections 69 to 73; Home Office, National Transfer Scheme protocol',
  subjects: { child: { kind: 'person', label: 'Child' } },
  dated: 'allocatedOn',
  ends: 'withdrawnOn',
  headline: 'way',
  identity: ['child', 'allocatedOn'],
  fields: {
    allocatedOn: date('Allocated on', { required: true, hint: 'The day on which the scheme named the authority.' }),
    way: code('Which way', Way, { required: true }),
    authority: text('Other authority'),
    transferredOn: date('Transferred on'),
    withdrawnOn: date('Given up on', { hint: 'If the child does not move after all.' }),
  },
})

export const nationalTransfers = timescale({
  key: 'national-transfer',
  label: 'Transfer under the National Transfer Scheme',
  done: 'made',
  source: careStandards.transfer.source,
  reads: [NationalTransfer],
  recurs: false,
  runs: (history) =>
    history
      .all(NationalTransfer)
      .flatMap(({ id, allocatedOn, withdrawnOn }) =>
        allocatedOn === null
          ? []
          : [{ from: allocatedOn, until: withdrawnOn, began: 'the scheme named the authority', because: [id] }],
      ),
  met: (history, run) =>
    history
      .all(NationalTransfer)
      .flatMap(({ id, transferredOn }) =>
        transferredOn !== null && run.because.includes(id) ? [{ on: transferredOn, because: [id] }] : [],
      ),
  rules: [
    {
      source: careStandards.transfer.source,
      limit: () => ({ within: careStandards.transfer.within, after: 'the scheme named the authority' }),
    },
  ],
})
