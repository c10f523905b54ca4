import type { Around, Completion, Located } from '../../core/definitions/completion.ts'
import type { Content } from '../../core/record/content.ts'
import { Episode } from './episodes.ts'

const METRES_IN_A_MILE = 1609.344

/**
 * In which authority a placement lies, whether that is the council's own area, and how many miles it is from home in a straight line. Nothing for a time
 * away. The return leaves the distance out for unaccompanied and adopted children, who have no home postcode there.
 */
export const wherePlaced: Completion = {
  type: Episode,
  source: 'DfE SSDA903, derived fields (PL_LA, PL_LOCATION, PL_DISTANCE); ONS Postcode Directory',
  complete(fields, around) {
    const place = located(fields, 'placementPostcode', around)
    if (place === undefined) return {}
    const home = located(fields, 'homePostcode', around)
    const adopted = String(fields['placement'] ?? '').startsWith('A')
    return {
      placementAuthority: place.authority,
      placementLocation: around.ownArea === undefined ? null : place.authority === around.ownArea ? 'IN' : 'OUT',
      distance: home === undefined || adopted ? null : miles(home, place),
    }
  },
}

function located(fields: Content['fields'], field: string, { locate }: Around): Located | undefined {
  const postcode = fields[field]
  return typeof postcode === 'string' ? locate(postcode) : undefined
}

/** To one decimal, as the return has it. */
const miles = (a: Located, b: Located): number =>
  Math.round((Math.hypot(a.easting - b.easting, a.northing - b.northing) / METRES_IN_A_MILE) * 10) / 10
