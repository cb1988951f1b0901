/** The table of parameters that the core prints, and the file that the page reads. */
import { describe, expect, it } from 'vitest';
import committed from '../../web/src/api/parameters.json' with { type: 'json' };
import { run } from './support.js';

/** Rows of every group by their path, as text. @param {any} table */
const flat = (table) =>
  Object.fromEntries(
    Object.entries(table).flatMap(([group, rows]) =>
      Object.entries(rows).map(([name, row]) => [`${group}.${name}`, JSON.stringify(row)]),
    ),
  );

describe('web/src/api/parameters.json', () => {
  it('is what the core prints', async () => {
    const printed = flat((await run('native', ['parameters', '--json'])).json);
    const file = flat(committed);
    const names = [...new Set([...Object.keys(printed), ...Object.keys(file)])];
    const different = names.filter((name) => printed[name] !== file[name]);
    expect(
      different,
      `web/src/api/parameters.json is not what the core prints for ${different.join(', ')}: ` +
        'run ./build.sh parameters and commit the file',
    ).toEqual([]);
  });

  it.each(['native', 'exact'])('is the same for people and programs: %s', async (build) => {
    const { json } = await run(build, ['parameters', '--json']);
    const { stdout, code } = await run(build, ['parameters']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(json);
  });
});
