/** The training worker: the host behind Comlink. */
import * as Comlink from 'comlink';
import { call } from './host.js';

Comlink.expose({
  /**
   * @param {string} method
   * @param {any} args
   * @param {any} [listener] a Comlink proxy
   */
  async call(method, args, listener) {
    const show = listener && ((/** @type {any} */ progress) => void listener(progress));
    const reply = await call(method, args, show);
    listener?.[Comlink.releaseProxy]();
    return 'value' in reply && reply.transfer
      ? Comlink.transfer({ value: reply.value }, reply.transfer)
      : reply;
  },
});
