import type { FastifyInstance } from 'fastify'
import { hashPassword } from '../../src/app/access/password.ts'
import { signIn } from '../../src/app/access/sign-in.ts'
import { type Account, addAccount, findAccount } from '../../src/store/accounts.ts'
import { at } from './authority/families.ts'
import type { Authority } from './bench.ts'

const READER = { userName: 'reader', password: 'reads for the bench' } as const

/** Somebody who may read about everybody but those restricted: a worker in a team, as everybody is. */
export async function addReader({ store, subjects }: Authority): Promise<Account> {
  const there = await findAccount(store.db, READER.userName)
  if (there !== undefined) return there
  await addAccount(store.db, {
    userName: READER.userName,
    name: 'Reader',
    worker: at(subjects.workers, 0),
    roles: ['director'],
    passwordHash: await hashPassword(READER.password),
    madeAt: new Date('2023-09-01T09:00:00Z'),
  })
  const made = await findAccount(store.db, READER.userName)
  if (made === undefined) throw new Error('The account was only just added')
  return made
}

/** Gives a page to somebody who is signed in. Whoever is restricted is answered too, with whom to ring. */
export async function reader(authority: Authority, server: FastifyInstance): Promise<(url: string) => Promise<void>> {
  await addReader(authority)
  const session = await signIn(authority.app, READER.userName, READER.password)
  const headers = { cookie: `los_session=${session?.token}` }
  return async (url) => {
    const { statusCode } = await server.inject({ method: 'GET', url, headers })
    if (statusCode !== 200 && statusCode !== 403) throw new Error(`${url} answered ${statusCode}`)
  }
}
