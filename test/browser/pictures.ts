// npm run pictures: the pages as a person sees them, for the README and for looking at. Starts the product itself, on an
// embedded store in a temporary folder with the demonstration in it.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { launchChromium } from './chromium.ts'
import { openPerson, signInAs, type UserName } from './sign-in.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const pictures = join(root, 'docs', 'pictures')

const dataset = '/datasets/corporate-parenting'
const indicator = '/indicators/cic-rate-month-end'

/** As much of each page as a screen shows. */
const views = [
  { name: 'dataset', path: dataset, width: 1280, height: 1220 },
  { name: 'indicator', path: indicator, width: 1280, height: 1400 },
  { name: 'dataset-phone', path: dataset, width: 320, height: 1400 },
  { name: 'indicator-phone', path: indicator, width: 320, height: 1400 },
] as const

/** What is for whoever is signed in: the pages about Maya, who is made up like everybody, and those of a team's work. */
const signedIn: readonly {
  readonly name: string
  readonly as: UserName
  readonly path: string
  readonly height: number
}[] = [
  { name: 'my-work', as: 'tom', path: '/my-work', height: 1300 },
  { name: 'person', as: 'tom', path: '{person}', height: 1500 },
  { name: 'chronology', as: 'tom', path: '{person}/chronology', height: 1400 },
  { name: 'family', as: 'tom', path: '{person}/family', height: 1500 },
  { name: 'record-form', as: 'tom', path: '{person}/record/case-note', height: 1500 },
  { name: 'work-list', as: 'dilys', path: '/work-lists/care-reviews', height: 1300 },
  { name: 'tracker', as: 'marian', path: '/trackers/permanence', height: 1500 },
  { name: 'service', as: 'marian', path: '/services/children-in-care', height: 1500 },
  {
    name: 'figure-list',
    as: 'marian',
    path: '/indicators/cic-3-plus-placements-12-months/list?period=2023-09',
    height: 1300,
  },
]

/** The product as a person starts it, and the address that it gives. */
async function startProduct(store: string): Promise<{ product: ChildProcess; address: string }> {
  const product = spawn(process.execPath, ['bin/los', 'serve', '--port', '0', '--demonstration', '--data', store], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said: string[] = []
  for await (const line of createInterface({ input: product.stderr })) {
    said.push(line)
    const [address] = /http:\/\/localhost:\d+/.exec(line) ?? []
    if (address !== undefined) return { product, address }
  }
  throw new Error(`The product did not start:\n${said.join('\n')}`)
}

async function takePictures(browser: Browser, address: string): Promise<void> {
  for (const { name, path, width, height } of views) {
    const page = await browser.newPage({ viewport: { width, height }, javaScriptEnabled: false })
    await page.goto(address + path)
    await write(`${name}.png`, (file) => page.screenshot({ path: file }))
    await page.close()
  }
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(address + dataset)
  await write('dataset.pdf', (file) => page.pdf({ path: file, preferCSSPageSize: true, outline: true }))
}

async function takeSignedIn(browser: Browser, address: string): Promise<void> {
  for (const { name, as, path, height } of signedIn)
    for (const [suffix, width] of [
      ['', 1280],
      ['-phone', 320],
    ] as const) {
      const page = await browser.newPage({ viewport: { width, height }, javaScriptEnabled: false })
      await signInAs(page, address, as)
      const person = path.includes('{person}') ? await openPerson(page, address, 'Maya Ellwood') : address
      await page.goto(path.includes('{person}') ? path.replace('{person}', person) : address + path)
      await write(`${name}${suffix}.png`, (file) => page.screenshot({ path: file }))
      await page.close()
    }
}

async function write(name: string, make: (file: string) => Promise<unknown>): Promise<void> {
  const file = join(pictures, name)
  await make(file)
  console.log(`${relative(root, file)} (${Math.round(statSync(file).size / 1024)} kB)`)
}

async function stop(product: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => product.once('exit', resolve))
  product.kill('SIGTERM')
  await ended
}

mkdirSync(pictures, { recursive: true })
const store = mkdtempSync(join(tmpdir(), 'los-pictures-'))
try {
  const { product, address } = await startProduct(store)
  const browser = await launchChromium()
  await takePictures(browser, address)
  await takeSignedIn(browser, address)
  await browser.close()
  await stop(product)
} finally {
  rmSync(store, { recursive: true, force: true })
}
