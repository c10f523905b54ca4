import { expect, test } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { aPerson, aSource, file, row } from '../../../test/databases/importing.ts'
import { contact, placement, testTypes } from '../../../test/databases/record-types.ts'
import { type HeldRecord, listAbout, listFromElsewhere, listHolding } from './list.ts'

eachDatabase(({ share }) => {
  const store = share()
  const identities = (held: readonly HeldRecord[]) => held.map(({ identity }) => identity)

  test('by what records say: as they say it now, not as they once did', async () => {
    const { send } = aSource(store())
    const child = await aPerson(store())
    await send(file('04-01'), [
      row('a', child, '01-05', null, 'kept'),
      row('b', child, '02-05', null, 'put right'),
      row('c', child, '03-05', null, 'said no more'),
      row('d', child, '04-05', null, 'not asked for'),
    ])
    await send(file('05-01'), [
      row('a', child, '01-05', null, 'kept'),
      row('b', child, '02-05', null, 'as it was'),
      row('d', child, '04-05', null, 'not asked for'),
    ])
    const { db } = store()
    const asked = ['kept', 'put right', 'said no more', 'never said']
    expect(identities(await listHolding(db, placement, 'note', asked))).toEqual(['a'])
    expect(identities(await listHolding(db, placement, 'note', ['as it was', 'as it was']))).toEqual(['b'])
    expect(await listHolding(db, placement, 'note', [])).toEqual([])
    await expect(listHolding(db, placement, 'nothing', asked)).rejects.toThrow('placement has no nothing')
  })

  test('by whom records are about: now, and from which source', async () => {
    const [one, another] = [aSource(store()), aSource(store())]
    const [child, moved, other] = [await aPerson(store()), await aPerson(store()), await aPerson(store())]
    await one.send(file('04-01'), [row('a', child, '01-05'), row('b', moved, '02-05'), row('c', other, '03-05')])
    await one.send(file('05-01'), [row('a', child, '01-05'), row('b', other, '02-05'), row('c', other, '03-05')])
    await another.send(file('05-01'), [row('d', moved, '04-05')])
    const { db } = store()
    const { sourceSystem } = one.window
    expect(identities(await listAbout(db, placement, [child, moved]))).toEqual(['a', 'd'])
    expect(identities(await listAbout(db, placement, [other, other]))).toEqual(['b', 'c'])
    expect(identities(await listFromElsewhere(db, placement, sourceSystem, [child, moved, other]))).toEqual(['d'])
    expect(await listAbout(db, placement, [])).toEqual([])
    expect(await listAbout(db, contact, [child])).toEqual([])
  })
}, testTypes)
