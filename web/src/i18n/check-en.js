/** Messages of the page "Check this site". */
export const en = {
  'check.state.good': 'works',
  'check.state.less': 'works in part',
  'check.state.bad': 'does not work',
  'check.state.waiting': 'being tried',
  'check.cure': 'What to do',
  'check.checking': 'Checking …',
  'check.done.good': 'Everything works here.',
  'check.done.host': 'The host does all it can.',
  'check.done.less': 'The site works here. {count} things could be better.',
  'check.done.less.one': 'The site works here. One thing could be better.',
  'check.done.bad': '{count} things do not work here.',
  'check.done.bad.one': 'One thing does not work here.',
  'check.copied': 'Copied',
  'check.crashed': 'This could not be tried: {error}',

  'check.place': 'Address',
  'check.place.good': 'The page is served in a way that browsers trust.',
  'check.place.less':
    'The page comes by {protocol} without encryption: there are no service workers, and nothing works without a network.',
  'check.place.less.cure': 'Serve it by https. Only localhost does without.',

  'check.isolation': 'Isolation',
  'check.isolation.good': 'The page is cross-origin isolated: several threads can be used.',
  'check.isolation.less':
    'The page is not cross-origin isolated, so the parallel build is not used. Everything else works.',
  'check.isolation.less.cure':
    'Send with every file: {headers}. The file _headers of the site says so to Netlify and Cloudflare Pages. GitHub Pages cannot send headers.',
  'check.isolation.framed':
    'The headers are there, but this page is shown inside another one, which is not isolated.',
  'check.isolation.framed.cure': 'Open this page by itself.',
  'check.isolation.unused':
    'The headers are there, but the browser does not isolate the page. It may do so only with https.',
  'check.isolation.unused.cure':
    'Serve the site by https, and look whether another header or a proxy replaces them.',

  'check.files': 'Files and their types',
  'check.files.good': 'All {count} files that were asked for are there and have the right type.',
  'check.files.lost': '{path} is not there: the host answers with {status}.',
  'check.files.lost.cure':
    'Copy the whole folder of the site, files whose names begin with a dot or an underscore included. A host that runs Jekyll needs the file .nojekyll.',
  'check.files.silent': '{path} gets no answer.',
  'check.files.silent.cure':
    'Look whether the network, a proxy or a policy of the host blocks this file.',
  'check.files.wasm':
    '{path} is sent as {sent}. It loads all the same, but only after the whole file has arrived.',
  'check.files.wasm.cure':
    'Send .wasm as {wanted}. nginx: application/wasm wasm; in mime.types. Apache: AddType application/wasm .wasm.',
  'check.files.script': '{path} is sent as {sent}: browsers do not run it.',
  'check.files.script.cure': 'Send .js and .mjs as {wanted}.',

  'check.compression': 'Compression',
  'check.compression.good': 'Files are compressed: {path} takes {sent} kB instead of {whole} kB.',
  'check.compression.less': 'Files are not compressed: {path} takes {whole} kB.',
  'check.compression.less.cure':
    'Turn on gzip or Brotli for .wasm, .js, .css and .html. nginx: gzip on; gzip_types application/wasm text/javascript text/css;',
  'check.compression.unknown': 'The browser does not say how many bytes were sent.',
  'check.compression.unknown.cure':
    'Look at the column "transferred" in the network panel of the developer tools.',

  'check.offline': 'Without a network',
  'check.offline.good':
    'The service worker is installed and keeps {files} files: the pages work without a network.',
  'check.offline.unavailable':
    'There are no service workers here: private windows, plain http and frames have none.',
  'check.offline.unavailable.cure': 'Open this page by https, in a usual window, by itself.',
  'check.offline.absent': 'sw.js is not there ({status}): the pages do not work without a network.',
  'check.offline.absent.cure': 'Copy sw.js, which lies beside index.html.',
  'check.offline.lost':
    'The service worker cannot be installed, because {path} is not there ({count} of its files).',
  'check.offline.lost.cure':
    'Copy the whole folder of the site. A host that runs Jekyll leaves out names that begin with an underscore: it needs the file .nojekyll. After an update, sw.js must be as new as the other files.',
  'check.offline.failed': 'The service worker was not installed. {error}',
  'check.offline.failed.cure':
    'Send sw.js as text/javascript from the folder of the site; worker-src of a policy must allow it; storage must be allowed.',

  'check.policy': 'Content-Security-Policy',
  'check.policy.good': 'No policy forbids what the pages do.',
  'check.policy.less': 'The policy of the host forbids some of what the pages do.',
  'check.policy.bad': 'The policy of the host forbids what training requires.',
  'check.policy.forbidden.cure': 'Add to the policy: {rules}',

  'check.storage': 'Storage',
  'check.storage.good': 'Models and texts can be kept in the browser.',
  'check.storage.forbidden':
    'The browser forbids storage here: nothing can be kept, and a training that is cut off cannot be continued.',
  'check.storage.forbidden.cure':
    'Allow site data for this address, and open the page by itself. Nothing is wrong with the host.',
  'check.storage.little': 'The browser grants {quota} MB only: large models cannot be kept.',
  'check.storage.little.cure':
    'Make room on the disk, or use a usual window instead of a private one.',

  'check.training': 'Worker and engine',
  'check.training.good':
    'A model was trained in a Worker in {seconds} s and has the bits that it has everywhere ({hash}).',
  'check.training.failed': 'No model could be trained. {error}',
  'check.training.failed.cure':
    'Mend first what else is wrong on this page. If nothing is, the browser is too old: Chrome 95, Firefox 100 and Safari 16.4 can do it.',
  'check.training.other':
    'A model was trained, but has other bits ({hash}) than everywhere else ({expected}): old and new files are mixed.',
  'check.training.other.cure':
    'Copy the whole folder again, and empty the caches of the host and of this browser.',

  'check.relaxed': 'Relaxed SIMD',
  'check.relaxed.good': 'The browser has it: the fast build can be chosen.',
  'check.relaxed.less':
    'This browser does not have it: the fast and the parallel build are replaced by the exact one. The host can do nothing about it.',

  'check.threads': 'Threads',
  'check.threads.good': 'A model was trained with {threads} threads.',
  'check.threads.isolation': 'There are none, because the page is not isolated (see above).',
  'check.threads.cores': 'There are none, because this computer has one core.',
  'check.threads.relaxed-simd': 'There are none, because this browser has no relaxed SIMD.',
  'check.threads.unfinished': 'The parallel build is not on this site.',
  'check.threads.unfinished.cure': 'Run ./build.sh build to its end, and copy the site again.',
  'check.threads.other': 'The parallel build was not used.',
  'check.threads.failed': 'Training with threads failed. {error}',
  'check.threads.failed.cure':
    'The worker of the threads could not be started: look at the types of files and at worker-src.',
};
