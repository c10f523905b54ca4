import { createHash } from 'node:crypto'
import { appendFileSync, cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkout, los, serve, sharedFolder, sharedStore } from './los.ts'

const copied = ['bin', 'data', 'db', 'scripts', 'src', 'package.json', 'package-lock.json', 'tsconfig.json']

const definition = `  indicator({
    key: 'cic-asked-where-to-live',
    label: 'Asked where they wish to live',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'in the period',
    status: 'stated',
    who: 'Children in care who moved in the period.',
    countedIf: 'They were asked before they moved.',
    notKnown: 'A child of whom it is not recorded counts as not asked.',
    source: 'Made up to see an indicator added',
  }),
`
const row = 'dorset,cic-asked-where-to-live,2023-09,87.5,Made-up pack,,\n'

const folder = sharedFolder()
const store = sharedStore()

/** A checkout in which an indicator has been added as a newcomer would: one definition, one row of data, nothing else. */
function checkoutWithOneMore(): string {
  const installed = readFileSync(join(checkout, 'node_modules', '.installed-for'), 'utf8')
  const lock = createHash('sha256')
    .update(readFileSync(join(checkout, 'package-lock.json')))
    .digest('hex')
  // Otherwise the copy would install into the node_modules that it shares.
  expect(installed, 'npm test installs what package-lock.json names').toBe(lock)
  const root = join(folder(), 'checkout')
  for (const name of copied) cpSync(join(checkout, name), join(root, name), { recursive: true })
  symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules'))
  const placement = join(root, 'src', 'areas', 'children-in-care', 'placement.ts')
  const source = readFileSync(placement, 'utf8')
  const end = source.lastIndexOf('\n]\n') + 1
  expect(source.slice(end)).toBe(']\n')
  writeFileSync(placement, `${source.slice(0, end)}${definition}]\n`)
  appendFileSync(join(root, 'data', 'dorset', 'corporate-parenting-2023-09.figures.csv'), row)
  return root
}

test('an indicator takes one definition and one row of data: then every page and the command line have it', async (context) => {
  const root = checkoutWithOneMore()
  const data = ['--data', store()]
  const server = await serve(context, ['--demonstration', ...data], root)
  const read = async (path: string) => {
    const answer = await fetch(`${server.address}${path}`)
    return answer.status === 200 ? answer.text() : `${path} answers ${answer.status}`
  }
  const label = 'Asked where they wish to live'
  for (const path of ['/datasets/corporate-parenting?authority=dorset', '/indicators/cic-asked-where-to-live']) {
    const page = await read(path)
    expect(page).toContain(label)
    expect(page).toContain('87.5%')
  }
  for (const path of ['/definitions', '/definitions/cic-asked-where-to-live']) expect(await read(path)).toContain(label)
  const csv = await read('/datasets/corporate-parenting.csv?authority=dorset&period=2023-09')
  const line = csv.split('\r\n').find((one) => one.includes('cic-asked-where-to-live'))
  expect(line).toMatch(
    /^dorset,Placement,cic-asked-where-to-live,Asked where they wish to live,per cent,high,.*,87\.5,/,
  )
  await server.stop()

  const asked = ['--period', '2023-09', '--authority', 'dorset', '--format', 'json']
  const figures = await los(['figures', 'corporate-parenting', ...asked, ...data], root)
  const shown: { indicator: string }[] = JSON.parse(figures.out)
  expect(shown).toHaveLength(79)
  expect(shown.find(({ indicator }) => indicator === 'cic-asked-where-to-live')).toMatchObject({
    label: 'Asked where they wish to live',
    section: 'Placement',
    value: 87.5,
    unit: 'per cent',
    goodIs: 'high',
    target: null,
    rag: null,
    direction: null,
  })
})
