import type { App, Authority } from '../app/app.ts'
import type { Postcodes } from '../app/postcodes.ts'
import type { Calendar } from '../core/dates/working-days.ts'

/** What a command is given by the program that runs it. */
export type Surroundings = {
  /** Opens the store that the options or the environment name, saying who holds it meanwhile. It is closed when the command ends. */
  openApp(holder: string): Promise<App>
  /** Answers requests until the process is told to stop. */
  serve(app: App, port: number): Promise<void>
  /** Working days, and the school terms of an authority where one is named. */
  readonly calendar: (authority?: string) => Calendar
  readonly postcodes: () => Postcodes
  readonly authorities: () => ReadonlyMap<string, Authority>
  print(text: string): void
  /** Progress and remarks, which are no part of the answer. */
  remark(text: string): void
  readonly terminal: boolean
}

/** The options and words that followed the command's name. */
export type Arguments = {
  readonly words: readonly string[]
  text(option: string): string | undefined
  /** What was given for an option that may be given more than once. */
  texts(option: string): readonly string[]
  flag(option: string): boolean
}

/** The options of a command, by name: with a text, with one each time that it is given, or there or not. */
export type Options = Readonly<
  Record<string, { readonly type: 'string'; readonly multiple?: true } | { readonly type: 'boolean' }>
>

export type Command = {
  readonly name: string
  /** What stands after the name. */
  readonly usage: string
  readonly summary: string
  readonly words: { readonly least: number; readonly most: number }
  readonly options: Options
  /** What `--format` may ask of it; where nothing is said, what every answer is written as. */
  readonly formats?: readonly string[]
  /** Prints its answer; gives the exit code where it is not 0. */
  run(args: Arguments, around: Surroundings): Promise<number | undefined>
}
