import { test } from '../../core/counting/define.ts'
import { currentEpisode } from '../children-in-care/care-facts.ts'

/** Where the child lives, by the national code, and whether the authority itself provides it (PR1). */
const withOurCarers = (codes: readonly string[]) =>
  test([currentEpisode], (member) => {
    const { placement = null, provider = null } = currentEpisode(member) ?? {}
    if (placement === null) return undefined
    if (!codes.includes(placement)) return false
    return provider === null ? undefined : provider === 'PR1'
  })

export const withOurMainstreamCarers = withOurCarers(['U4', 'U5', 'U6'])
export const withOurConnectedCarers = withOurCarers(['U1', 'U2', 'U3'])
