// @vitest-environment jsdom
// @ts-nocheck: fakes and wrong values on purpose
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exportsOf } from '../../../../web/src/lab/export-groups.js';
import '../../../../web/src/lab/export-menu.js';
import '../../../../web/src/lab/keep/kept-list.js';
import '../../../../web/src/keep/kept-note.js';
import { setLanguage } from '../../../../web/src/i18n/index.js';
import '../../../../web/src/keep/messages.js';

async function show(tag, properties) {
  const element = Object.assign(document.createElement(tag), properties);
  document.body.append(element);
  await element.updateComplete;
  return element;
}

beforeEach(() => setLanguage('en'));
afterEach(() => {
  document.body.textContent = '';
  setLanguage('en');
});

const text = (element) => element.textContent.replace(/\s+/g, ' ').trim();

const presets = [{ id: 'relations-en', title: { en: 'Toy: made', zh: '小语料：自编' } }];
const about = {
  settings: { model: 'skip-gram', corpus: 'relations-en' },
  report: { epoch: 4, epochs: 10, finished: false },
  size: { vocabulary: 1234, dimensions: 8 },
  running: true,
};
const entry = {
  id: 'run-1',
  kind: 'model',
  name: 'Mine',
  saved: new Date(2026, 10, 23, 14, 2).getTime(),
  parts: { checkpoint: { key: 'k', bytes: 2_000_000 }, text: { key: 't', bytes: 500_000 } },
  about,
  state: 'good',
};

describe('kept-note', () => {
  const keeping = () => ({
    session: { presets },
    resume: vi.fn(),
    discard: vi.fn(),
    dismiss: vi.fn(),
  });

  it('offers what was cut off', async () => {
    const calls = keeping();
    const note = await show('kept-note', { keeping: calls, note: { kind: 'offer', entry } });
    expect(text(note)).toContain('Skip-gram · Toy, epoch 4 of 10, 23 Nov, 14:02.');
    expect(note.querySelector('p').getAttribute('role')).toBe('status');
    note.querySelector('#run-resume').click();
    note.querySelector('#run-discard').click();
    note.querySelector('#kept-note-close').click();
    expect(calls.resume).toHaveBeenCalledWith(entry);
    expect(calls.discard).toHaveBeenCalledWith(entry);
    expect(calls.dismiss).toHaveBeenCalled();
    setLanguage('zh');
    await note.updateComplete;
    expect(text(note)).toContain('有一次训练中断了：Skip-gram · 小语料，第 4 / 10 轮');
  });

  it('a finished training is not said to be cut off', async () => {
    const report = { ...about.report, epoch: 10, epochs: 10, finished: true };
    const finished = { ...entry, about: { ...about, report } };
    const note = await show('kept-note', {
      keeping: keeping(),
      note: { kind: 'offer', entry: finished },
    });
    expect(text(note)).toContain('A finished training is kept here: Skip-gram · Toy, epoch 10');
    expect(text(note)).not.toContain('cut off');
    expect(text(note.querySelector('#run-resume'))).toBe('Open');
  });

  it('says that it was resumed, or put back as it was left', async () => {
    const note = await show('kept-note', { keeping: keeping(), note: { kind: 'resumed', entry } });
    expect(text(note)).toContain('Resumed where it was cut off: epoch 4 of 10.');
    expect(note.querySelector('#run-discard')).toBe(null);
    note.note = { kind: 'resumed', entry: { ...entry, about: { ...about, running: false } } };
    await note.updateComplete;
    expect(text(note)).toContain('As you left it: epoch 4 of 10.');
  });

  it.each([
    [
      { code: 'StorageFull' },
      undefined,
      'Trainings are not kept: a reload or a crash loses them. The browser has',
    ],
    [{ code: 'InAnotherTab' }, entry, 'cannot be brought back. Another tab has resumed it.'],
  ])('problems %o are alerts', async (error, given, expected) => {
    const problem = { kind: 'problem', error, entry: given };
    const note = await show('kept-note', { keeping: keeping(), note: problem });
    expect(text(note)).toContain(expected);
    expect(note.querySelector('p').getAttribute('role')).toBe('alert');
    expect(note.querySelector('#run-resume')).toBe(null);
  });

  it('is nothing while there is nothing to tell', async () => {
    expect(text(await show('kept-note', { keeping: null, note: null }))).toBe('');
  });
});

describe('kept-list', () => {
  it('tells what, how large, how far and when', async () => {
    const list = await show('kept-list', { entries: [entry], presets });
    const item = text(list.querySelector('.kept-item'));
    expect(item).toContain(
      'Mine Skip-gram · Toy · 1,234 × 8 · epoch 4 of 10 · 2.5 MB · 23 Nov, 14:02',
    );
    expect(list.querySelector('.open').getAttribute('aria-label')).toBe('Open Mine');
  });

  it('what cannot be opened can be deleted', async () => {
    const states = ['newer', 'broken'].map((state) => ({ ...entry, name: '', about: {}, state }));
    const list = await show('kept-list', { entries: states, presets });
    expect(list.querySelectorAll('.delete').length).toBe(2);
    expect(list.querySelector('.open')).toBe(null);
    expect(text(list)).toContain('Kept by a newer version of this page');
    expect(text(list)).toContain('Damaged: it can only be deleted.');
    expect(text(list)).toContain('without a name');
  });

  it('hostile names are text', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const list = await show('kept-list', { entries: [{ ...entry, name }], presets });
    expect(list.querySelector('img')).toBe(null);
    expect(text(list.querySelector('.kept-name'))).toBe(name);
  });

  it('says what the reader wants', async () => {
    const list = await show('kept-list', { entries: [entry], presets });
    const heard = vi.fn();
    for (const name of ['open-kept', 'rename-kept', 'delete-kept']) {
      list.addEventListener(name, ({ type, detail }) => heard(type, detail.entry.id, detail.name));
    }
    list.querySelector('.open').click();
    list.querySelector('.delete').click();
    list.querySelector('.rename').click();
    await list.updateComplete;
    const field = list.querySelector('#kept-new-name');
    field.value = 'Ours';
    list.querySelector('form').dispatchEvent(new Event('submit', { cancelable: true }));
    expect(heard.mock.calls).toEqual([
      ['open-kept', 'run-1', undefined],
      ['delete-kept', 'run-1', undefined],
      ['rename-kept', 'run-1', 'Ours'],
    ]);
  });

  it('nothing kept is said', async () => {
    expect(text(await show('kept-list', { entries: [], presets }))).toBe('Nothing is kept yet.');
  });
});

describe('what can be exported', () => {
  const slot = (kind, step = 5, model = {}) => ({ kind, report: { step }, model });
  const formats = (given) =>
    Object.fromEntries(exportsOf(given).map((group) => [group.title, group.formats]));

  it.each([
    ['cbow', ['gensim']],
    ['skip-gram', ['gensim', 'spark']],
    ['nnlm', ['pytorch']],
    ['elmo', ['pytorch']],
  ])('%s: %o repeats it', (kind, code) => {
    expect(formats(slot(kind))).toMatchObject({ model: ['checkpoint', 'safetensors'], code });
    expect(formats(slot(kind, 0)).code).toBe(undefined); // nothing to compare with yet
  });

  it('vectors from a file are no model; one-hot is nothing', () => {
    expect(Object.keys(formats(slot('loaded', 0, { options: {} })))).toEqual([
      'vectors',
      'picture',
    ]);
    const checkpoint = slot('loaded', 0, { options: { model: 'elmo' } });
    expect(Object.keys(formats(checkpoint))).toEqual(['vectors', 'model', 'picture']);
    expect(exportsOf(slot('one-hot'))).toEqual([]);
  });

  it('the menu shows groups with their names', async () => {
    const save = vi.fn(async (format) => `saved as ${format}`);
    const menu = await show('export-menu', { groups: exportsOf(slot('skip-gram')), save });
    menu.querySelector('#export').click();
    await menu.updateComplete;
    const groups = [...menu.querySelectorAll('[role=group]')];
    expect(groups.map((group) => text(group.querySelector('.menu-title')))).toEqual([
      'Word vectors',
      'Whole model',
      'Code that repeats the run',
      'Picture',
    ]);
    menu.querySelector('#export-gensim').click();
    expect(save).toHaveBeenCalledWith('gensim');
    await vi.waitFor(() =>
      expect(text(menu.querySelector('[role=status]'))).toBe('saved as gensim'),
    );
    save.mockRejectedValueOnce(Object.assign(new Error('no disk'), { code: 'other' }));
    menu.querySelector('#export-npy').click();
    await vi.waitFor(() => expect(menu.querySelector('#export-problem')).not.toBeNull());
    expect(text(menu.querySelector('[role=status]'))).toBe('');
  });
});
