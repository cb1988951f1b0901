/** What is outside the list of the worker's methods is a type error, and refused where it runs. */
import { expect, it } from 'vitest';
import { create } from '../../web/src/api/index.js';
import { query } from '../../web/src/api/remote.js';
import { call } from '../../web/src/worker/host.js';

const where = /** @type {const} */ ({ build: 'exact' });
const refused = { error: { code: 'EngineFailure' } };

it('a method, a question or a job of another name', async () => {
  // @ts-expect-error no such method
  expect(await call('train', { where })).toMatchObject(refused);
  const { value } = /** @type {{value: {id: number}}} */ (
    await call('import', {
      files: { vectors: new Blob(['king 1 2\nqueen 3 4\n']) },
      limit: Number.POSITIVE_INFINITY,
      strict: false,
      job: 1,
      where,
    })
  );
  const asked = { id: value.id, args: [] };
  // @ts-expect-error a method of the native object, but no question
  expect(await call('query', { ...asked, name: 'delete' })).toMatchObject(refused);
  // @ts-expect-error inherited by every object
  expect(await call('job', { ...asked, name: 'toString', job: 1 })).toMatchObject(refused);
  await call('close', { id: value.id });
});

it('arguments of another type', async () => {
  const model = await create({ corpus: 'king queen\n' });
  expect(await model[query]('rank', 'king', 'queen', 'input')).toBe(1);
  // @ts-expect-error a number where a word belongs
  await expect(model[query]('rank', 7, 'queen', 'input')).rejects.toThrow();
  // @ts-expect-error a step is a number
  const stepped = model.step('many');
  await expect(stepped).rejects.toMatchObject({ code: 'BadParameter' });
  await model.close();
});
