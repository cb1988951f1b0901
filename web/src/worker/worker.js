/** The training worker: the host behind Comlink. */
import * as Comlink from 'comlink';
import { buffersOf, call } from './host.js';

Comlink.expose({
  /**
   * @template {import('./methods').Method} M
   * @param {M} method
   * @param {import('./methods').Arguments<M>} args
   * @param {MessagePort} [port] receives the progress, one message each, without a reply
   */
  async call(method, args, port) {
    const show =
      port &&
      ((/** @type {unknown} */ progress) => port.postMessage(progress, buffersOf(progress)));
    const reply = await call(method, args, show);
    return 'value' in reply ? Comlink.transfer({ value: reply.value }, reply.transfer) : reply;
  },
});
