import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
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

  it.each([
    [['--language', 'fr'], 'language must be en or zh'],
    [['--seed', 'x'], 'seed must be'],
    [['--sentences', '1e308'], 'sentences must be'],
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
