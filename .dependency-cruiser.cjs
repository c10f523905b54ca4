/** The import rule of the architecture: what each part may import. Everything not allowed here fails. */
const may = (part, ...others) => ({
  name: `${part}-imports-only-${others.join('-and-') || 'itself'}`,
  comment: `src/${part} may import ${['itself', ...others].join(', ')} and libraries`,
  severity: 'error',
  from: { path: `^src/${part}/` },
  to: {
    path: '^(src|db|test|scripts|bin)/',
    pathNot: [part, ...others].map((name) => `^${name.includes('/') ? '' : 'src/'}${name}/`),
  },
})

module.exports = {
  forbidden: [
    {
      name: 'core-is-pure',
      comment: 'core imports nothing but itself: no library, no Node module, so no I/O and no clock. Its tests may.',
      severity: 'error',
      from: { path: '^src/core/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^src/core/' },
    },
    {
      name: 'core-tests-see-only-core',
      severity: 'error',
      from: { path: '^src/core/.*\\.test\\.ts$' },
      to: { path: '^src/', pathNot: '^src/core/' },
    },
    may('areas', 'core', 'test/support'),
    may('store', 'core', 'db/migrations', 'test/databases'),
    may('formats', 'core', 'areas', 'test/support'),
    may('synthetic', 'core', 'areas'),
    may('app', 'core', 'areas', 'formats', 'synthetic', 'store', 'test/databases', 'test/support'),
    may('api', 'core', 'app'),
    may('web', 'core', 'app', 'api', 'test/databases', 'test/support'),
    may('cli', 'core', 'app', 'test/databases', 'test/support'),
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(test|scripts)/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
