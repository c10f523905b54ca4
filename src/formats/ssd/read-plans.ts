import { EhcPlan } from '../../areas/education-of-children-in-care/special-needs.ts'
import type { SourceRow } from '../records.ts'
import type { Entity, Row } from './column.ts'
import { groupBy } from './group.ts'
import * as entities from './plans.ts'
import type { Made } from './read-care.ts'
import { dateIn, textIn, told } from './read-rows.ts'
import { identityIn, recordOf } from './source-rows.ts'

/** A plan, whose it is and what for: found from entity to entity by the number of the one before. */
export function planTable(of: (entity: Entity) => readonly Row[]): Made {
  const chain = chainOf(of)
  const named = of(entities.namedPlans).map((row) => ({ row, request: chain.requestOf(row) }))
  const nobodys = named.filter(({ request }) => chain.personOf(request) === undefined)
  return {
    tables: [
      {
        type: EhcPlan,
        window: null,
        rows: named.flatMap(({ row, request }): readonly SourceRow[] => {
          const person = chain.personOf(request)
          if (person === undefined) return []
          const startedOn = dateIn(row, 'ehcn_named_plan_start_date')
          const said = {
            startedOn,
            need: chain.needOf(request),
            endedOn: dateIn(row, 'ehcn_named_plan_ceased_date'),
            whyEnded: textIn(row, 'ehcn_named_plan_ceased_reason'),
          }
          return [{ ...recordOf(EhcPlan, person, identityIn({ ...row, person }, startedOn), said), rowInFile: row.row }]
        }),
      },
    ],
    findings: nobodys.map(({ row }) =>
      told(
        row,
        'plan-of-nobody',
        ['ehcn_ehcp_asmt_id'],
        'The assessment, the request or the child that the plan belongs to is not in the files. It was left out.',
      ),
    ),
  }
}

/** By what the entities lead to one another. */
function chainOf(of: (entity: Entity) => readonly Row[]) {
  const led = (entity: Entity, column: string) => new Map(of(entity).map((row) => [row.id, textIn(row, column) ?? '']))
  const people = new Map(of(entities.send).map((row) => [row.id, row.person ?? '']))
  const [requests, assessments] = [
    led(entities.requests, 'ehcr_send_table_id'),
    led(entities.assessments, 'ehca_ehcp_request_id'),
  ]
  const active = groupBy(of(entities.activePlans), (row) => textIn(row, 'ehcp_ehcp_request_id') ?? '')
  const needs = groupBy(of(entities.needs), (row) => textIn(row, 'senn_active_ehcp_id') ?? '')
  return {
    requestOf: (row: Row): string => assessments.get(textIn(row, 'ehcn_ehcp_asmt_id') ?? '') ?? '',
    personOf: (request: string): string | undefined => people.get(requests.get(request) ?? ''),
    /** The one that ranks first. */
    needOf: (request: string): string | null => {
      const all = (active.get(request) ?? []).flatMap(({ id }) => needs.get(id) ?? [])
      const [first] = all.toSorted((one, other) => rankOf(one) - rankOf(other))
      return first === undefined ? null : textIn(first, 'senn_active_ehcp_need_type')
    },
  }
}

const rankOf = ({ values }: Row): number => Number(values.get('senn_active_ehcp_need_rank') ?? Number.POSITIVE_INFINITY)
