import { addPartner, giveLocalities } from '../../app/access/partners.ts'
import { PARTNER } from '../../app/access/roles.ts'
import { addUser, endUser, givePassword, giveRoles, listUsers } from '../../app/access/users.ts'
import type { App } from '../../app/app.ts'
import { Refused } from '../../app/refused.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Arguments, Command, Surroundings } from '../command.ts'
import { formatOption, printAnswer } from '../output.ts'

export const users: Command = {
  name: 'users',
  usage:
    '[add USER --name "Full name" --role ROLE[,ROLE] [--worker NUMBER] | add USER --name "Full name" --role partner --locality NAME[,NAME] | locality USER --locality NAME[,NAME] | role USER --role ROLE[,ROLE] | password USER | end USER] [--as USER] [--format table|csv|json]',
  summary: 'who may sign in and in which roles; makes accounts, gives them other roles or a new password, ends them',
  words: { least: 0, most: 2 },
  options: {
    ...{ name: { type: 'string' }, role: { type: 'string' }, worker: { type: 'string' }, locality: { type: 'string' } },
    ...formatOption,
  },
  async run(args, around) {
    const [what = 'list', userName] = args.words
    const act = acts.get(what)
    if (act === undefined || (userName === undefined) !== (what === 'list'))
      throw new Refused('bad usage', `Write it so: los users ${users.usage}`)
    await act(args, around, await around.openApp('los users'), userName ?? '')
    return undefined
  },
}

type Act = (args: Arguments, around: Surroundings, app: App, userName: string) => Promise<void>

const list: Act = async (args, around, app) => {
  const all = (await listUsers(app, args.text('as'))).map((account) => ({
    userName: account.userName,
    name: account.name,
    roles: account.roles,
    localities: account.partnerOf ?? [],
    worker: account.worker,
    state: stateOf(account),
  }))
  printAnswer(args, around, {
    rows: all,
    json: all,
    columns: [
      { heading: 'User', cell: ({ userName }) => userName },
      { heading: 'Name', cell: ({ name }) => name },
      { heading: 'Roles', cell: ({ roles }) => roles.join(', ') },
      { heading: 'Localities', cell: ({ localities }) => localities.join(', ') },
      { heading: 'Worker', right: true, cell: ({ worker }) => (worker === null ? '' : String(worker)) },
      { heading: 'State', cell: ({ state }) => state },
    ],
  })
}

function stateOf({ endedAt, lockedUntil }: Awaited<ReturnType<typeof listUsers>>[number]): string {
  if (endedAt !== null) return 'ended'
  return lockedUntil !== null && lockedUntil > new Date() ? 'locked' : 'open'
}

const add: Act = async (args, around, app, userName) => {
  const [name = '', number] = [args.text('name'), args.text('worker')]
  if (number !== undefined && !/^[1-9]\d{0,14}$/.test(number))
    throw new Refused('bad usage', `“${number}” is no number of a worker.`)
  const localities = listIn(args, 'locality')
  if (rolesIn(args).join() === PARTNER) {
    if (number !== undefined) throw new Refused('bad usage', 'A partner is none of the workers in the records.')
    tellPassword(args, around, userName, await addPartner(app, args.text('as'), { userName, name, localities }))
    return
  }
  if (localities.length > 0) throw new Refused('bad usage', `Only a partner has localities: --role ${PARTNER}`)
  const worker = number === undefined ? null : (Number(number) as SubjectId)
  const made = { userName, name, roles: rolesIn(args), worker }
  tellPassword(args, around, userName, await addUser(app, args.text('as'), made))
}

const role: Act = async (args, around, app, userName) => {
  await giveRoles(app, args.text('as'), userName, rolesIn(args))
  around.remark(`${userName} is now: ${rolesIn(args).join(', ')}.`)
}

const locality: Act = async (args, around, app, userName) => {
  const localities = listIn(args, 'locality')
  await giveLocalities(app, args.text('as'), userName, localities)
  around.remark(`${userName} now sees figures of ${localities.join(', ')}.`)
}

const password: Act = async (args, around, app, userName) =>
  tellPassword(args, around, userName, await givePassword(app, args.text('as'), userName))

const end: Act = async (args, around, app, userName) => {
  await endUser(app, args.text('as'), userName)
  around.remark(`The account of ${userName} has ended. What it wrote and looked at keeps its name.`)
}

const acts: ReadonlyMap<string, Act> = new Map(Object.entries({ list, add, role, locality, password, end }))

const rolesIn = (args: Arguments): readonly string[] => listIn(args, 'role')

const listIn = (args: Arguments, option: 'role' | 'locality'): readonly string[] =>
  (args.text(option) ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

function tellPassword(args: Arguments, around: Surroundings, userName: string, password: string): void {
  const row = { userName, password }
  printAnswer(args, around, {
    rows: [row],
    json: row,
    columns: [
      { heading: 'User', cell: (one) => one.userName },
      { heading: 'Password', cell: (one) => one.password },
    ],
  })
  around.remark('The password is shown this once, and has to be changed when it is first used. Hand it over in person.')
}
