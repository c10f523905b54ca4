import { run } from '../../../src/cli/run.ts'
import { doing, reading } from './answers.ts'
import { forgetMerge, mergingAudited, mergingBoth, partnerIn } from './pages-putting-right.ts'
import type { Outcome, Way } from './way.ts'
import type { SignedIn, World } from './world.ts'

/** Runs a command in this process, as somebody. */
export async function los({ app }: Pick<World, 'app'>, argv: readonly string[]) {
  const said: string[] = []
  const printed: string[] = []
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
    print: (text: string) => {
      printed.push(text)
      said.push(text)
    },
    remark,
    terminal: false,
  })
  return { code: await run(argv, around, remark), text: said.join('\n'), printed: printed.join('\n') }
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

/** Every command about somebody. */
export const commands: readonly Way[] = [
  {
    name: 'los chronology',
    expected: reading('o'),
    go: asked((number) => ['chronology', String(number)]),
    action: 'read',
    showsAll: true,
  },
  {
    name: 'los chronology --known-on',
    expected: reading('o'),
    go: asked((number) => ['chronology', String(number), '--known-on', '2023-06-01']),
    action: 'read',
  },
  {
    name: 'los chronology --format csv',
    expected: doing('e'),
    go: asked((number) => ['chronology', String(number), '--format', 'csv']),
    action: 'export',
  },
  {
    name: 'los clocks',
    expected: reading('o'),
    go: asked((number) => ['clocks', String(number)]),
    action: 'read',
  },
  {
    name: 'los merge',
    expected: mergingBoth,
    audited: mergingAudited,
    go: (world, who, number) =>
      asked(() => ['merge', String(number), String(partnerIn(world, number)), '--reason', 'One and the same birth'])(
        world,
        who,
        number,
      ),
    action: 'merge',
    undo: forgetMerge,
  },
]

/** Lists of people: `lists.test.ts`. */
export const commandsOfLists = ['members', 'why', 'reconcile', 'restated', 'worklist', 'export', 'release'] as const

/** Every other command, which is about nobody; what is only read from files is nobody's yet. */
export const commandsAboutNobody = [
  'demo',
  'serve',
  'synthesise',
  'template',
  'import',
  'figures',
  'calculate',
  'publish',
  'report',
  'due',
  'users',
  'tokens',
  'analysts',
  'authority',
  'check',
  'validate',
] as const
