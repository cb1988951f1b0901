// The wasm builds that exist here, and their names in the tables.
import { existsSync } from 'node:fs';

const THREADS = 2;

/** @returns {{build: string, label: string, options: object}[]} options for create() */
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

/** Throws if another build ran than the one requested. */
export function requireBuild(wanted, { build, buildReason }) {
  if (build !== wanted) throw new Error(`the ${build} build ran: ${buildReason}`);
}
