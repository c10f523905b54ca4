import { getAccount } from '../app/access/accounts.ts'
import type { App } from '../app/app.ts'
import type { Arguments } from './command.ts'

/** Who is looking: the user that `--as` names, or the operator. Refused when there is no such user. */
export const viewerOf = (app: App, args: Arguments): ReturnType<typeof getAccount> => getAccount(app, args.text('as'))
