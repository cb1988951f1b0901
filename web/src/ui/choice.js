import { html, nothing } from 'lit';

/**
 * One of a few, as radio buttons that look like one control.
 * @template {string} V
 * @param {object} options
 * @param {string} options.id of the fieldset, name of the radios
 * @param {string} options.legend
 * @param {V[]} options.values
 * @param {string} options.current
 * @param {(value: V) => string} options.label
 * @param {(value: V) => void} options.choose
 * @param {'stacked' | 'row' | 'row below' | 'row small'} [options.look] `below`: under its legend;
 *   `small`: the legend is for screen readers
 * @param {string} [options.help] the explanation, `options.helpClass` how it shows
 * @param {'note' | 'help'} [options.helpClass]
 */
export const choice = ({
  id,
  legend,
  values,
  current,
  label,
  choose,
  look = 'row',
  help = '',
  helpClass = 'help',
}) => html`
  <fieldset class=${`choice ${look} ${help ? 'field-like' : ''}`} id=${id}>
    <legend class=${look === 'row small' ? 'visually-hidden' : ''}>${legend}</legend>
    ${values.map(
      (value) => html`<label class=${value === current ? 'chosen' : ''}
        ><input
          type="radio"
          name=${id}
          value=${value}
          .checked=${value === current}
          aria-describedby=${help ? `${id}-help` : nothing}
          @change=${() => choose(value)}
        />${label(value)}</label
      >`,
    )}
    ${help ? html`<p class=${helpClass} id=${`${id}-help`}>${help}</p>` : nothing}
  </fieldset>
`;
