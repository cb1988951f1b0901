import { describe, expect, it } from 'vitest';
import { pageIn, tagFor, tagOf, wishes } from '../../../web/src/embed/request.js';
import { say, words } from '../../../web/src/embed/words.js';

describe('the address of an embedded page', () => {
  it('names a demo; nonsense is the Lab', () => {
    expect(tagOf('?demo=ladder')).toBe('preformer-ladder');
    for (const search of ['', '?demo=', '?demo=constructor', '?demo=__proto__', '?x=%zz']) {
      expect(tagOf(search)).toBe('preformer-demo');
    }
    expect(tagFor(undefined)).toBe('preformer-demo');
    expect(pageIn('preformer-polysemy')).toBe('./polysemy.html');
    expect(pageIn('x')).toBe('./lab.html');
  });

  it('wishes a language and a theme', () => {
    expect(wishes('#v=1&lang=zh&theme=dark')).toEqual({ language: 'zh', theme: 'dark' });
    expect(wishes('#lang=<b>&theme=auto')).toEqual({ language: 'auto', theme: 'auto' });
    expect(wishes('')).toEqual({ language: 'auto', theme: 'auto' });
  });
});

describe('what a demo says', () => {
  it('it says in both languages', () => {
    expect(Object.keys(words.zh)).toEqual(Object.keys(words.en));
    for (const demo of ['lab', 'ladder', 'polysemy', 'transfer', 'inside']) {
      expect(say('zh', `${demo}.title`)).toMatch(/\p{Script=Han}/u);
    }
    expect(say('en', 'failed', { message: 'gone' })).toContain('gone');
  });
});
