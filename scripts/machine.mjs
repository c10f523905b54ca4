// The programs that some tests need besides Node: found where they are, installed where that is possible.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(':')
    .map((folder) => `${folder}/${name}`)
    .find((file) => existsSync(file))

/** Path of a Chromium or Chrome, or undefined. LOS_CHROMIUM names one elsewhere. */
export function findChromium() {
  const named = process.env.LOS_CHROMIUM
  if (named) return existsSync(named) ? named : undefined
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(onPath).find(Boolean)
}

/** Folder with PostgreSQL's server programs (initdb, pg_ctl), or undefined. The newest of Debian's, else what is on the path. */
export function findPostgres() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).map(Number).filter(Boolean) : []
  const folder = versions
    .sort((a, b) => b - a)
    .map((version) => `${debian}/${version}/bin`)
    .find((bin) => existsSync(`${bin}/initdb`))
  return folder ?? onPath('initdb')?.replace(/\/initdb$/, '')
}

/** Folder with Poppler's programs for reading PDFs (pdftotext, pdfinfo), or undefined. */
export const findPoppler = () => onPath('pdftotext')?.replace(/\/pdftotext$/, '')

const wanted = [
  { name: 'Chromium', packages: ['chromium', 'fonts-liberation'], found: findChromium, needed: 'browser tests' },
  { name: 'PostgreSQL 15 or later', packages: ['postgresql'], found: findPostgres, needed: 'the store on PostgreSQL' },
  { name: 'Poppler', packages: ['poppler-utils'], found: findPoppler, needed: 'tests that read a PDF' },
]

/** Installs what is missing, as root on Debian; elsewhere answers with a sentence for each: what is skipped and how to get it. */
export function equip() {
  const missing = wanted.filter((one) => !one.found())
  if (missing.length > 0 && process.getuid?.() === 0 && onPath('apt-get'))
    install(missing.flatMap((one) => one.packages))
  return wanted
    .filter((one) => !one.found())
    .map(
      (one) =>
        `${one.name} is not here, so ${one.needed} cannot run. On Debian: apt-get install ${one.packages.join(' ')}`,
    )
}

function install(packages) {
  process.stderr.write(`Installing ${packages.join(' and ')} for the tests (once)...\n`)
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', ...packages)
}
