import { has, t } from './index.js';

/**
 * Data of an error: from the API (worker/errors.js) or from a page (text/own-text.js).
 * @typedef {{code?: string, message?: string, parameter?: string, value?: string | number,
 *   permitted?: string, suggestion?: string, overlong?: number, kind?: string,
 *   pasted?: boolean, line?: number}} Fault
 */

/** The message of an API error in the page's language. @param {Fault} error */
export function errorText(error) {
  const { code = 'other', message = '', parameter = '', value = '', permitted = '' } = error;
  const named = t(`parameter.${parameter}`);
  const name = named.startsWith('parameter.') ? parameter : named;
  const known = t(`error.${code}`) !== `error.${code}`;
  if (code === 'BadParameter' && !permitted) return message;
  const range = /from (\S+) to (\S+?)\.?$/.exec(permitted);
  if (code === 'BadParameter' && range) {
    return t('error.BadParameter.range', { name, value, min: range[1], max: range[2] });
  }
  if (code === 'EngineFailure' && has(`error.EngineFailure.${parameter}`)) {
    return t(`error.EngineFailure.${parameter}`);
  }
  if (code === 'EmptyCorpus' && error.overlong) return t('error.EmptyCorpus.overlong');
  const badFormat = error.pasted ? 'error.BadFormat.pasted' : 'error.BadFormat';
  if (code === 'BadFormat') {
    return t(badFormat, { message: has(parameter) ? t(parameter, { value, permitted }) : message });
  }
  // What leaves nothing to learn from: a parameter, or the text itself.
  const reason = `NothingToLearn.${parameter}`;
  if (code === 'NothingToLearn' && has(`error.${reason}`)) return t(`error.${reason}`, { value });
  const key = code === 'UnknownWord' && error.suggestion ? 'UnknownWord.suggestion' : code;
  return t(`error.${known ? key : 'other'}`, { message, name, value, permitted });
}
