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
  await browser.close()
  await stop(product)
} finally {
  rmSync(store, { recursive: true, force: true })
}
