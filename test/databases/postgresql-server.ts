import { execFile, execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const oldestMajorVersion = 15

/** The folder with `initdb` and `pg_ctl` of PostgreSQL 15 or later, the newest there is; undefined where it is not installed. */
export function postgresqlPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).map(Number).filter(Number.isFinite) : []
  const installed = versions
    .filter((version) => version >= oldestMajorVersion)
    .sort((one, other) => other - one)
    .map((version) => join(debian, `${version}`, 'bin'))
  const onPath = (process.env['PATH'] ?? '').split(delimiter)
  return [...installed, ...onPath].find((folder) =>
    ['initdb', 'pg_ctl'].every((name) => existsSync(join(folder, name))),
  )
}

/** Forgets everything when the machine does, which tests do not mind. */
const FORGETFUL = ['fsync=off', 'full_page_writes=off']

/** Starts a private server that listens only on a socket in `workshop`. Gives the address of its first database. */
export async function startPostgresql(workshop: string, settings: readonly string[] = FORGETFUL): Promise<string> {
  const programs = postgresqlPrograms()
  if (programs === undefined) throw new Error('PostgreSQL is not installed.')
  const user = whoRunsIt()
  const home = join(workshop, 'pg')
  mkdirSync(home)
  if (user) {
    chmodSync(workshop, 0o711)
    chownSync(home, user.uid, user.gid)
  }
  const options = { cwd: home, ...user }
  const data = join(home, 'data')
  const setUp = ['-D', data, '--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync']
  await run(join(programs, 'initdb'), setUp, options)
  const all = [...settings, "listen_addresses=''", `unix_socket_directories='${home}'`]
  const log = join(home, 'log')
  const start = ['start', '-w', '-D', data, '-l', log, '-o', all.map((setting) => `-c ${setting}`).join(' ')]
  await run(join(programs, 'pg_ctl'), start, options)
  return `postgresql:///postgres?user=postgres&host=${encodeURIComponent(home)}`
}

/** Stops the server that `startPostgresql` started, if it did. Does not return before: it may be the last thing a process does. */
export function stopPostgresql(workshop: string): void {
  const home = join(workshop, 'pg')
  const data = join(home, 'data')
  const programs = postgresqlPrograms()
  if (programs === undefined || !existsSync(join(data, 'postmaster.pid'))) return
  const options = { cwd: home, stdio: 'ignore', ...whoRunsIt() } as const
  execFileSync(join(programs, 'pg_ctl'), ['stop', '-w', '-m', 'immediate', '-D', data], options)
}

/** PostgreSQL refuses to run as root, so root hands it to somebody with fewer rights. */
function whoRunsIt(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  return identityOf('postgres') ?? identityOf('nobody')
}

function identityOf(name: string): { uid: number; gid: number } | undefined {
  const ask = (which: '-u' | '-g') => Number(execFileSync('id', [which, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    return undefined
  }
}
