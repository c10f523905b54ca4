import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { madeOnce } from './made-once.ts'
import { postgresqlPrograms, startPostgresql } from './postgresql-server.ts'

const given = process.env['LOS_TEST_DATABASE_URL']

const TEMPLATE = 'postgresql-template-'

export type Database = { readonly url: string; drop(): Promise<void> }

/** Why the tests on PostgreSQL cannot run; undefined when they can. */
export const postgresqlLacking = (): string | undefined =>
  given === undefined && postgresqlPrograms() === undefined
    ? 'PostgreSQL 15 or later is not installed. To run these tests: apt-get install postgresql, or set LOS_TEST_DATABASE_URL.'
    : undefined

/** A database of its own for a test, copied from one that `prepare` fills once per run and `name`. */
export async function preparedDatabase(
  workshop: string,
  name: string,
  prepare: (url: string) => Promise<void>,
): Promise<Database> {
  const server = await serverUrl(workshop)
  const template = await madeOnce(workshop, `${TEMPLATE}${name}`, async () => {
    const made = newName()
    await createDatabase(server, made, 'template0')
    await prepare(withDatabase(server, made))
    return made
  })
  return copyOf(server, template)
}

/** A database with nothing in it. */
export const emptyDatabase = async (workshop: string): Promise<Database> =>
  copyOf(await serverUrl(workshop), 'template0')

/** Takes away what is left on a server that was there before the run. */
export async function dropTemplates(workshop: string): Promise<void> {
  if (given === undefined) return
  const templates = readdirSync(workshop).filter((file) => file.startsWith(TEMPLATE) && file.endsWith('.made'))
  for (const template of templates) await dropDatabase(given, readFileSync(join(workshop, template), 'utf8'))
}

const serverUrl = async (workshop: string): Promise<string> =>
  given ?? (await madeOnce(workshop, 'postgresql-server', () => startPostgresql(workshop)))

async function copyOf(server: string, template: string): Promise<Database> {
  const name = newName()
  await createDatabase(server, name, template)
  return { url: withDatabase(server, name), drop: () => dropDatabase(server, name) }
}

const newName = () => `los_test_${randomUUID().replaceAll('-', '')}`

const createDatabase = (server: string, name: string, template: string) =>
  command(server, `create database ${name} template ${template}`)

const dropDatabase = (server: string, name: string) => command(server, `drop database ${name} with (force)`)

async function command(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
