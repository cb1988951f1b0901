/** The package's manifest. Where the sources are is known only to who publishes them (site/addresses.js). */
import { readFileSync } from 'node:fs';

/** @param {string} repository address of the sources, or '' @returns {Record<string, any>} */
export function manifest(repository) {
  const written = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));
  if (!repository) return written;
  return {
    ...written,
    homepage: `${repository}#readme`,
    bugs: { url: `${repository}/issues` },
    repository: { type: 'git', url: `git+${repository}.git` },
  };
}
