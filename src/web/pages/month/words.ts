import { type Instant, londonText } from '../../../core/dates/instant.ts'

/** “Dilys Okafor, Wednesday 4 October 2023, 09:00 BST”. */
export const saidText = ({ by, at }: { readonly by: string; readonly at: Date }): string =>
  `${by}, ${londonText(at.getTime() as Instant)}`

/** “1 figure”, “3 figures”. */
export const many = (count: number, one: string, more = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`
