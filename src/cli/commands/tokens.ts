import type { App } from '../../app/app.ts'
import { endOf, makeToken, type TokenFor, tokensOf, wallToday, withdrawToken } from '../../app/programs/tokens.ts'
import { Refused } from '../../app/refused.ts'
import { addDays, shortText, toText } from '../../core/dates/plain-date.ts'
import type { Arguments, Command, Surroundings } from '../command.ts'
import { formatOption, printAnswer } from '../output.ts'
import { readDate } from './due.ts'

export const tokens: Command = {
  name: 'tokens',
  usage:
    '[add NAME --for USER | --role ROLE[,ROLE] --purpose TEXT [--opens figures|lists] [--until DATE] | end NAME --reason TEXT] [--as USER] [--format table|csv|json]',
  summary:
    'with what programs ask for figures (docs/programs.md); gives one a token in the place of somebody or in a role, ends it',
  words: { least: 0, most: 2 },
  options: {
    for: { type: 'string' },
    role: { type: 'string' },
    opens: { type: 'string' },
    purpose: { type: 'string' },
    reason: { type: 'string' },
    until: { type: 'string' },
    ...formatOption,
  },
  async run(args, around) {
    const [what = 'list', name] = args.words
    const act = acts.get(what)
    if (act === undefined || (name === undefined) !== (what === 'list'))
      throw new Refused('bad usage', `Write it so: los tokens ${tokens.usage}`)
    await act(args, around, await around.openApp('los tokens'), name ?? '')
    return undefined
  },
}

type Act = (args: Arguments, around: Surroundings, app: App, name: string) => Promise<void>

const list: Act = async (args, around, app) => {
  const rows = (await tokensOf(app, args.text('as'))).map((one) => ({
    name: one.name,
    user: one.account.userName,
    roles: one.account.roles,
    opens: one.opens,
    purpose: one.purpose,
    state: one.state,
    endsAt: one.endsAt.toISOString(),
    usedAt: one.usedAt?.toISOString() ?? null,
    madeBy: one.madeBy,
    endedReason: one.endedReason,
  }))
  printAnswer(args, around, {
    rows,
    json: rows,
    columns: [
      { heading: 'Token', cell: (one) => one.name },
      { heading: 'In the place of', cell: (one) => one.user },
      { heading: 'Roles', cell: (one) => one.roles.join(', ') },
      { heading: 'Opens', cell: (one) => one.opens },
      { heading: 'For', cell: (one) => one.purpose ?? '' },
      { heading: 'State', cell: (one) => one.state },
      { heading: 'Until', cell: (one) => one.endsAt },
      { heading: 'Last used', cell: (one) => one.usedAt ?? 'never' },
      { heading: 'Given by', cell: (one) => one.madeBy },
    ],
  })
}

const DAYS = 90

const add: Act = async (args, around, app, name) => {
  const until = args.text('until')
  const [last, opens] = [
    until === undefined ? addDays(wallToday(), DAYS) : readDate(until),
    args.text('opens') ?? 'figures',
  ]
  if (opens !== 'figures' && opens !== 'lists')
    throw new Refused('bad usage', `A token opens figures or lists, and not “${opens}”.`)
  const [of, purpose, endsAt] = [placeIn(args), args.text('purpose') ?? '', endOf(last)]
  const token = await makeToken(app, args.text('as'), { name, of, opens, purpose, endsAt })
  const row = { name, token, until: toText(last) }
  printAnswer(args, around, {
    rows: [row],
    json: row,
    columns: [
      { heading: 'Token', cell: (one) => one.name },
      { heading: 'What to send', cell: (one) => one.token },
      { heading: 'Until', cell: (one) => one.until },
    ],
  })
  around.remark(
    `It is shown this once, and taken until the end of ${shortText(last)}. Put it where the program alone can read it. It opens ${opens === 'lists' ? 'figures and the lists behind them' : 'figures alone'}.`,
  )
}

function placeIn(args: Arguments): TokenFor {
  const [user, role] = [args.text('for'), args.text('role')]
  if ((user === undefined) === (role === undefined))
    throw new Refused('bad usage', 'Say in whose place it asks, --for USER, or in which role of its own, --role ROLE.')
  if (user !== undefined) return { user }
  const roles = (role ?? '').split(',').map((one) => one.trim())
  return { roles: roles.filter(Boolean) }
}

const end: Act = async (args, around, app, name) => {
  await withdrawToken(app, args.text('as'), name, args.text('reason') ?? '')
  around.remark(`The token “${name}” has ended. What was asked with it stays in the log under its name.`)
}

const acts: ReadonlyMap<string, Act> = new Map(Object.entries({ list, add, end }))
