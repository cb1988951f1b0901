// @vitest-environment jsdom
/** Lessons at an address: of this site only, and with the reason if there is none. */
import { afterEach, expect, it, vi } from 'vitest';
import { openLesson } from '../../../web/src/lessons/open-lesson.js';
import { pack } from '../../../web/src/tasks/lesson-link.js';

const LESSON = {
  preformer: 'lesson',
  version: 1,
  title: 'T',
  steps: [{ title: 'S', link: 'lab.html#v=1' }],
};

afterEach(() => vi.unstubAllGlobals());

it('is read from this site', async () => {
  const fetched = vi.fn(async () => new Response(JSON.stringify(LESSON)));
  vi.stubGlobal('fetch', fetched);
  expect(await openLesson({ from: 'tasks/one.json' })).toEqual({ lesson: LESSON, faults: [] });
  expect(String(fetched.mock.calls[0].at(0))).toBe(new URL('tasks/one.json', location.href).href);
});

it('is not fetched from elsewhere', async () => {
  const fetched = vi.fn();
  vi.stubGlobal('fetch', fetched);
  for (const from of ['https://elsewhere.example/a.json', '//elsewhere.example/a', 'data:,{}']) {
    await expect(openLesson({ from })).rejects.toMatchObject({ kind: 'elsewhere', value: from });
  }
  expect(fetched).not.toHaveBeenCalled();
});

it('that is not there says so', async () => {
  vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
  await expect(openLesson({ from: 'no.json' })).rejects.toMatchObject({
    kind: 'fetch',
    message: '404',
  });
  vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')));
  await expect(openLesson({ from: 'no.json' })).rejects.toMatchObject({ message: 'offline' });
  await expect(openLesson({ lesson: 'no' })).rejects.toMatchObject({ kind: 'absent' });
});

it('comes out of a link as it went in', async () => {
  const inline = await pack(LESSON);
  expect((await openLesson({ inline })).lesson).toEqual(LESSON);
  await expect(openLesson({ inline: inline.slice(0, -4) })).rejects.toMatchObject({
    code: 'BrokenLink',
  });
});
