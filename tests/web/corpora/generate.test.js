import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { generatePolysemy } from '../../../web/corpora/polysemy.js';
import { analogiesText, generateRelations } from '../../../web/corpora/relations.js';

const script = fileURLToPath(new URL('../../../web/corpora/generate.js', import.meta.url));
const run = (/** @type {string[]} */ ...args) =>
  spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });

describe('generate.js', () => {
  it('writes the text of the module', () => {
    const { stdout, status } = run('--language', 'zh', '--seed', '2', '--sentences', '300');
    expect(status).toBe(0);
    expect(stdout).toBe(generateRelations({ language: 'zh', seed: 2, sentences: 300 }).text);
  });

  it('writes the questions', () => {
    const { stdout } = run('--analogies');
    expect(stdout).toBe(analogiesText(generateRelations({ sentences: 1 }).analogies));
  });

  it('writes the other corpora, their held-out part and their labels', () => {
    const made = generatePolysemy({ seed: 3, sentences: 200, heldout: 0.5 });
    const polysemy = (/** @type {string} */ part) =>
      run(
        ...['--corpus', 'polysemy', '--seed', '3', '--sentences', '200', '--heldout', '0.5'],
        ...['--part', part],
      ).stdout;
    expect(polysemy('text')).toBe(made.text);
    expect(polysemy('heldout')).toBe(made.heldout);
    const labels = polysemy('heldout-labels').split('\n').slice(0, -1);
    expect(labels).toEqual(made.labels.heldout.map((l) => (l ? `${l.word}\t${l.sense}` : '')));
    expect(run('--part', 'heldout').stdout).toBe(generateRelations().heldout);
    expect(run('--corpus', 'ladder', '--part', 'labels').status).toBe(0);
    const first = run('--corpus', 'polysemy', '--sentences', '50', '--edition', '1').stdout;
    expect(first).toBe(generatePolysemy({ sentences: 50, edition: 1 }).text);
  });

  it.each([
    [['--language', 'fr'], 'language must be en or zh'],
    [['--seed', 'x'], 'seed must be'],
    [['--sentences', '1e308'], 'sentences must be'],
    [['--corpus', 'toString'], 'corpus must be'],
    [['--part', 'labels'], 'part must be text, heldout, analogies'],
    [['--heldout', '-1'], 'heldout'],
    [['--heldout', '7'], 'heldout must be'],
    [['--corpus', 'polysemy', '--edition', '3'], 'edition must be'],
    [['--colour'], 'colour'],
    [['extra'], 'extra'],
  ])('%j is a usage error', (args, message) => {
    const { status, stderr, stdout } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain('usage:');
    expect(stdout).toBe('');
  });
});
