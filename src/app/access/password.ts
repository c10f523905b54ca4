import { randomBytes, randomInt, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

/** Cost of a guess: about 128 MB and a few tenths of a second. Kept with each hash, so that it can be raised later. */
const COST = { N: 2 ** 17, r: 8, p: 1 } as const
const LENGTH = 32

/** A hash to keep in place of a password: `scrypt$N$r$p$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return kept(salt, await derive(password, salt, LENGTH, COST))
}

const kept = (salt: Buffer, hash: Buffer): string =>
  ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$')

/** Whether a password is the one behind a hash. Takes as long whether it is or not. */
export async function isPassword(password: string, kept: string): Promise<boolean> {
  const [kind, N, r, p, salt = '', hash = ''] = kept.split('$')
  if (kind !== 'scrypt') return false
  const expected = Buffer.from(hash, 'base64url')
  const given = await derive(password, Buffer.from(salt, 'base64url'), expected.length, {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  })
  return expected.length === given.length && timingSafeEqual(expected, given)
}

const SHORTEST = 12
const LONGEST = 200

/** What is wrong with a password that somebody chooses, in words; undefined when nothing is. Length is what counts (NCSC: three random words). */
export function passwordFault(password: string, userName: string): string | undefined {
  const length = [...password].length
  if (length < SHORTEST)
    return `A password has at least ${SHORTEST} characters. Three random words are easy to remember.`
  if (length > LONGEST) return `A password has at most ${LONGEST} characters.`
  if (new Set(password).size < 5) return 'A password needs more than a few different characters.'
  return password.toLowerCase().includes(userName) ? 'A password does not have the user name in it.' : undefined
}

/** A password that nobody chose, to be changed when first used: four times four characters that are not mistaken for each other. */
export function randomPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const groups = Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(''),
  )
  return groups.join('-')
}

/** What no password is behind, to spend the same time on a user name that does not exist. Nothing is derived: that takes 128 MB, and most commands sign nobody in. */
export const noOnesHash = kept(randomBytes(16), randomBytes(LENGTH))

function derive(password: string, salt: Buffer, length: number, cost: ScryptOptions): Promise<Buffer> {
  const memory = 256 * Number(cost.N) * Number(cost.r)
  return new Promise((resolve, reject) => {
    // The same password typed on another keyboard may be composed of other code points.
    scrypt(password.normalize('NFKC'), salt, length, { ...cost, maxmem: memory }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
