/**
 * Links as chats, editors and attackers make them: seeded mutations of good ones. It uses nothing
 * from outside itself, so that a test can run it within a page.
 * @param {string[]} good fragments to begin with @param {number} count @param {number} seed
 * @returns {string[]}
 */
export function mutations(good, count, seed) {
  let state = seed >>> 0;
  const below = (/** @type {number} */ n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const one = (/** @type {any} */ list) => list[below(list.length)];
  const spices = [
    '<script>window.broken=1</script>',
    '<img src=x onerror=window.broken=1>',
    '"><svg onload=window.broken=1>',
    'javascript:window.broken=1',
    '{{constructor.constructor("window.broken=1")()}}',
    '%',
    '%00',
    '%E0%A4%A',
    '\ud800',
    '\u202e',
    '国王',
    '1e308',
    '-1',
    'NaN',
    '0x10',
    '999999999999999999999',
    '__proto__',
    'constructor',
    '[object Object]',
    '&&&',
    '===',
    ',,,',
    '#',
    '..',
    'A'.repeat(5000),
  ];
  /** @type {Array<(link: string, at: number) => string>} */
  const ways = [
    (link, at) => link.slice(0, at),
    (link, at) => link.slice(at),
    (link, at) => link.slice(0, at) + one(spices) + link.slice(at),
    (link, at) => link.slice(0, at) + String.fromCharCode(below(0x3000)) + link.slice(at + 1),
    (link, at) => link.slice(0, at) + link.slice(at + 1 + below(9)),
    (link, at) => link + link.slice(at),
    (link) => link.replace(/=([^&]*)/, () => `=${one(spices)}`),
    (link) => link.split('&').reverse().join('&'),
    (link) => `${link}&${one(link.split('&'))}`,
    (link) => link.replace(/v=1/, `v=${below(99)}`),
    (link) => encodeURIComponent(link.replace(/[\ud800-\udfff]/g, '')),
    (link) => link.toUpperCase(),
    (link) => `${link}&${one(spices)}=${one(spices)}`,
    (link) =>
      link
        .split('&')
        .map((part) => (below(3) ? part : `${part.split('=')[0]}=${one(spices)}`))
        .join('&'),
  ];
  return Array.from({ length: count }, () => {
    let link = one(good);
    for (let n = 1 + below(3); n > 0; n--) link = one(ways)(link, below(link.length + 1));
    return link;
  });
}

/** Links with everything a link can have. */
export const GOOD = [
  '#v=1&sum=640e&epochs=3&hash=f32181b3f7739aca&words=5c23cc5a',
  '#v=1&lang=zh&theme=dark&model=cbow&corpus=relations-zh&objective=softmax&size=16&window=3&negative=7&alpha=0.1&seed=12&nearest=%E5%9B%BD%E7%8E%8B&analogy=a,b,c&odd=a,b,c,d&pair=a,b',
  '#v=1&model=nnlm&context=4&hidden=9&direct=1&optimiser=sgd&schedule=constant&batch=64&heldout=20&patience=2&next=the+king&prompt=&length=9&temperature=0.7&topk=4&draw=3',
  '#v=1&model=elmo&charcnn=1&filters=1x8,2x16&layers=1&cells=8&dropout=0.1&samples=4&carry=1&s1=an+apple&s2=the+apple&at=1,1&blank=the+_+sat&score=a+b&using=forward&direction=backward',
  '#v=1&start=paused&open=map&hide=header,export,questions&lock=seed,window,nearest&speed=slow&view=umap&matrix=output&build=fast&threads=3',
  '#v=1&corpus=own&cut=characters&sentences=stops&c=y0hUyMlPz08tVkjOz0lVKClKTMrMS1cozy_KSeECAA',
];
