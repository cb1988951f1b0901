/** What the arrows on the map are. */
import { html } from 'lit';
import { comma, whole } from '../../i18n/format.js';
import { addMessages, t } from '../../i18n/index.js';
import { en } from '../../i18n/pull-en.js';
import { zh } from '../../i18n/pull-zh.js';

addMessages({ en, zh });

const NAMED = 6;

/** @param {Pick<import('./pull.js').Pulled, 'words' | 'target' | 'noise' | 'number'>} pull @param {{word: string}[]} vocabulary */
export function pullNote({ words, target, noise, number }, vocabulary) {
  const quoted = words.slice(0, NAMED).map((word) => t('map.pull.word', { word }));
  const named = quoted.join(comma());
  const said = [
    number === null ? t('map.pull.own') : t('map.pull.sentence', { number: whole(number + 1) }),
    t('map.pull.moves', { words: words.length > NAMED ? `${named} …` : named }),
    target < 0 ? '' : t('map.pull.target', { word: vocabulary[target].word }),
    noise.length ? t('map.pull.noise', { count: noise.length }) : '',
  ];
  return html`<p class="note map-pull" id="map-pull">${said.filter(Boolean).join(t('map.pull.join'))}</p>`;
}
