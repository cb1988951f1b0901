import { init, parse } from 'es-module-lexer';
import { describe, expect, it } from 'vitest';
import { sources } from '../../web/directions.js';

describe('the sources', () => {
  /** Where an import() may fail: functions that report it. */
  const REPORTED = /\b(part|later|onDemand|keepTrainings)\(\s*(session,\s*)?\(\) =>\s*$/;
  /** Inside a worker the caller reports it; the package has places of its own. */
  const ELSEWHERE = /^web\/src\/(worker|package)\//;

  it('import no part without a word to the reader when that fails', async () => {
    await init;
    const bare = [...sources()].flatMap(([file, text]) => {
      if (!file.endsWith('.js') || ELSEWHERE.test(file)) return [];
      const dynamic = parse(text)[0].filter(({ d }) => d > -1);
      return dynamic
        .filter(({ ss }) => !REPORTED.test(text.slice(0, ss)))
        .map(({ ss }) => `${file}:${text.slice(0, ss).split('\n').length}`);
    });
    expect(bare).toEqual([]);
  });
});
