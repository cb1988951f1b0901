/** Reads hand-in files: text files with links in them, also in dropped folders. */

/** @typedef {{name: string, text: string}} Read */

const MOST_FILES = 2000;
const LARGEST = 4_000_000; // bytes

/** @param {Uint8Array} bytes @returns {string | null} null if it is no text */
export function decoded(bytes) {
  const [a, b] = bytes;
  const utf16 = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : '';
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes); // names by Chinese systems; links are ASCII
  }
}

/** @param {Iterable<File>} files @returns {Promise<{read: Read[], refused: string[]}>} */
export async function readFiles(files) {
  /** @type {Read[]} */
  const read = [];
  /** @type {string[]} */
  const refused = [];
  for (const file of [...files].slice(0, MOST_FILES)) {
    if (file.name.startsWith('.')) continue; // what systems put into folders
    const text =
      file.size <= LARGEST
        ? await file.arrayBuffer().then(
            (buffer) => decoded(new Uint8Array(buffer)),
            () => null,
          )
        : null;
    if (text === null) refused.push(file.name);
    else read.push({ name: file.name.replace(/\.[^.]*$/, ''), text });
  }
  return { read, refused };
}

/** The files of a drop, those in folders included. @param {DataTransfer} drop @returns {Promise<File[]>} */
export async function filesOf(drop) {
  // The items are gone after the first wait.
  const entries = [...drop.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const plain = [...drop.files];
  if (!entries.some((entry) => entry?.isDirectory)) return plain;
  /** @type {File[]} */
  const all = [];
  for (const entry of entries) if (entry) await collect(entry, all);
  return all;
}

/** @param {FileSystemEntry} entry @param {File[]} all */
async function collect(entry, all) {
  if (all.length >= MOST_FILES) return;
  if (entry.isFile) {
    const file = await new Promise((resolve) =>
      /** @type {FileSystemFileEntry} */ (entry).file(resolve, () => resolve(null)),
    );
    if (file) all.push(file);
    return;
  }
  const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (!some.length) return;
    for (const one of some) await collect(one, all);
  }
}
