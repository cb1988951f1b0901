import { comma } from '../i18n/format.js';
import { pick, t } from '../i18n/index.js';
import { wordsHash } from '../link/copied-link.js';
import { GROUPS } from '../plots/marks.js';
import { CUTTING_RULES } from '../text/script.js';

/**
 * Values for display, derived from a slot.
 * @typedef {import('./slot.js').Slot} Slot
 * @typedef {import('../../corpora/presets.js').Preset} Preset
 */

/** @returns {'' | 'reproduced' | 'differs'} */
export function verdictOf(
  /** @type {Slot} */ slot,
  /** @type {string} */ expected,
  /** @type {boolean} */ stale,
) {
  if (!expected || stale || !slot.report?.finished || !slot.hash) return '';
  return slot.hash === expected ? 'reproduced' : 'differs';
}

/**
 * What differs if the run has another hash than the link, as far as the page can determine it.
 * @param {Slot} slot @param {Pick<import('./table.js').Values, 'words' | 'rules'>} link
 * @returns {'words' | 'rules' | 'build' | 'program'}
 */
export function whyItDiffers({ model, values, vocabulary }, { words, rules }) {
  if (words && words !== wordsHash(vocabulary)) {
    return values.corpus === 'own' && rules < CUTTING_RULES ? 'rules' : 'words';
  }
  return model?.info.build === 'exact' ? 'program' : 'build';
}

/** @type {WeakMap<object, {key: string, groups: Int32Array, ids: string[]}>} */
const cache = new WeakMap();

/**
 * The group of each word and the names of the groups: the corpus's own, else clusters. A group that
 * the corpus does not have has an empty name.
 * @param {Slot} slot @param {Preset | undefined} preset
 * @returns {{groups: Int32Array | null, names: string[]}}
 */
export function groupsOf(slot, preset) {
  if (!preset?.groups) {
    const { clusters } = slot;
    const count = clusters?.length ? Math.max(...clusters) + 1 : 0;
    const names = Array.from({ length: count }, (_, i) => clusterName(slot, i));
    return { groups: clusters, names };
  }
  let found = cache.get(slot.vocabulary);
  if (!found || found.key !== preset.id) {
    const ids = groupIds(preset);
    const place = new Map(ids.map((id, i) => [id, i]));
    const groupOf = preset.groups;
    const groups = Int32Array.from(slot.vocabulary, ({ word }) => place.get(groupOf[word]) ?? -1);
    found = { key: preset.id, groups, ids };
    cache.set(slot.vocabulary, found);
  }
  const labels = namesOf(preset);
  return { groups: found.groups, names: found.ids.map((id) => labels[id] ?? id) };
}

/** A cluster is named after its most frequent words. */
function clusterName(/** @type {Slot} */ { vocabulary, clusters }, /** @type {number} */ cluster) {
  /** @type {string[]} */
  const words = [];
  let more = false;
  for (let i = 0; clusters && i < clusters.length && !more; i++) {
    if (clusters[i] !== cluster) continue;
    if (words.length < 2) words.push(vocabulary[i]?.word ?? '');
    else more = true;
  }
  const named = words.join(comma());
  return more ? t('map.cluster', { words: named }) : named;
}

/** @param {Preset} preset @returns {Record<string, string>} */
const namesOf = ({ groupNames }) => (groupNames ? pick(groupNames) : {});

/** The groups of a corpus in their places; '' where it has none. @param {Preset} preset */
export function groupIds(preset) {
  const used = new Set(Object.values(preset.groups ?? {}));
  const others = [...used].filter((id) => !GROUPS.includes(id));
  return [...GROUPS.map((id) => (used.has(id) ? id : '')), ...others];
}
