import { EhcPlan } from '../../areas/education-of-children-in-care/special-needs.ts'
import { PersonIdentifier } from '../../areas/people/person.ts'
import { type AsAt, dateOf, isOpen, textOf } from '../annex-a/as-at.ts'
import type { Cells, Entity } from './column.ts'
import * as entities from './plans.ts'
import { rowId } from './write-rows.ts'

/** A plan in the six entities that it stands in; its need only while it is in force, for no other has a place for it. */
export function planRows(asAt: AsAt): ReadonlyMap<Entity, readonly Cells[]> {
  const children = asAt.subjects(EhcPlan).filter((child) => asAt.of(EhcPlan, child).length > 0)
  const all = children.flatMap((child) =>
    asAt.of(EhcPlan, child).map((held) => ({ child, held, id: rowId(child, held), inForce: isOpen(EhcPlan)(held) })),
  )
  const inForce = all.filter((one) => one.inForce)
  return new Map<Entity, readonly Cells[]>([
    [
      entities.send,
      children.map((child) => ({ send_table_id: child, send_person_id: child, send_upn: pupilNumber(asAt, child) })),
    ],
    [entities.requests, all.map(({ child, id }) => ({ ehcr_ehcp_request_id: id, ehcr_send_table_id: child }))],
    [entities.assessments, all.map(({ id }) => ({ ehca_ehcp_assessment_id: id, ehca_ehcp_request_id: id }))],
    [
      entities.namedPlans,
      all.map(({ held, id }) => ({
        ehcn_named_plan_id: id,
        ehcn_ehcp_asmt_id: id,
        ehcn_named_plan_start_date: dateOf(held, 'startedOn'),
        ehcn_named_plan_ceased_date: dateOf(held, 'endedOn'),
        ehcn_named_plan_ceased_reason: textOf(held, 'whyEnded'),
      })),
    ],
    [entities.activePlans, inForce.map(({ id }) => ({ ehcp_active_ehcp_id: id, ehcp_ehcp_request_id: id }))],
    [
      entities.needs,
      inForce.flatMap(({ held, id }) => {
        const need = textOf(held, 'need')
        if (need === null) return []
        const row = { senn_table_id: id, senn_active_ehcp_id: id, senn_active_ehcp_need_rank: 1 }
        return [{ ...row, senn_active_ehcp_need_type: need }]
      }),
    ],
  ])
}

const pupilNumber = (asAt: AsAt, child: string): string | null =>
  textOf(
    asAt
      .of(PersonIdentifier, child)
      .filter(isOpen(PersonIdentifier))
      .findLast((one) => textOf(one, 'kind') === 'upn'),
    'identifier',
  )
