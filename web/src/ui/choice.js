import { html, nothing } from 'lit';

/**
 * A choice of a few options, as radio buttons that look like one control.
 * @template {string} V
 * @param {object} options
 * @param {string} options.id id of the fieldset and name of the radio buttons
 * @param {string} options.legend
 * @param {V[]} options.values
 * @param {string} options.current
 * @param {(value: V) => string} options.label
 * @param {(value: V) => void} options.choose
 * @param {'stacked' | 'row' | 'row below' | 'row small'} [options.look] `below`: the options are
 *   below the legend; `small`: the legend is only for screen readers
 * @param {string} [options.help] the explanation; `options.helpClass` is its class
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
