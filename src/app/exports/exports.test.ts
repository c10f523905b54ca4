import { expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import { ConfidentialContactDetail } from '../../areas/people/network.ts'
import { addAccount, findAccount } from '../../store/accounts.ts'
import { loadDemonstrationPeople } from '../demonstration-people.ts'
import { readPerson } from '../people/read.ts'
import { exportChronology, exportEverything } from './person.ts'

eachDatabase((database) => {
  it('takes out only what one may both read and take out, whichever of one’s roles lets one do which', async () => {
    const store = await database.open()
    const [app, { maya, write }] = [appOn(store), await loadDemonstrationPeople(store.db, 'none')]
    await write(
      ConfidentialContactDetail,
      { person: [maya] },
      { kind: 'mobile', detail: '07700 900123', safeToRing: 'yes', startedOn: app.clock.today },
    )
    const roles = ['director', 'performance-analyst']
    const made = { name: 'Both', worker: null, roles, passwordHash: 'none', madeAt: app.clock.now() }
    await addAccount(store.db, { userName: 'both', ...made })
    const both = await findAccount(store.db, 'both')
    if (both === undefined) throw new Error('The account was only just added')
    const moment = { asAt: app.clock.today, knownOn: app.clock.today }
    const read = await readPerson(app, both, maya, moment, 'test')
    const kinds = (records: readonly { readonly type: { readonly key: string } }[]) =>
      records.map(({ type }) => type.key)
    expect(kinds(read.records)).toContain('confidential-contact-detail')
    const taken = await exportChronology(app, both, maya, moment, 'test')
    expect(kinds(taken.records)).toContain('seen-and-heard')
    expect(kinds(taken.records)).not.toContain('confidential-contact-detail')
    expect(kinds((await exportEverything(app, both, maya)).versions)).not.toContain('confidential-contact-detail')
  })
}, productTypes)
