// @ts-nocheck: wrong values on purpose
import { describe, expect, it } from 'vitest';
import { messages } from '../../../web/src/i18n/index.js';
import { en } from '../../../web/src/i18n/share-en.js';
import { zh } from '../../../web/src/i18n/share-zh.js';
import { PARTS, selectorOf } from '../../../web/src/share/parts.js';
import { frameAddress, HOSTS, pageAddress, SNIPPETS } from '../../../web/src/share/snippets.js';

const subject = {
  base: 'https://example.org/demo/',
  page: 'polysemy',
  fragment: "#v=1&sum=1234&word=%E6%9D%8E&sentence=it's%20(very)%20%22good%22",
  title: 'Preformer: one word, two senses',
  picture: 'preformer-polysemy.png',
};

const parsed = (text) => new DOMParser().parseFromString(text, 'text/html').body;

describe('a snippet', () => {
  it.each(['iframe', 'quarto', 'wordpress'])('%s is a frame with the whole link', (host) => {
    const frame = parsed(SNIPPETS[host](subject)).querySelector('iframe');
    expect(frame.getAttribute('src')).toBe(frameAddress(subject));
    expect(frame.title).toBe(subject.title);
    expect(frame.getAttribute('loading')).toBe('lazy');
  });

  it('element carries the link as an attribute', () => {
    const element = parsed(SNIPPETS.element(subject)).querySelector('preformer-polysemy');
    expect(element.getAttribute('link')).toBe(subject.fragment);
    const plain = SNIPPETS.element({ ...subject, page: 'lab', fragment: '' });
    expect(plain).toContain('<preformer-demo></preformer-demo>');
  });

  it.each(['react', 'next', 'astro', 'reveal'])(
    '%s has the element with the whole link',
    (host) => {
      const snippet = SNIPPETS[host](subject);
      const [tag] = /<preformer-polysemy[^>]*>/.exec(snippet);
      expect(parsed(tag).firstElementChild.getAttribute('link')).toBe(subject.fragment);
      expect(snippet).toContain('https://example.org/demo/lib/elements.js');
    },
  );

  it('a frame takes the height that it reports, wherever scripts are allowed', () => {
    for (const host of ['iframe', 'quarto', 'wordpress', 'docusaurus', 'observable']) {
      expect(SNIPPETS[host](subject), host).toMatch(/style\.height = `\$\{data\.height\}px`/);
    }
    expect(SNIPPETS.next(subject)).toMatch(/^'use client'/);
  });

  it('docusaurus, jupyter and observable hold it as a string', () => {
    const strings = ['docusaurus', 'jupyter', 'observable'].map((host) => {
      const [quoted] = /"https:(?:[^"\\]|\\.)*"/.exec(SNIPPETS[host](subject));
      return JSON.parse(quoted);
    });
    expect(new Set(strings)).toEqual(new Set([frameAddress(subject)]));
  });

  it('widget names demo and link in Python', () => {
    const snippet = SNIPPETS.widget(subject);
    expect(snippet).toContain('demo = traitlets.Unicode("polysemy")');
    expect(snippet).toContain(`link = traitlets.Unicode(${JSON.stringify(subject.fragment)})`);
  });

  it('observable is a block of JavaScript', () => {
    expect(() => new Function(SNIPPETS.observable(subject))).not.toThrow();
  });

  it('a picture links to the page', () => {
    expect(SNIPPETS.picture(subject)).toContain(`(<${pageAddress(subject)}>)`);
    expect(pageAddress({ ...subject, page: 'lab' })).toMatch(/demo\/#v=1/);
  });

  it('keeps hostile text inside its quotes', () => {
    const fragment = `#v=1&nearest=${encodeURIComponent('"><script>x</script>\'`$' + '{y}')}`;
    for (const host of HOSTS) {
      const body = parsed(SNIPPETS[host]({ ...subject, fragment, title: '"><b>x' }));
      const scripts = [...body.querySelectorAll('script')].filter((one) => /^x/.test(one.text));
      expect(scripts, host).toEqual([]);
    }
  });
});

describe('the words of the dialog', () => {
  it('name every host and every part of every page', () => {
    for (const host of HOSTS) {
      expect(en).toHaveProperty([`share.host.${host}`]);
      expect(en).toHaveProperty([`share.host.${host}.note`]);
    }
    const all = { ...messages.en, ...en };
    const unnamed = Object.entries(PARTS).flatMap(([page, parts]) =>
      Object.keys(parts).filter(
        (name) => !(`share.part.${name}` in all || `parameter.${name}` in all) && page !== 'lab',
      ),
    );
    expect(unnamed).toEqual([]);
    expect(Object.keys(zh)).toEqual(Object.keys(en));
  });
});

describe('the parts of a page', () => {
  it('have selectors that are valid, and no others', () => {
    for (const [page, parts] of Object.entries(PARTS)) {
      const selector = selectorOf(page, Object.keys(parts));
      expect(() => document.querySelector(selector)).not.toThrow();
    }
    expect(selectorOf('lab', ['nope', 'toString', '__proto__', 'map'])).toBe('map-panel');
    expect(selectorOf('lab', ['nope'])).toBe('');
  });
});
