// @ts-nocheck: fakes
/** The run on show as a program. */
import { afterEach, expect, it } from 'vitest';
import { exportProgram } from '../../../web/src/scripts/export.js';
import { ownTextFromString } from '../../../web/src/text/own-text.js';
import { FakeLocks, openTab, toyText } from '../lab/keep/fake.js';
import 'fake-indexeddb/auto';

let tab;
const open = async (fragment) => {
  tab = await openTab({ database: 'export', locks: new FakeLocks(), fragment });
  await tab.session.train();
  return tab.session;
};
const ADDRESS = 'https://example.org/';

afterEach(() => tab.kill());

it('carries the text as it was cut, the settings, the link', async () => {
  const session = await open('#v=1&size=8&epochs=2&seed=5');
  const { code } = await exportProgram(session, 'gensim', ADDRESS);
  expect(code).toContain('the king rules the land and the queen rules the land\nthe man');
  expect(code).toContain('"vector_size": 8,');
  expect(code).toContain('"seed": 5,');
  expect(code).toContain('"alpha": 0.05,');
  expect(code).toContain('https://example.org/#v=1&size=8&epochs=2&seed=5');
  expect(code).toContain('WORDS = ["the",');
});

it('keeps apart what was held out', async () => {
  const session = await open('#v=1&model=nnlm&size=8&hidden=8&epochs=2&heldout=50');
  const { code } = await exportProgram(session, 'pytorch', ADDRESS);
  const [, train, heldout] = code.split(/^(?:sentences|heldout) = /m);
  const lines = (text) =>
    text
      .split('"""')[1]
      .split('\n')
      .filter((line) => line.includes(' '));
  expect(lines(train).length).toBe(session.current.model.info.sentences);
  expect(lines(heldout).length).toBeGreaterThan(100);
  const { heldoutPerplexity } = session.current.report;
  expect(code).toContain(`perplexity / ${heldoutPerplexity} - 1`);
});

it('an own text that was changed since cannot be told from the one trained on', async () => {
  const session = await open('#v=1&size=8&epochs=1');
  await session.useText({ text: ownTextFromString('a', toyText(30)) });
  await session.train();
  await exportProgram(session, 'spark', ADDRESS);
  await session.useText({ text: ownTextFromString('b', toyText(31)) });
  await expect(exportProgram(session, 'spark', ADDRESS)).rejects.toMatchObject({
    code: 'TrainedEarlier',
  });
});
