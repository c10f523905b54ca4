import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, onTestFinished, test } from 'vitest'
import { chromiumLacking, launchChromium } from './chromium.ts'

/** Opens a page of a width in a context of its own, gone when the running test has finished. */
type Open = (width: number, options?: BrowserContextOptions) => Promise<Page>

/** Defines tests in one browser; without one they are skipped, and with CI set they fail. */
export function inBrowser(name: string, define: (open: Open) => void): void {
  const lacking = chromiumLacking()
  if (lacking !== undefined) {
    leaveOut(name, lacking)
    return
  }
  describe(name, () => {
    let browser: Browser | undefined
    beforeAll(async () => {
      browser = await launchChromium()
    })
    afterAll(() => browser?.close())
    define(async (width, options = {}) => {
      if (browser === undefined) throw new Error('The browser is open only while tests run.')
      const context = await browser.newContext({ viewport: { width, height: 1000 }, ...options })
      onTestFinished(() => context.close())
      return context.newPage()
    })
  })
}

function leaveOut(name: string, lacking: string): void {
  if (process.env['CI'])
    test(name, () => {
      throw new Error(`With CI set nothing may be skipped. ${lacking}`)
    })
  else {
    console.warn(`Skipped: ${lacking}`)
    test.skip(`${name}: ${lacking}`)
  }
}
