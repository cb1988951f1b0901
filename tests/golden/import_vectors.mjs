/**
 * Reads files of vectors as the page does and writes them again, as binary word2vec files:
 * import_vectors.mjs LIMIT FROM TO … ; prints what was found in each, as JSON.
 */
import { openAsBlob } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { load } from '../../web/src/api/index.js';

const [limit, ...paths] = process.argv.slice(2);
const found = [];
while (paths.length) {
  const [from, to] = paths.splice(0, 2);
  const model = await load(await openAsBlob(from), { limit: Number(limit) });
  await writeFile(to, await model.export('word2vec-binary'));
  found.push(model.info.imported);
  await model.close();
}
process.stdout.write(JSON.stringify(found));
