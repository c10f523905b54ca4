import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { Indicator, Unit } from '../../core/definitions/indicator.ts'
import { areas } from '../index.ts'
import { corporateParentingDataset } from './dataset.ts'

type Published = {
  readonly id: string
  readonly section: string
  readonly name: string
  readonly unit: string
  readonly good_is: string
}

const published = parse<Published>(readFileSync('test/fixtures/published-indicators.csv', 'utf8'), { columns: true })
const defined = corporateParentingDataset.sections.flatMap((section) => section.indicators)
/** An authority may add indicators of its own among them. */
const isPublished = (key: string): boolean => published.some(({ id }) => id === key)
const definitionOf = new Map(defined.map((indicator) => [indicator.key, indicator]))

function get(key: string): Indicator {
  const found = definitionOf.get(key)
  if (!found) throw new Error(`${key} is not in the dataset`)
  return found
}

const prose = ({ label, who, countedIf, notKnown, notes, ...rest }: Indicator): string =>
  [label, who, countedIf, notKnown, ...(notes ?? []), 'question' in rest ? rest.question : undefined]
    .filter((text) => text !== undefined)
    .join('\n')

/** What the published unit means once the kind of number is told apart. */
function unitOf({ id, unit }: Published): Unit {
  if (unit === '%') return 'per cent'
  if (id.startsWith('cic-rate-')) return 'per 10,000'
  if (unit === 'Rate') return 'ratio'
  if (id.startsWith('adoption-days-')) return 'days'
  return id === 'sdq-average-score-4-16' ? 'score' : 'count'
}

describe('the Corporate Parenting dataset', () => {
  test('has the 78 published indicators, each once, in the published order', () => {
    expect(published).toHaveLength(78)
    expect(defined.map(({ key }) => key).filter(isPublished)).toEqual(published.map((row) => row.id))
  })

  test('has them in the published sections', () => {
    const sections = corporateParentingDataset.sections.flatMap((section) =>
      section.indicators.map((indicator) => [indicator.key, section.label.toLowerCase()] as const),
    )
    expect(sections.filter(([key]) => isPublished(key))).toEqual(
      published.map((row) => [row.id, row.section.replace('&', 'and').toLowerCase()]),
    )
  })

  test.each(published)('$id has the published unit and direction', (row) => {
    const direction = row.good_is === '-' ? 'neither' : row.good_is.toLowerCase()
    expect(get(row.id)).toMatchObject({ unit: unitOf(row), goodIs: direction })
  })

  test('has ten variants, each directly after the indicator that it narrows', () => {
    const pairs = corporateParentingDataset.sections.flatMap(({ indicators }) =>
      indicators.flatMap(({ key, variantOf }, at) =>
        variantOf ? [{ key, variantOf, before: indicators[at - 1]?.key }] : [],
      ),
    )
    expect(pairs).toHaveLength(10)
    for (const { key, variantOf, before } of pairs) {
      expect(before).toBe(variantOf)
      expect(key).toBe(`${variantOf}-excl-uasc`)
    }
  })

  test('leaves unaccompanied children out of every indicator that says so in its key', () => {
    const excluding = defined.filter((indicator) => indicator.key.endsWith('-excl-uasc'))
    expect(excluding).toHaveLength(11)
    for (const { who } of excluding) expect(who).toMatch(/unaccompanied asylum-seeking children/i)
  })

  test('takes every indicator from an area, which may count more', () => {
    const ofAreas = areas.flatMap((area) => area.indicators.map((indicator) => indicator.key))
    expect(new Set(ofAreas).size).toBe(ofAreas.length)
    expect(defined.every(({ key }) => ofAreas.includes(key))).toBe(true)
  })

  test('is provisional for the cohorts that need time, and only for those', () => {
    const ripe = defined.flatMap(({ key, ripeAfter }) => (ripeAfter ? [`${key}: ${ripeAfter}`] : []))
    expect(ripe).toEqual([
      'health-passports-completed: 2 months',
      'health-passports-due: 2 months',
      'pep-within-20-days: 20 working days',
      'iha-within-20-days: 20 working days',
      'iha-within-20-days-excl-uasc: 20 working days',
    ])
  })

  test('asks a question wherever the rule is to be confirmed', () => {
    const open = defined.filter((indicator) => indicator.status === 'to be confirmed')
    expect(open).toHaveLength(18)
    for (const indicator of open) expect(prose(indicator)).toMatch(/\? .*\bwe (use|count|take|keep|do not)\b/i)
  })
})

describe.each(defined)('$key', (indicator) => {
  test('names no authority outside its source', () => {
    expect(prose(indicator)).not.toMatch(/dorset|aspire|bournemouth/i)
  })

  test('speaks of people, in words', () => {
    expect(prose(indicator)).not.toMatch(/\b(CIC|LAC|UASC|IRO|LADO|PEP|IHA|SDQ|EHCP|NEET|EET|SGO|ADM|PR)\b/)
  })

  test('has short sentences, each ended', () => {
    for (const line of prose(indicator).split('\n').slice(1)) {
      expect(line).toMatch(/[.?]$/)
      expect(line.length).toBeLessThan(270)
    }
    expect(indicator.notes?.length ?? 0).toBeLessThanOrEqual(4)
  })
})
