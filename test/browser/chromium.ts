import { type Browser, chromium } from 'playwright-core'
import { findChromium } from '../../scripts/machine.mjs'

/** What Debian's Chromium needs to run as root without a screen, and to keep to itself. */
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']

/** Why no browser can be started; undefined when one can. */
export const chromiumLacking = (): string | undefined =>
  findChromium() === undefined
    ? 'Chromium is not here, so browser tests cannot run. On Debian: apt-get install chromium'
    : undefined

/** The system's Chromium without a window. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error(chromiumLacking())
  return chromium.launch({ executablePath, args: flags })
}
