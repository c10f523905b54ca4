/** Somebody to be drawn. `key` names them within the drawing and is never written into it. */
export type GenogramPerson = {
  readonly key: string
  readonly shape: 'male' | 'female' | 'not known' | 'unborn'
  readonly name: string
  /** What stands under the name: age, death, expected date, relation. */
  readonly lines: readonly string[]
  /** What is marked under those: parental responsibility. */
  readonly marks: readonly string[]
  readonly isSubject: boolean
  readonly died: boolean
  /** Orders brothers and sisters, lowest first; left out where it is not known or may not show. */
  readonly bornOn: number | undefined
  /** Rows below the subject (above: negative), for those whom no line joins to the subject. */
  readonly generation: number | undefined
}

/** Two people who are or were a couple. `strokes` across the line: 1 for separated, 2 for parted. */
export type GenogramCouple = {
  readonly between: readonly [string, string]
  readonly line: 'solid' | 'dashed'
  readonly strokes: 0 | 1 | 2
}

/** `dashed`: not by birth, or a tie that has ended. */
type GenogramParent = { readonly parent: string; readonly child: string; readonly line: 'solid' | 'dashed' }

/** A household on the day, and those of it who are in the drawing. */
export type GenogramHousehold = { readonly name: string; readonly members: readonly string[] }

export type GenogramInput = {
  /** Unique in the page: ids within the drawings begin with it. */
  readonly id: string
  readonly title: string
  /** The same in words, and where the table is. */
  readonly description: string
  readonly people: readonly GenogramPerson[]
  readonly couples: readonly GenogramCouple[]
  readonly parents: readonly GenogramParent[]
  /** Brothers and sisters whose common parent is not in the drawing. */
  readonly siblings: readonly (readonly [string, string])[]
  readonly households: readonly GenogramHousehold[]
}
