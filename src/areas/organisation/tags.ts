import { labelOf } from '../../core/definitions/code-list.ts'
import { tag } from '../../core/definitions/tag.ts'
import { inRole, standing } from '../../core/record/standing.ts'
import { Allocation } from './allocation.ts'
import { Service } from './services.ts'
import { Team } from './workers.ts'

/** Which services somebody is with: those of the teams that they are allocated to. To be with the children in care service is not to be in care. */
export const services = tag('services', {
  label: 'Services',
  source: 'Local; Ofsted Annex A, allocated team',
  reads: [Allocation, Team],
  onlyAtHead: true,
  of: ({ records, subject }) => {
    const teams = standing(records, Allocation, 'person', subject).flatMap(
      ({ content }) => content.subjects['team'] ?? [],
    )
    const named = teams
      .flatMap((team) => inRole(records, Team, 'team', team))
      .map(({ content }) => String(content.fields['service']))
    return [...new Set(named)].map((service) => ({
      kind: 'status',
      icon: 'family',
      text: `${labelOf(Service, service)} service`,
    }))
  },
})
