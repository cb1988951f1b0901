/** Where a class's links come in: pasted, typed, from files or from a folder. */
import { html, nothing } from 'lit';
import { comma, sentences } from '../i18n/format.js';
import { counted, t } from '../i18n/index.js';
import { filesOf, readFiles } from './files.js';

/** @typedef {import('./session.js').ClassSession} ClassSession */

/** Names of files that are told. */
const MOST_NAMES = 5;

/** @param {string[]} names */
const named = (names) =>
  names.slice(0, MOST_NAMES).join(comma()) + (names.length > MOST_NAMES ? ' …' : '');

/** What became of what was pasted last. @param {ClassSession} session */
function told({ pasted }) {
  if (!pasted) return '';
  const { known, refused, rest, empty } = pasted;
  const fresh = pasted.fresh.length;
  const some = fresh + known > 0;
  const [line] = rest;
  return sentences(
    some ? counted('class.found', fresh, { count: fresh }) : t('class.foundNone'),
    known ? counted('class.known', known, { count: known }) : '',
    some && rest.length ? counted('class.rest', rest.length, { count: rest.length, line }) : '',
    empty.length && some ? t('class.empty', { names: named(empty) }) : '',
    refused.length ? t('class.refused', { names: named(refused) }) : '',
  );
}

/** @param {ClassSession} session @param {Iterable<File>} files */
export async function addFiles(session, files) {
  const { read, refused } = await readFiles(files);
  await session.addAll(read, refused);
}

/**
 * Files can be dropped anywhere on the page.
 * @param {ClassSession} session @param {Document} page
 */
export function takeDrops(session, page) {
  const root = page.documentElement;
  const over = (/** @type {DragEvent} */ event) => {
    event.preventDefault();
    root.dataset.drag = 'over';
  };
  page.addEventListener('dragover', over);
  for (const end of ['dragleave', 'dragend']) {
    page.addEventListener(end, () => delete root.dataset.drag);
  }
  page.addEventListener('drop', (event) => {
    event.preventDefault();
    delete root.dataset.drag;
    const { dataTransfer } = event;
    if (!dataTransfer) return;
    const text = dataTransfer.getData('text/uri-list') || dataTransfer.getData('text/plain');
    if (dataTransfer.files.length) {
      void filesOf(dataTransfer).then((files) => addFiles(session, files));
    } else if (text) void session.add(text);
  });
}

/** @param {ClassSession} session */
export function pasteForm(session) {
  const add = (/** @type {HTMLFormElement} */ form) => {
    const field = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem('links'));
    if (field.value.trim()) void session.add(field.value);
    field.value = '';
    field.focus();
  };
  const submitted = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    add(/** @type {HTMLFormElement} */ (event.currentTarget));
  };
  // What is pasted into the empty field needs no further click.
  const pasted = (/** @type {ClipboardEvent & {target: HTMLTextAreaElement}} */ event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (event.target.value.trim() || !text.includes('#')) return;
    event.preventDefault();
    void session.add(text);
  };
  const chosen = async (/** @type {Event & {target: HTMLInputElement}} */ { target }) => {
    await addFiles(session, target.files ?? []);
    target.value = '';
  };
  const keyed = (/** @type {KeyboardEvent & {currentTarget: HTMLTextAreaElement}} */ event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  const status = told(session);
  const file = (/** @type {string} */ id, /** @type {boolean} */ folder) => html`
    <label class="plain file-button">
      <input
        type="file"
        class="visually-hidden"
        id=${id}
        multiple
        ?webkitdirectory=${folder}
        @change=${chosen}
      />
      ${t(`class.${id}`)}
    </label>
  `;
  return html`
    <form class="paste" @submit=${submitted}>
      <label for="links">${t(session.entries.length ? 'class.pasteMore' : 'class.paste')}</label>
      <textarea
        id="links"
        name="links"
        class="text"
        rows=${session.entries.length ? 2 : 6}
        spellcheck="false"
        placeholder=${t('class.placeholder')}
        @paste=${pasted}
        @keydown=${keyed}
      ></textarea>
      <div class="paste-actions">
        <button class=${session.entries.length ? 'plain' : 'primary'} id="add">
          ${t('class.add')}
        </button>
        ${file('files', false)} ${file('folder', true)}
      </div>
      <p class="note" role="status" id="found">${status || nothing}</p>
    </form>
  `;
}
