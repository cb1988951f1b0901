/** Shared by the scripts that prepare data for the site at build time. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** @param {string} file @returns {Promise<number>} when it was last written; 0 if it does not exist */
const written = (file) =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

/**
 * Writes packed files unless they exist and are newer than the script and the lock file.
 * @param {string} folder
 * @param {string[]} names
 * @param {string} script its import.meta.url
 * @param {() => Promise<(string | Uint8Array)[]>} make returns the unpacked contents of the files
 * @returns {Promise<boolean>} whether they were written
 */
export async function prepareFiles(folder, names, script, make) {
  const sources = [new URL(script), new URL('../../package-lock.json', import.meta.url)];
  const changed = await Promise.all(sources.map((url) => written(fileURLToPath(url))));
  const newest = Math.max(...changed);
  const times = await Promise.all(names.map((name) => written(join(folder, name))));
  if (times.every((time) => time > newest)) return false;
  const contents = await make();
  await mkdir(folder, { recursive: true });
  for (const [i, name] of names.entries()) {
    await writeFile(join(folder, name), gzipSync(contents[i], { level: 9 }));
  }
  return true;
}

/**
 * Runs `write` if `script` was started as a program: node SCRIPT [FOLDER]. The default folder is
 * prepared/ beside the script.
 * @param {string} script its import.meta.url
 * @param {(folder: string) => Promise<unknown>} write
 */
export async function runAsScript(script, write) {
  if (process.argv[1] !== fileURLToPath(script)) return;
  await write(process.argv[2] ?? fileURLToPath(new URL('./prepared', script)));
}
