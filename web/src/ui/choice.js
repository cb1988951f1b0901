import { html, nothing } from 'lit';
import { glossed } from './gloss.js';

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
 * @param {string} [options.help] the explanation
 * @param {'note' | 'help'} [options.helpClass] whether it is always in sight, or appears when the
 *   legend is pressed
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
  <fieldset class=${`choice ${look}`} id=${id}>
    <legend class=${look === 'row small' ? 'visually-hidden' : ''}>
      ${
        help && helpClass === 'help'
          ? html`<gloss-term .label=${legend} .text=${help}></gloss-term>`
          : look === 'row small'
            ? legend
            : glossed(legend)
      }
    </legend>
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
    ${
      help && helpClass === 'help'
        ? html`<span class="visually-hidden" id=${`${id}-help`}>${help}</span>`
        : help
          ? html`<p class="note" id=${`${id}-help`}>${glossed(help)}</p>`
          : nothing
    }
  </fieldset>
`;
