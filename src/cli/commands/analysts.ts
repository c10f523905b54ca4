import { addConnection, connectionsOf, endConnection } from '../../app/analysts/connections.ts'
import { refillReport } from '../../app/analysts/report.ts'
import type { App } from '../../app/app.ts'
import { Refused } from '../../app/refused.ts'
import type { Arguments, Command, Surroundings } from '../command.ts'
import { formatOption, printAnswer } from '../output.ts'

export const analysts: Command = {
  name: 'analysts',
  usage: '[add USER | end USER | fill] [--as USER] [--format table|csv|json]',
  summary:
    'who connects to the schema “report” of a PostgreSQL with their own tools; gives a performance analyst a connection, ends it, fills the schema anew',
  words: { least: 0, most: 2 },
  options: formatOption,
  async run(args, around) {
    const [what = 'list', userName] = args.words
    const act = acts.get(what)
    if (act === undefined || (userName === undefined) !== (what === 'list' || what === 'fill'))
      throw new Refused('bad usage', `Write it so: los analysts ${analysts.usage}`)
    await act(args, around, await around.openApp('los analysts'), userName ?? '')
    return undefined
  },
}

type Act = (args: Arguments, around: Surroundings, app: App, userName: string) => Promise<void>

const list: Act = async (args, around, app) => {
  const rows = await connectionsOf(app, args.text('as'))
  printAnswer(args, around, {
    rows,
    json: rows,
    columns: [
      { heading: 'User', cell: ({ userName }) => userName },
      { heading: 'Connects as', cell: ({ role }) => role },
    ],
  })
}

const add: Act = async (args, around, app, userName) => {
  const { isLogged, ...made } = await addConnection(app, args.text('as'), userName)
  printAnswer(args, around, {
    rows: [made],
    json: made,
    columns: [
      { heading: 'User', cell: (one) => one.userName },
      { heading: 'Connects as', cell: (one) => one.role },
      { heading: 'Password', cell: (one) => one.password },
    ],
  })
  around.remark('The password is shown this once. The connection reads the schema “report”, and nothing else.')
  if (!isLogged)
    around.remark(
      `What is asked on it is not logged: that takes a superuser. Have the server’s administrator run: alter role "${made.role}" set log_statement = 'all'`,
    )
}

const end: Act = async (args, around, app, userName) => {
  await endConnection(app, args.text('as'), userName)
  around.remark(`The connection of ${userName} has ended.`)
}

const fill: Act = async (args, around, app) => {
  await refillReport(app, args.text('as'))
  around.remark('The schema “report” was filled anew.')
}

const acts: ReadonlyMap<string, Act> = new Map(Object.entries({ list, add, end, fill }))
