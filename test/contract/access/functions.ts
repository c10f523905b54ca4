import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** A function of the app that somebody does something with: it takes their account. */
export type OfAccount = { readonly file: string; readonly name: string }

const app = new URL('../../../src/app/', import.meta.url).pathname

/** Every exported function of the app that takes an account, as the source says. */
export function functionsOfAccounts(): readonly OfAccount[] {
  const files = readdirSync(app, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .toSorted()
    .flatMap((file) => exportsOf(file).map((name) => ({ file, name })))
}

function exportsOf(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(join(app, file), 'utf8'), ts.ScriptTarget.Latest)
  return source.statements.filter(isExported).flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement)) return named(statement.name, statement.parameters, source)
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
      initializer !== undefined && ts.isArrowFunction(initializer) && ts.isIdentifier(name)
        ? named(name, initializer.parameters, source)
        : [],
    )
  })
}

const named = (
  name: ts.Identifier | undefined,
  parameters: readonly ts.ParameterDeclaration[],
  source: ts.SourceFile,
): readonly string[] =>
  name !== undefined &&
  parameters.some(({ type }) => /^(Account|AnyAccount|Partner|SignedIn)$/.test(type?.getText(source) ?? ''))
    ? [name.text]
    : []

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
