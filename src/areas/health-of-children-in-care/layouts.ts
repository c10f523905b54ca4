import type { Layout } from '../../core/counting/layout.ts'

/**
 * What health gets of children who live outside the area, in the order and under the headings that were agreed with it. The authority's own: the one that ships is
 * the example. `takes` is a column of the list by its key, or what every list has.
 */
export const placedElsewhereLayout: Layout = {
  label: 'Addressing variations: children placed outside the area',
  source: 'Local: agreed with the integrated care board',
  columns: [
    { heading: 'NHS number', takes: 'nhsNumber' },
    { heading: 'Local identifier', takes: 'number' },
    { heading: 'Name', takes: 'name' },
    { heading: 'Date of birth', takes: 'bornOn' },
    { heading: 'Local authority where placed', takes: 'authority' },
    { heading: 'Assessment type', takes: 'kind' },
    { heading: 'Date requested', takes: 'sentOn' },
    { heading: 'Date due', takes: 'due' },
    { heading: 'Date last completed', takes: 'heldOn' },
    { heading: 'Status', takes: 'state' },
    { heading: 'Reason for delay', takes: 'whyLate' },
    { heading: 'Responsible provider', takes: 'provider' },
    { heading: 'Social worker', takes: 'worker' },
  ],
}
