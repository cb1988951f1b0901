/** What hosts, search engines and previews of links read: only addresses that are known. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import config from '../../../vite.config.js';
import { manifest } from '../../../web/package/manifest.js';
import { repositoryAddress, siteAddress } from '../../../web/site/addresses.js';
import { sitemap, withHead } from '../../../web/site/head.js';
import { headersFile } from '../../../web/site/headers.js';

const FILES = ['index.html', 'index.zh.html', 'lab.html', 'embed.html'];
const page = (/** @type {string} */ lang) => `<!doctype html>
<html lang="${lang}">
  <head>
    <title>Words "at home"</title>
    <meta
      name="description"
      content="What they are
        used for."
    />
    <link  rel="canonical" href="./" />
    <link  rel="alternate" hreflang="en" href="./" />
  </head>
</html>
`;

/** @param {string} html @returns {Record<string, string>} */
const properties = (html) =>
  Object.fromEntries(
    [...html.matchAll(/property="([^"]+)" content="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );

afterEach(() => vi.unstubAllEnvs());

describe('the head of a page', () => {
  it('without an address: what the page says of itself, and no address at all', () => {
    const html = withHead(page('en'), 'index.html', { address: '', files: FILES, cards: [] });
    expect(properties(html)).toEqual({
      'og:site_name': 'Preformer',
      'og:type': 'website',
      'og:title': 'Words &quot;at home&quot;',
      'og:description': 'What they are used for.',
      'og:locale': 'en_US',
      'og:locale:alternate': 'zh_CN',
    });
    expect(html).not.toContain('http');
    expect(html).toContain('rel="canonical" href="./"');
  });

  it('with an address: whole addresses of itself, its twin and its picture', () => {
    const address = 'https://example.org/p/';
    const cards = ['index.png', 'index.zh.png'];
    const html = withHead(page('zh-Hans'), 'index.zh.html', { address, files: FILES, cards });
    expect(properties(html)).toMatchObject({
      'og:url': `${address}index.zh.html`,
      'og:image': `${address}cards/index.zh.png`,
      'og:locale': 'zh_CN',
    });
    const links = [...html.matchAll(/<link[^>]*href="([^"]+)"/g)].map(([, href]) => href);
    expect(links).toEqual([`${address}index.zh.html`, address, `${address}index.zh.html`, address]);
  });

  it('a page under one address has no twin, and the picture of the front page', () => {
    const address = 'https://example.org/p/';
    const html = withHead(page('en'), 'lab.html', { address, files: FILES, cards: ['index.png'] });
    expect(html).not.toContain('hreflang');
    expect(properties(html)['og:image']).toBe(`${address}cards/index.png`);
  });

  it('pages for other pages are not listed', () => {
    const html = withHead(page('en'), 'embed.html', { address: '', files: FILES, cards: [] });
    expect(html).toContain('noindex');
    const map = sitemap('https://example.org/', FILES);
    expect([...map.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, at]) => at)).toEqual([
      'https://example.org/',
      'https://example.org/index.zh.html',
      'https://example.org/lab.html',
    ]);
  });
});

describe('addresses', () => {
  it('come from the environment, with one slash at the end of the folder', () => {
    expect(siteAddress()).toBe('');
    expect(repositoryAddress()).toBe('');
    vi.stubEnv('PREFORMER_ADDRESS', 'https://example.org/p');
    vi.stubEnv('PREFORMER_REPOSITORY', 'https://example.org/some/one/');
    expect(siteAddress()).toBe('https://example.org/p/');
    expect(repositoryAddress()).toBe('https://example.org/some/one');
  });

  it('are refused if they are none', () => {
    vi.stubEnv('PREFORMER_ADDRESS', 'example.org/p');
    expect(siteAddress).toThrow('it is "example.org/p"');
  });
});

it('the package names its sources if they are known, and nothing else', () => {
  const unknown = manifest('');
  expect(unknown).toMatchObject({
    name: 'preformer',
    license: 'MIT',
    bin: { preformer: 'preformer.mjs' },
  });
  expect(unknown.engines.node).toMatch(/^>=/);
  expect(JSON.stringify(unknown)).not.toContain('http');
  const known = manifest('https://example.org/some/one');
  expect(known.repository).toEqual({ type: 'git', url: 'git+https://example.org/some/one.git' });
  expect(known.bugs.url).toBe('https://example.org/some/one/issues');
});

it('_headers names what the server of the project sends', () => {
  const lines = headersFile().split('\n');
  const sent = /** @type {Record<string, string>} */ (config.preview?.headers);
  expect(Object.keys(sent).length).toBeGreaterThan(2);
  const everywhere = lines.slice(lines.indexOf('/*') + 1, lines.indexOf('/assets/*'));
  for (const [name, value] of Object.entries(sent)) {
    expect(everywhere).toContain(`  ${name}: ${value}`);
  }
});
