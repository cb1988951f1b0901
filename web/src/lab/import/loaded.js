import { listed, unknown } from '../slot.js';

/**
 * Shows vectors or a checkpoint from a file, to be viewed and queried. Trained models are kept
 * meanwhile.
 * @param {import('../session.js').Session} session @param {string} name name of the file
 * @param {import('../slot.js').Model} model the loaded model
 */
export async function openVectors(session, name, model) {
  // A checkpoint contains its settings; vectors alone do not.
  const values = { ...unknown().values, ...model.options, corpus: '', name };
  const facts = async () => ({ ...(await listed(model)), values });
  await session.slot('loaded').adopt(async () => ({ model, facts }), name);
  session.viewing = 'loaded';
  session.live.refresh();
  session.changed();
}

/** Returns to training. @param {import('../session.js').Session} session */
export async function closeVectors(session) {
  const slot = session.slot('loaded');
  session.viewing = '';
  session.slots.delete('loaded');
  await slot.close();
  session.changed();
  if (!session.current.model) await session.prepare();
  else session.live.refresh();
}
