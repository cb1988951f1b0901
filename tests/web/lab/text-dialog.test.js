// @ts-nocheck: fakes and wrong values on purpose
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import '../../../web/src/i18n/index.js';
import '../../../web/src/lab/settings/text-dialog.js';

const COUNTS = {
  ...{ sentences: 1, tokens: 3, vocabulary: 3, replaced: 0, overlong: 0, alone: 0, dropped: 0 },
  ...{ droppedSigns: 0, preview: [] },
};

beforeAll(() => {
  HTMLDialogElement.prototype.close ??= () => {};
});

afterEach(() => document.body.replaceChildren());

/** A dialog that reads a file, of which the bytes come when they are let go. @param {string} content */
async function reading(content) {
  const dialog = document.createElement('text-dialog');
  const session = {
    store: { values: {} },
    preview: vi.fn(async () => COUNTS),
    useText: vi.fn(),
  };
  Object.assign(dialog, { session });
  document.body.append(dialog);
  await dialog.updateComplete;
  let letGo;
  const held = new Promise((resolve) => {
    letGo = resolve;
  });
  const file = new File([content], 'larks.txt');
  const { arrayBuffer } = File.prototype;
  file.arrayBuffer = () => held.then(() => arrayBuffer.call(file));
  void dialog.takeFile(file);
  return { dialog, session, letGo };
}

it('uses a file that is still being read when the button is pressed', async () => {
  const { dialog, session, letGo } = await reading('a lark sings\n');
  dialog.querySelector('#text-use').click();
  await new Promise((resolve) => setTimeout(resolve));
  expect(session.useText).not.toHaveBeenCalled();
  letGo();
  await vi.waitFor(() => expect(session.useText).toHaveBeenCalledOnce());
  const [{ text }] = session.useText.mock.calls[0];
  expect(text.name).toBe('larks.txt');
  expect(new TextDecoder().decode(text.bytes)).toBe('a lark sings\n');
});

it('says what is wrong with such a file, not that there is no text', async () => {
  const { dialog, session, letGo } = await reading('a lark sings\n');
  dialog.querySelector('#text-use').click();
  letGo(Promise.reject(new Error('it cannot be read')));
  await vi.waitFor(() => expect(dialog.querySelector('#text-problem')?.textContent).toBeTruthy());
  expect(dialog.error.code).not.toBe('EmptyCorpus');
  expect(session.preview).not.toHaveBeenCalled();
  expect(session.useText).not.toHaveBeenCalled();
});
