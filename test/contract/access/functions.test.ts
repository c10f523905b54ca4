import { describe, expect, it } from 'vitest'
import { calls, others } from './calls.ts'
import { commands, commandsAboutNobody, commandsOfLists, los } from './command-line.ts'
import { some } from './expected.ts'
import { functionsOfAccounts } from './functions.ts'
import { none, walk } from './walk.ts'
import { contractWorld } from './world.ts'

const world = contractWorld()

describe('every function of the app that takes an account', () => {
  it('is called for every kind of person, or is about nobody: a new one has to be placed', () => {
    const found = functionsOfAccounts().map(({ name }) => name)
    expect(found.length).toBeGreaterThan(15)
    const placed = [...calls.map(({ of }) => of), ...Object.keys(others)]
    expect(found.filter((name) => !placed.includes(name))).toEqual([])
    expect(placed.filter((name) => !found.includes(name))).toEqual([])
  })

  it.each(calls)('$of: $name', async (one) => none(await walk(world(), one, some)))
})

describe('every command about somebody', () => {
  it('is walked, or is about nobody: a new one has to be placed', async () => {
    const { text } = await los(world(), ['help'])
    const found = [...text.matchAll(/^ {2}los ([a-z]+)/gm)].map(([, name]) => name)
    const walked = new Set(commands.map(({ name }) => name.split(' ')[1]))
    expect(found.toSorted()).toEqual([...walked, ...commandsOfLists, ...commandsAboutNobody].toSorted())
  })

  it.each(commands)('$name', async (command) => none(await walk(world(), command, some)))
})
