import { parse } from 'csv-parse/sync'
import { addDays, plainDate } from '../../core/dates/plain-date.ts'
import { faultsOfTerms, isTermName, type Term } from '../../core/dates/school-terms.ts'

/**
 * Reads an authority's terms from data/school-terms.csv, in order; none for an authority that has no rows there. Throws RangeError that names every fault.
 */
export function readSchoolTerms(text: string, authority: string): readonly Term[] {
  const rows: readonly Readonly<Record<string, string>>[] = parse(text, { columns: true, bom: true })
  const terms = rows
    .filter((row) => row['authority'] === authority)
    .map(termOf)
    .toSorted((a, b) => a.from - b.from)
  const faults = faultsOfTerms(terms)
  if (faults.length > 0)
    throw new RangeError(`data/school-terms.csv cannot be used for ${authority}:\n${faults.join('\n')}`)
  return terms
}

function termOf(row: Readonly<Record<string, string>>): Term {
  const { term = '', academic_year = '', starts = '', ends = '', half_term_from = '', half_term_to = '' } = row
  if (!isTermName(term))
    throw new RangeError(`data/school-terms.csv: “${term}” is no term; write autumn, spring or summer.`)
  return {
    name: term,
    academicYear: academic_year,
    from: plainDate(starts),
    to: addDays(plainDate(ends), 1),
    halfTerm: { from: plainDate(half_term_from), to: addDays(plainDate(half_term_to), 1) },
  }
}
