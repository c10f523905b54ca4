import { run } from '../../../src/cli/run.ts'
import { answerToReading } from './expected.ts'
import type { Outcome, Way } from './way.ts'
import type { SignedIn, World } from './world.ts'

/** Runs a command in this process, as somebody. */
export async function los({ app }: Pick<World, 'app'>, argv: readonly string[]) {
  const said: string[] = []
  const remark = (text: string) => {
    said.push(text)
  }
  const around = () => ({
    openApp: async () => app,
    async serve() {
      throw new Error('It should not have served.')
    },
    calendar: () => app.calendar,
    postcodes: () => app.postcodes,
    authorities: () => app.authorities,
    print: remark,
    remark,
    terminal: false,
  })
  return { code: await run(argv, around, remark), text: said.join('\n') }
}

const asked =
  (argv: (number: number) => readonly string[]) =>
  async (world: World, { account }: SignedIn, number: number): Promise<Outcome> => {
    const { code, text } = await los(world, [...argv(number), '--as', account.userName])
    const answer =
      code === 0
        ? 'shown'
        : text.startsWith('Restricted: ring')
          ? 'ring'
          : text.startsWith('There is nobody')
            ? 'gone'
            : text.startsWith('Your role')
              ? 'no'
              : 'fault'
    return { answer, text }
  }

const reading: Way['expected'] = (account, person) => answerToReading(account, person, 'o')

/** Every command about somebody. */
export const commands: readonly Way[] = [
  {
    name: 'los chronology',
    expected: reading,
    go: asked((number) => ['chronology', String(number)]),
    action: 'read',
    showsAll: true,
  },
  {
    name: 'los chronology --known-on',
    expected: reading,
    go: asked((number) => ['chronology', String(number), '--known-on', '2023-06-01']),
    action: 'read',
  },
]

/** Every other command, which is about nobody. */
export const commandsAboutNobody = [
  'demo',
  'serve',
  'import',
  'figures',
  'due',
  'users',
  'check',
  'calculate',
  'validate',
] as const

/** Commands about somebody that are not walked yet: each is to become one of `commands`. So is `chronology --format csv`, which exports. */
export const commandsNotWalked = ['clocks', 'members', 'why', 'worklist', 'merge', 'export'] as const
