import type { FastifyRequest } from 'fastify'
import { Refused } from '../app/refused.ts'
import { type Period, parsePeriod } from '../core/dates/period.ts'

/** The values given for a name in an address's query: none, one, or several. */
export function all(request: FastifyRequest, name: string): readonly string[] {
  const query = request.query
  if (typeof query !== 'object' || query === null || !Object.hasOwn(query, name)) return []
  const value: unknown = Object.entries(query).find(([key]) => key === name)?.[1]
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  return list.filter((one) => typeof one === 'string' && one !== '').map((one) => keepable(String(one)))
}

/** What no database can hold, half a character or a null, becomes what browsers make of it: a mark that something was there. */
export const keepable = (text: string): string => text.replaceAll(/\p{Surrogate}|\0/gu, '\uFFFD')

const HERE = 'http://here.invalid'

/**
 * Where an address of this server leads; undefined for an address anywhere else. Read as browsers read it: they drop tabs and line breaks, take
 * a backslash for a slash, and what begins with two slashes for another server.
 */
export function ownAddress(to: string): string | undefined {
  if (!to.startsWith('/') || !URL.canParse(to, HERE)) return undefined
  const { origin, pathname, search } = new URL(to, HERE)
  return origin === HERE && !pathname.startsWith('//') ? pathname + search : undefined
}

/** The first value given for a name, if any. */
export const first = (request: FastifyRequest, name: string): string | undefined => all(request, name)[0]

/** The period that the address asks for, if any. Refused when it is none. */
export function askedPeriod(request: FastifyRequest): Period | undefined {
  const text = first(request, 'period')
  if (text === undefined) return undefined
  try {
    return parsePeriod(text)
  } catch (error) {
    if (error instanceof RangeError) throw new Refused('bad usage', error.message)
    throw error
  }
}

/** A part of the path, such as the key of an indicator. */
export function pathPart(request: FastifyRequest, name: string): string {
  const params = request.params
  const value: unknown =
    typeof params === 'object' && params !== null
      ? Object.entries(params).find(([key]) => key === name)?.[1]
      : undefined
  return typeof value === 'string' ? keepable(value) : ''
}

/** An address with the query values that are given. */
export function address(path: string, query: Readonly<Record<string, string | readonly string[] | undefined>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const one of value === undefined ? [] : typeof value === 'string' ? [value] : value) search.append(name, one)
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}
