import { emptyProblems, keyProblems, type Problem } from './check-key.ts'
import type { Code, CodeList } from './code-list.ts'

/** A code list, and the path to one field that uses it. */
export type UsedList = { readonly path: string; readonly list: CodeList }

/** All faults of the code lists that fields use. A list used by many fields is one object, and is told of once, where it is first used. */
export function codeListProblems(used: readonly UsedList[]): readonly Problem[] {
  const first = new Map<CodeList, UsedList>()
  for (const one of used) if (!first.has(one.list)) first.set(one.list, one)
  const lists = [...first.values()].map(({ path, list }) => ({ path: `${path} > ${list.key}`, list }))
  return [
    ...keyProblems(lists.map(({ path, list }) => ({ path, key: list.key }))),
    ...lists.flatMap(({ path, list }) => listProblems(path, list)),
  ]
}

function listProblems(path: string, list: CodeList): readonly Problem[] {
  const codes = Object.entries(list.codes)
  return [
    ...emptyProblems(path, { label: list.label, source: list.source }),
    ...(codes.length === 0 ? [{ path: `${path} > codes`, problem: 'there are none: nothing could be chosen' }] : []),
    ...codes.flatMap(([code, definition]) => codeProblems(`${path} > ${code}`, code, definition)),
  ]
}

function codeProblems(path: string, code: string, { label, from, to }: Code): readonly Problem[] {
  const problems = [...emptyProblems(path, { label })]
  if (code === '' || code !== code.trim())
    problems.push({ path, problem: 'a code is not empty and has no spaces around it' })
  if (from !== undefined && to !== undefined && from >= to)
    problems.push({ path, problem: 'ends before it begins, so it could never be used' })
  return problems
}
