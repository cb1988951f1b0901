/** Links are found in what teachers paste: lists, messages, files, mail programs' leftovers. */
import { describe, expect, it } from 'vitest';
import { decoded } from '../../../web/src/class/files.js';
import { linksIn } from '../../../web/src/class/found-links.js';
import { lessonFragment } from '../../../web/src/tasks/lesson-link.js';

const SITE = 'https://example.org/p/';
const packed = 'q1YqVrJSysxLLVGqBQA-_x'.repeat(12);
const LINK = `${SITE}lessons.html${lessonFragment({ lesson: 'dimensions' }, { result: packed })}`;

/** @param {string} text @param {string} [name] */
const found = (text, name) => linksIn(text, name).found.map(({ label, link }) => [label, link]);

describe('a list', () => {
  it('one link per line, with names or without', () => {
    const lines = `${LINK}\nAda: ${LINK}\n小明：${LINK}\r\n3. Bob Lee\t${LINK}\n- ${LINK}\n`;
    expect(found(lines).map(([label]) => label)).toEqual(['', 'Ada', '小明', '3. Bob Lee', '']);
    expect(found(lines).every(([, link]) => link === LINK)).toBe(true);
  });

  it('a table of a school’s programs', () => {
    expect(found(`"Lovelace","${LINK}","2026-01-01"`)).toEqual([['Lovelace', LINK]]);
    expect(found(`Lovelace;${LINK};`)).toEqual([['Lovelace', LINK]]);
  });

  it('a name is plain text, and no sign in it is invisible or turns the line', () => {
    expect(found(`<b>Bob</b>: ${LINK}`)[0][0]).toBe('<b>Bob</b>');
    expect(found(`\u202eeva\u200b: ${LINK}`)[0][0]).toBe('eva');
    expect(found(`${'x'.repeat(300)}: ${LINK}`)[0][0].length).toBeLessThan(50);
  });
});

it('lines without a link are told, without those that belong to one', () => {
  const lines = LINK.match(/.{1,76}/g) ?? [];
  const text = ['Name: Ada', ...lines, '', 'I could not do it', `Bob: ${LINK}`, 'https://x.org/#a'];
  const { found: all, rest } = linksIn(text.join('\n'));
  expect(all).toHaveLength(2);
  expect(rest).toEqual(['I could not do it', 'https://x.org/#a']);
});

describe('a message', () => {
  it('sentences are no names, and signs after a link are not of it', () => {
    const text = `Dear Ms Frost, here is my link: ${LINK}. Thank you!\n老师好，作业是 ${LINK}。谢谢\n(see <${LINK}>)`;
    expect(found(text).map(([, link]) => link)).toEqual([LINK, LINK, LINK]);
    expect(
      found(text)
        .map(([label]) => label)
        .slice(0, 2),
    ).toEqual(['', '']);
  });

  it('two links in one line', () => {
    expect(found(`Ada: ${LINK} Bob: ${LINK}`)).toEqual([
      ['Ada', LINK],
      ['Bob', LINK],
    ]);
  });

  it('other sites’ links are left out, other pages of ours are not', () => {
    expect(found('https://example.com/#top https://example.org/lessons')).toEqual([]);
    expect(found(`${SITE}lab.html#v=1&size=3`)).toHaveLength(1);
    expect(found(`${SITE}story-end.zh.html#guesses=number.queen.equal`)).toHaveLength(1);
    expect(found('lessons.html#v=1&lesson=dimensions')).toHaveLength(1);
  });

  it('a link that was broken into lines is joined, if that makes it whole', () => {
    const lines = LINK.match(/.{1,76}/g) ?? [];
    expect(lines.length).toBeGreaterThan(4);
    expect(found(lines.join('\n'))).toEqual([['', LINK]]);
    expect(found(lines.join('=\r\n'))).toEqual([['', LINK]]);
    expect(found(`> ${lines.join('\n> ')}\nregards`)).toEqual([['', LINK]]);
    const cut = LINK.slice(0, -9);
    expect(found(`${cut}\nyours\nAda`)).toEqual([['', cut]]);
  });

  it('a link that a mail filter wrapped is unwrapped', () => {
    const wrapped = `https://filter.example.net/?url=${encodeURIComponent(LINK)}&data=05`;
    expect(found(`Ada: ${wrapped}`)).toEqual([['Ada', LINK]]);
  });
});

describe('a file', () => {
  it('has its name for a pupil’s, or a line with it', () => {
    expect(found(LINK, 'Ada Lovelace')).toEqual([['Ada Lovelace', LINK]]);
    expect(found(`Name: Ada\nDimensions\n${LINK}\n`, 'preformer-0a1b2c3d-7-00112233')).toEqual([
      ['Ada', LINK],
    ]);
    expect(found(`姓名：小明\n${LINK}`)).toEqual([['小明', LINK]]);
    expect(found(LINK, 'preformer-0a1b2c3d-7-00112233')).toEqual([['', LINK]]);
  });

  it('of other encodings is read, one without text is not', () => {
    expect(decoded(new TextEncoder().encode('小明'))).toBe('小明');
    expect(decoded(Uint8Array.of(0xff, 0xfe, 0x0f, 0x5c))).toBe('小');
    expect(decoded(Uint8Array.of(0xd0, 0xa1, 0xc3, 0xf7))).toBe('小明');
    expect(decoded(Uint8Array.of(80, 75, 3, 4, 0, 0))).toBe(null);
  });
});

it('500 links are found at once', () => {
  const begun = performance.now();
  expect(found(`${LINK}\n`.repeat(500))).toHaveLength(500);
  expect(performance.now() - begun).toBeLessThan(2000);
});
