/**
 * The import rule of docs/architecture.md for src/: a lower level may not import a higher one, and nothing runs in
 * circles. The plugin's half of the rule stands in biome.json, because this tool cannot read .tsx files with TypeScript 7.
 */
const levels = [
  ['color'],
  ['image', 'settings'],
  ['wire'],
  ['looks', 'xmp', 'render'],
  ['instruction'],
  ['policy', 'reward'],
  ['retouch', 'client'],
  ['node', 'data', 'train', 'eval'],
  ['service'],
  ['cli'],
];
const portable =
  '^src/(color|image|settings|wire|looks|xmp|render|instruction|policy|reward|retouch|client)/';
const higher = levels.flatMap((folders, index) => {
  const above = levels.slice(index + 1).flat();
  return above.length === 0
    ? []
    : [
        {
          name: `level-${index + 1}-imports-no-higher`,
          severity: 'error',
          from: { path: `^src/(${folders.join('|')})/` },
          to: { path: `^src/(${above.join('|')})/` },
        },
      ];
});

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    ...higher,
    {
      name: 'nothing-imports-plugin-or-test',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(plugin|test)/' },
    },
    {
      name: 'policy-and-reward-apart',
      severity: 'error',
      from: { path: '^src/(policy)/' },
      to: { path: '^src/reward/' },
    },
    {
      name: 'reward-and-policy-apart',
      severity: 'error',
      from: { path: '^src/(reward)/' },
      to: { path: '^src/policy/' },
    },
    {
      name: 'retouch-sees-specs-only',
      severity: 'error',
      from: { path: '^src/retouch/' },
      to: { path: '^src/(policy|reward)/(embedded|openai|dialects)/' },
    },
    {
      name: 'portable-has-no-node',
      severity: 'error',
      from: { path: portable, pathNot: '/openai/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'openai-imports-wire-only',
      severity: 'error',
      from: { path: '^src/openai/' },
      to: { path: '^src/(?!openai/|wire/)' },
    },
    {
      name: 'openai-for-adapters-and-node-only',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(openai|policy/openai|reward/openai|node|service|cli)/' },
      to: { path: '^src/openai/' },
    },
    {
      name: 'openai-only-in-openai-folders',
      severity: 'error',
      from: { pathNot: '/openai/' },
      to: { path: 'node_modules/openai/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    exclude: { path: '^(dist|\\.cache|node_modules/(?!openai))' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
