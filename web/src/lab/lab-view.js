import { pick, t } from '../i18n/index.js';
import { wordsHash } from '../link/copied-link.js';

/** What the page shows, derived from a slot. */

/** @returns {'' | 'reproduced' | 'differs'} */
export function verdictOf(
  /** @type {any} */ slot,
  /** @type {string} */ expected,
  /** @type {boolean} */ stale,
) {
  if (!expected || stale || !slot.report?.finished || !slot.hash) return '';
  return slot.hash === expected ? 'reproduced' : 'differs';
}

/**
 * Where a run went another way than the link's, as far as the page can tell.
 * @param {any} slot @param {string} words of the link, '' where it does not say
 * @returns {'words' | 'build' | 'program'}
 */
export function whyItDiffers({ model, vocabulary }, words) {
  if (words && words !== wordsHash(vocabulary)) return 'words';
  return model?.info.build === 'exact' ? 'program' : 'build';
}

/** @type {WeakMap<object, {key: string, groups: Int32Array, ids: string[]}>} */
const cache = new WeakMap();

/**
 * The group of each word and the groups' names: the corpus's, else clusters.
 * @param {any} slot @param {any} preset
 * @returns {{groups: Int32Array | null, names: string[]}}
 */
export function groupsOf(slot, preset) {
  if (!preset?.groups) {
    const { clusters } = slot;
    const count = clusters?.length ? Math.max(...clusters) + 1 : 0;
    const names = Array.from({ length: count }, (_, i) => clusterName(slot, clusters, i));
    return { groups: clusters, names };
  }
  let found = cache.get(slot.vocabulary);
  if (!found || found.key !== preset.id) {
    const ids = groupIds(preset);
    const place = new Map(ids.map((id, i) => [id, i]));
    const groups = Int32Array.from(
      slot.vocabulary,
      (/** @type {{word: string}} */ { word }) => place.get(preset.groups[word]) ?? -1,
    );
    found = { key: preset.id, groups, ids };
    cache.set(slot.vocabulary, found);
  }
  /** @type {Record<string, string>} */
  const labels = preset.groupNames ? pick(preset.groupNames) : {};
  return { groups: found.groups, names: found.ids.map((id) => labels[id] ?? id) };
}

/** A cluster goes by its most frequent words. */
function clusterName(
  /** @type {any} */ { vocabulary },
  /** @type {Int32Array} */ clusters,
  /** @type {number} */ cluster,
) {
  const words = [];
  for (let i = 0; i < clusters.length && words.length < 2; i++) {
    if (clusters[i] === cluster) words.push(vocabulary[i]?.word ?? '');
  }
  return t('map.cluster', { words: words.join(t('map.clusterJoin')) });
}

function groupIds(/** @type {any} */ preset) {
  const used = new Set(Object.values(preset.groups));
  const named = Object.keys(preset.groupNames ? pick(preset.groupNames) : {});
  return /** @type {string[]} */ ([...new Set([...named.filter((id) => used.has(id)), ...used])]);
}
