// Which of our wasm builds exist here, and how the tables call them.
import { existsSync } from 'node:fs';

const THREADS = 2;

/** @returns {{build: string, label: string, options: object}[]} options that create() takes */
export const wasmBuilds = () =>
  [
    { build: 'exact', label: 'exact', options: { build: 'exact' } },
    { build: 'fast', label: 'fast', options: { build: 'fast' } },
    {
      build: 'parallel',
      label: `parallel, ${THREADS} threads`,
      options: { build: 'parallel', threads: THREADS },
    },
  ].filter(({ build }) => existsSync(`build/wasm/preformer-${build}.wasm`));

/** Refuses figures of another build than the one that was asked for. */
export function requireBuild(wanted, { build, buildReason }) {
  if (build !== wanted) throw new Error(`the ${build} build ran: ${buildReason}`);
}
