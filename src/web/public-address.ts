import { Refused } from '../app/refused.ts'

/** The address that people use, where LOS_ADDRESS gives one: what stands before the server and takes off the TLS is not ours to see. */
export function publicAddress(): URL | undefined {
  const text = process.env['LOS_ADDRESS']
  if (text === undefined || text === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url
  throw new Refused(
    'bad usage',
    `LOS_ADDRESS is "${text}", which is no address. Write it like https://los.example.gov.uk`,
  )
}

/** Whether people reach the pages over TLS alone: then the session is never sent without it, and browsers are told to stay with it. */
export const isOverTls = (): boolean => publicAddress()?.protocol === 'https:'
