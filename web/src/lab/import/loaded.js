import { listed, unknown } from '../slot.js';

/**
 * Vectors from a file, or a checkpoint, to look at and to ask; what was trained waits meanwhile.
 * @param {import('../session.js').Session} session @param {string} name of the file
 * @param {import('../slot.js').Model} model that was made of it
 */
export async function openVectors(session, name, model) {
  // A checkpoint tells what it was made with; vectors alone do not.
  const values = { ...unknown().values, ...model.options, corpus: '', name };
  const facts = async () => ({ ...(await listed(model)), values });
  await session.slot('loaded').adopt(async () => ({ model, facts }), name);
  session.viewing = 'loaded';
  session.live.refresh();
  session.changed();
}

/** Back to training. @param {import('../session.js').Session} session */
export async function closeVectors(session) {
  const slot = session.slot('loaded');
  session.viewing = '';
  session.slots.delete('loaded');
  await slot.close();
  session.changed();
  if (!session.current.model) await session.prepare();
  else session.live.refresh();
}
