/**
 * What each account may do with each person: written by hand from what the roles are for, and not worked out by the code that decides.
 *
 * Letters say what may be read: **o**rdinary, **c**onfidential, **h**ealth, **k** criminal, **a**llegation, a**d**option. `no`: may be found and
 * is not theirs to open. `ring`: found as whom to ring, and nothing more. `gone`: answered as if there were nobody.
 */
export type Letter = 'o' | 'c' | 'h' | 'k' | 'a' | 'd'
export type Expected = string

/**
 * The people: `mine` is allocated to everybody's worker; `team` waits in the North team for a worker; `service` is of another team of the same
 * service; `elsewhere` of another service; `nobodys` of nobody; `left` was everybody's until yesterday or as cover until today, and will be again tomorrow.
 * All of `named`, `closed` and `sealed` are everybody's too: `named` is restricted and names the social worker, the manager and the director;
 * `closed` is restricted and names somebody else; `sealed` is the former identity of an adopted child.
 */
export const peopleKeys = [
  'mine',
  'team',
  'service',
  'elsewhere',
  'nobodys',
  'left',
  'named',
  'closed',
  'sealed',
] as const
export type PersonKey = (typeof peopleKeys)[number]

type Row = Readonly<Record<PersonKey, Expected>>

const row = (text: string): Row => {
  const cells = text.trim().split(/\s+/)
  if (cells.length !== peopleKeys.length) throw new Error(`${cells.length} cells: ${text}`)
  return Object.fromEntries(peopleKeys.map((key, at) => [key, cells[at] ?? ''])) as Row
}

/** Reading. */
export const reads = {
  //                              mine   team  service elsewhere nobodys left named  closed sealed
  'social-worker': row('          ochk   och   no      no        no      no   ochk   ring   gone'),
  'team-manager': row('           ochk   ochk  no      no        no      no   ochk   ring   gone'),
  'reviewing-officer': row('      ochk   no    no      no        no      no   ring   ring   gone'),
  'designated-officer': row('     oa     oa    oa      oa        oa      oa   ring   ring   gone'),
  'performance-analyst': row('    o      o     o       o         o       o    ring   ring   gone'),
  'designated-nurse': row('       oh     oh    oh      oh        oh      oh   ring   ring   gone'),
  director: row('                 och    och   och     och       och     och  och    ring   gone'),
  operator: row('                 ochk   ochk  ochk    ochk      ochk    ochk ring   ring   gone'),
  'records-officer': row('        ochk   ochk  ochk    ochk      ochk    ochk ring   ring   gone'),
  // Of children whom the service does not work with: that there is an adoption, and no page.
  'adoption-worker': row('        ochkd  no    no      no        no      no   ring   ring   ochkd'),
  'several roles': row('          ochka  ocha  oa      oa        oa      oa   ring   ring   gone'),
  'without a team': row('         ochk   no    no      no        no      no   ring   ring   gone'),
  'without a worker': row('       no     no    no      no        no      no   ring   ring   gone'),
  'director, no worker': row('    och    och   och     och       och     och  ring   ring   gone'),
  'left the team': row('          ochk   no    no      no        no      no   ring   ring   gone'),
  'left the council': row('       gone   gone  gone    gone      gone    gone gone   gone   gone'),
  'without a role': row('         gone   gone  gone    gone      gone    gone gone   gone   gone'),
  // Broken for `elsewhere` and `closed`, and in vain for `sealed`.
  'broke the glass': row('        ochk   och   no      ochk      no      no   ring   ochk   gone'),
  'broke it long ago': row('      ochk   och   no      no        no      no   ring   ring   gone'),
} as const satisfies Record<string, Row>

export type AccountKey = keyof typeof reads
export const accountKeys = Object.keys(reads) as readonly AccountKey[]

/** Accounts that differ from one of their role by what is known of the worker: what they are is worked out alike on every page. */
export const odd: readonly AccountKey[] = [
  'several roles',
  'without a team',
  'without a worker',
  'director, no worker',
  'left the team',
  'left the council',
  'broke it long ago',
]

/** One account of each sort, for walks beside that of the pages, which is everybody's. */
export const some: readonly AccountKey[] = [
  'social-worker',
  'team-manager',
  'designated-officer',
  'director',
  'adoption-worker',
  'without a role',
  'broke the glass',
  'left the team',
]

/**
 * Doing, where it is more than reading: **r**ecord a note, **c**orrect one, take **e**verything out, **m**erge, **a**llocate, re**s**trict,
 * mo**v**e a record, **d**elete what it says, sign o**f**f what waits for it, see who **l**ooked, look at **o**penings, break the **g**lass. Whoever may find somebody may break
 * the glass for them. `-`: nothing of these.
 */
export const does: Readonly<Record<AccountKey, Row>> = {
  //                              mine        team        service elsewhere nobodys left   named       closed sealed
  'social-worker': row('          rceg        rg          g       g         g       g      rceg        g      -'),
  'team-manager': row('           rcemasvflog rcemasvflog g       g         g       g      rcemasvflog og     -'),
  'reviewing-officer': row('      rg          g           g       g         g       g      g           g      -'),
  'designated-officer': row('     g           g           g       g         g       g      g           g      -'),
  'performance-analyst': row('    eg          eg          eg      eg        eg      eg     g           g      -'),
  'designated-nurse': row('       eg          eg          eg      eg        eg      eg     g           g      -'),
  director: row('                 lg          lg          lg      lg        lg      lg     lg          g      -'),
  operator: row('                 rcemavdlg   rcemavdlg   rcemavdlg rcemavdlg rcemavdlg rcemavdlg g   g      -'),
  'records-officer': row('        emvdlog     emvdlog     emvdlog emvdlog   emvdlog emvdlog og         og     -'),
  // What would tell of an adoption is theirs to take away, on whosever record that they read.
  'adoption-worker': row('        rcedg       g           g       g         g       g      g           g      rcedog'),
  'several roles': row('          rceg        rg          g       g         g       g      g           g      -'),
  'without a team': row('         rceg        g           g       g         g       g      g           g      -'),
  'without a worker': row('       g           g           g       g         g       g      g           g      -'),
  'director, no worker': row('    lg          lg          lg      lg        lg      lg     g           g      -'),
  'left the team': row('          rceg        g           g       g         g       g      g           g      -'),
  'left the council': row('       -           -           -       -         -       -      -           -      -'),
  'without a role': row('         -           -           -       -         -       -      -           -      -'),
  'broke the glass': row('        rceg        rg          g       g         g       g      g           g      -'),
  'broke it long ago': row('      rceg        rg          g       g         g       g      g           g      -'),
}

/** Whether the words of a record may be read that is several people's: of one of them the viewer reads, and of none they are shut out. */
export const readsJoint = (account: AccountKey, owners: readonly PersonKey[], letter: Letter): boolean =>
  owners.some((owner) => answerToReading(account, owner, letter) === 'shown') &&
  !owners.some((owner) => isShutOut(account, owner))

/** Whether somebody is restricted for an account, or not there: what ties others to them is told in a code, or not at all. */
export const isShutOut = (account: AccountKey, person: PersonKey): boolean =>
  ['ring', 'gone'].includes(reads[account][person])

export const readsLetter = (cell: Expected, letter: Letter): boolean =>
  !['no', 'ring', 'gone'].includes(cell) && cell.includes(letter)

/** Whether somebody's name may be seen. */
export const findsByName = (account: AccountKey, person: PersonKey): boolean => !isShutOut(account, person)

/** How something is answered. */
export type Answer = 'shown' | 'no' | 'ring' | 'gone'

const refusal = (cell: Expected): Answer => (cell === 'ring' ? 'ring' : cell === 'gone' ? 'gone' : 'no')

/** The answer to reading about somebody what is kept so. */
export function answerToReading(account: AccountKey, person: PersonKey, letter: Letter): Answer {
  const cell = reads[account][person]
  if (readsLetter(cell, letter)) return 'shown'
  if (letter === 'd' && account === 'adoption-worker') return cell === 'ring' ? 'ring' : 'shown'
  const ofTheService = letter === 'a' && ['designated-officer', 'several roles'].includes(account)
  // That there is an allegation or an adoption is told to nobody outside the service, whoever the child is.
  return (letter === 'a' || letter === 'd') && !ofTheService ? 'gone' : refusal(cell)
}

/** Broken glass lets one read, and nothing else: for all else the restriction stands. */
const unread = (account: AccountKey, person: PersonKey): Expected =>
  account === 'broke the glass' && person === 'closed' ? 'ring' : reads[account][person]

/** The answer to doing something about somebody. */
export const answerToDoing = (account: AccountKey, person: PersonKey, doing: string): Answer =>
  does[account][person].includes(doing) ? 'shown' : refusal(unread(account, person))

/** Several people, all of whom it takes: what is answered of the first of whom it is not allowed. */
export const answerOfAll = (...answers: readonly Answer[]): Answer =>
  answers.find((answer) => answer !== 'shown') ?? 'shown'

/** The answer to looking for somebody by name. */
export function answerToFinding(account: AccountKey, person: PersonKey): Answer {
  const cell = unread(account, person)
  return cell === 'ring' || cell === 'gone' ? cell : 'shown'
}
