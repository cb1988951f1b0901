/**
 * Why no worker started, so that the reader is told the reason, and not that an engine stopped that
 * never ran.
 * @typedef {'sandbox' | 'policy' | 'file' | 'missing' | 'workers'} Reason
 */

/** What programs read; pages have their own sentences (i18n). @type {Record<Reason, string>} */
const SENTENCES = {
  sandbox: 'This frame may not start workers: its sandbox lacks allow-same-origin.',
  policy: 'The Content-Security-Policy of this page (worker-src, script-src) forbids them.',
  file: 'Browsers start no workers for pages from a disk.',
  missing: 'The script could not be loaded: the network failed, or the site was updated.',
  workers: 'This browser starts none.',
};

/** @param {Reason} reason @param {string} [detail] */
export const sentenceOf = (reason, detail) =>
  `The training worker could not start. ${SENTENCES[reason]}${detail ? ` (${detail})` : ''} Pass workerUrl, an address on this site, if the script is elsewhere.`;

const VIOLATED_MS = 50; // the browser reports a violation a little after the worker's error

/**
 * Watches for violations of the page's security policy while workers are started.
 * @returns {{end: () => Promise<boolean>}} whether there was one
 */
export function watchPolicy() {
  const { document } = globalThis;
  let violated = false;
  const heard = (/** @type {SecurityPolicyViolationEvent} */ { effectiveDirective }) => {
    if (/^(worker|child|script)-src/.test(effectiveDirective)) violated = true;
  };
  document?.addEventListener('securitypolicyviolation', heard);
  return {
    async end() {
      await new Promise((resolve) => setTimeout(resolve, VIOLATED_MS));
      document?.removeEventListener('securitypolicyviolation', heard);
      return violated;
    },
  };
}

/**
 * @param {string | undefined} url of the script; undefined if it is part of the page
 * @param {boolean} violated whether the policy forbade something
 * @returns {Promise<Reason>}
 */
export async function reasonFor(url, violated) {
  if (violated) return 'policy';
  if (location.protocol === 'file:') return 'file';
  const isThere = !url || url.startsWith('blob:') || (await isReachable(url));
  if (!isThere) return 'missing';
  return globalThis.origin === 'null' ? 'sandbox' : 'workers';
}

/** @param {string} url */
const isReachable = (url) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
