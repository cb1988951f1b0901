/** The training worker: the host behind Comlink. */
import * as Comlink from 'comlink';
import { buffersOf, call } from './host.js';

Comlink.expose({
  /**
   * @param {string} method
   * @param {any} args of that method (host.js)
   * @param {MessagePort} [port] where progress goes, one message each and no answer
   */
  async call(method, args, port) {
    const show =
      port &&
      ((/** @type {import('./host.js').Progress} */ progress) =>
        port.postMessage(progress, buffersOf(progress)));
    const reply = await call(method, args, show);
    return 'value' in reply && reply.transfer
      ? Comlink.transfer({ value: reply.value }, reply.transfer)
      : reply;
  },
});
