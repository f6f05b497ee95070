import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openModels } from '#node/models/models.ts';
import { PRESET_NAMES, profileSchema } from '#openai/profile.ts';

const text = await readFile(new URL('../../docs/models.md', import.meta.url), 'utf8');

test('docs/models.md shows a file that is read as it says', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'retouchiq-'));
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(text) ?? [];
  await writeFile(join(folder, 'models.json'), json);
  const models = openModels({ folder });
  expect((await models.list()).map(([name]) => name)).toEqual(['gpt', 'qwen']);
  expect((await models.permission()).agreed('api.openai.com')).toBe(true);
  await rm(folder, { recursive: true });
});

test('docs/models.md names every field of a profile, its default, and every kind of server', () => {
  const rows = text.split('\n').filter((line) => line.startsWith('| `'));
  const table = rows.join('\n');
  for (const name of [...Object.keys(profileSchema.shape), ...PRESET_NAMES])
    expect(table).toContain(`\`${name}\``);
  const defaults = profileSchema.parse({ preset: 'openai', baseUrl: 'http://x/v1', model: 'm' });
  for (const [name, value] of Object.entries(defaults))
    if (typeof value === 'number') {
      const row = rows.find((line) => line.startsWith(`| \`${name}\``))!;
      expect(row.replace(/(?<=\d) (?=\d{3})/g, '')).toContain(`| ${value} |`);
    }
});
