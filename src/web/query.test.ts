import fastify from 'fastify'
import { describe, expect, test } from 'vitest'
import { address, all, askedPeriod, first, pathPart } from './query.ts'

/** What the readers make of an address, asked through a real server. */
async function read(url: string) {
  const server = fastify()
  server.get('/:thing', async (request) => ({
    thing: pathPart(request, 'thing'),
    other: pathPart(request, 'other'),
    all: all(request, 'show'),
    first: first(request, 'show') ?? null,
    proto: all(request, '__proto__'),
    inherited: all(request, 'toString'),
  }))
  const { body } = await server.inject({ url })
  await server.close()
  return JSON.parse(body)
}

describe('the values of a query', () => {
  test.each([
    ['/x', { all: [], first: null }],
    ['/x?show=', { all: [], first: null }],
    ['/x?show=a', { all: ['a'], first: 'a' }],
    ['/x?show=a&show=b', { all: ['a', 'b'], first: 'a' }],
    ['/x?show=&show=b', { all: ['b'], first: 'b' }],
    ['/x?show=a%20b%26c', { all: ['a b&c'], first: 'a b&c' }],
    ['/x?show[]=a', { all: [], first: null }],
    ['/x?__proto__=a&toString=b', { proto: ['a'], inherited: ['b'] }],
    ['/x?other=a', { proto: [], inherited: [] }],
  ])('%s', async (url, expected) => {
    expect(await read(url)).toMatchObject(expected)
  })

  test('a part of the path that is not there is empty', async () => {
    expect(await read('/a%20b')).toMatchObject({ thing: 'a b', other: '' })
  })
})

test('a period is read, or refused in words', async () => {
  const server = fastify()
  server.get('/', async (request) => ({ kind: askedPeriod(request)?.kind ?? 'none' }))
  const answer = async (url: string) => JSON.parse((await server.inject({ url })).body)
  expect(await answer('/')).toEqual({ kind: 'none' })
  expect(await answer('/?period=')).toEqual({ kind: 'none' })
  expect(await answer('/?period=2023-09')).toEqual({ kind: 'month' })
  expect(await answer('/?period=2023-24')).toEqual({ kind: 'financial year' })
  expect((await answer('/?period=soon')).message).toContain('“soon” is not a period')
  await server.close()
})

test('an address leaves out what is not given and writes the rest safely', () => {
  expect(address('/a', {})).toBe('/a')
  expect(address('/a', { b: undefined })).toBe('/a')
  expect(address('/a', { b: '1', c: ['2', '3'] })).toBe('/a?b=1&c=2&c=3')
  expect(address('/a', { b: 'x & "y"=z' })).toBe('/a?b=x+%26+%22y%22%3Dz')
})
