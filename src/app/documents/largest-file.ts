import { Refused } from '../refused.ts'

const MEGABYTE = 1024 ** 2
/** What a file may have when nobody says otherwise, and what the database holds at most. */
const [USUAL, MOST] = [20, 100]

/**
 * The largest file that is taken, in bytes, from what was set in megabytes.
 * @throws Refused when that is no whole number of megabytes that the store can hold
 */
export function largestFile(set: string | undefined): number {
  if (set === undefined || set === '') return USUAL * MEGABYTE
  const megabytes = /^\d{1,3}$/.test(set) ? Number(set) : 0
  if (megabytes < 1 || megabytes > MOST)
    throw new Refused('bad usage', `LOS_LARGEST_FILE is “${set}”. Write whole megabytes from 1 to ${MOST}, like 20.`)
  return megabytes * MEGABYTE
}

/** “132 KB”, “1.4 MB”. */
export const sizeText = (bytes: number): string =>
  bytes < MEGABYTE
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / MEGABYTE).toFixed(1).replace(/\.0$/, '')} MB`
