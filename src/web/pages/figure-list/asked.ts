import type { FastifyRequest } from 'fastify'
import { type App, type Authority, getIndicator } from '../../../app/app.ts'
import { choose } from '../../../app/choose.ts'
import { getPlace } from '../../../app/counting/lists.ts'
import { Refused } from '../../../app/refused.ts'
import type { Period } from '../../../core/dates/period.ts'
import type { PlainDate } from '../../../core/dates/plain-date.ts'
import { readDate } from '../../../core/dates/read-dates.ts'
import type { Indicator } from '../../../core/definitions/indicator.ts'
import { askedPeriod, first, pathPart } from '../../query.ts'

/** Which figure an address asks to be opened: of the authority whose records are held, in a month that it has. */
export type AskedFigure = {
  readonly indicator: Indicator
  readonly authority: Authority
  readonly period: Period
  readonly periods: readonly Period[]
  /** The day whose knowledge is asked for, where it is not today's. */
  readonly knownOn: PlainDate | undefined
}

/** @throws Refused when the figure was not counted from the record, or its address names none */
export async function askedFigure(app: App, request: FastifyRequest): Promise<AskedFigure> {
  const indicator = getIndicator(app, pathPart(request, 'indicator'))
  getPlace(app, indicator.key)
  const asked = first(request, 'authority') ?? app.own?.key
  if (app.own === undefined || asked !== app.own.key)
    throw new Refused(
      'not found',
      'Of other authorities only published figures are held, without the children they count.',
    )
  const { authority, period, periods } = await choose(
    app,
    'staff',
    { label: `“${indicator.label}”`, indicators: [indicator] },
    { authority: asked, period: askedPeriod(request) },
  )
  return { indicator, authority, period, periods, knownOn: askedDay(request, app.clock.today) }
}

function askedDay(request: FastifyRequest, today: PlainDate): PlainDate | undefined {
  const text = first(request, 'known-on')?.trim() ?? ''
  if (text === '') return undefined
  const day = readDate(text, today)
  if (day === undefined || day > today)
    throw new Refused('bad usage', `“${text}” is not a day up to today. Write it like 4 9 2023.`)
  return day === today ? undefined : day
}
