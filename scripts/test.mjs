// npm test: every check and every test, then one line with the sum. With CI set, nothing may be skipped but what LibreOffice opens.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { equip } from './machine.mjs'
import { makeReady, root } from './setup.mjs'

makeReady()
const lacking = equip()

const checks = [
  { name: 'formatting and lint', command: ['biome', 'ci', '--colors=off', '.'] },
  { name: 'types', command: ['tsc', '--noEmit', '-p', '.'] },
  { name: 'dead code', command: ['knip', '--no-progress'] },
  {
    name: 'import rule',
    command: ['depcruise', '--config', '.dependency-cruiser.cjs', 'src', 'test', 'scripts', 'db'],
  },
]

function run([program, ...args], stdio) {
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules', '.bin', program), args, { cwd: root, stdio })
    let output = ''
    child.stdout?.on('data', (text) => (output += text))
    child.stderr?.on('data', (text) => (output += text))
    child.on('close', (code) => resolve({ code, output }))
  })
}

async function checkAll() {
  let failed = 0
  for (const { name, command } of checks) {
    const { code, output } = await run(command, ['ignore', 'pipe', 'pipe'])
    console.log(`${code === 0 ? '✓' : '✗'} ${name}`)
    if (code !== 0) {
      failed++
      console.log(output)
    }
  }
  return { passed: checks.length - failed, failed }
}

async function testAll() {
  const folder = mkdtempSync(join(tmpdir(), 'los-test-'))
  const report = join(folder, 'report.json')
  const only = process.argv.slice(2)
  const { code } = await run(
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...only],
    'inherit',
  )
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    )
    // A file that cannot be loaded fails without having run a test.
    const broken = testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
    )
    const failed = numFailedTests + broken.length
    return {
      passed: numPassedTests,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      skipped: numPendingTests + numTodoTests,
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const checked = await checkAll()
const tested = await testAll()
for (const sentence of lacking) console.log(`\nSkipped. ${sentence}`)
const passed = checked.passed + tested.passed
const failed = checked.failed + tested.failed
// LibreOffice takes 270 MB to install: the one test that opens it may be skipped where it is not, even in CI.
const mayBeSkipped = existsSync('/usr/bin/soffice') ? 0 : 1
const isTooLittle = process.env.CI && tested.skipped > mayBeSkipped
if (isTooLittle) console.log('\nIn CI nothing else may be skipped.')
if (tested.skipped > 0) console.log(`\n${tested.skipped} skipped`)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || isTooLittle ? 1 : 0
