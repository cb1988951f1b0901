/**
 * Errors as data: a code for programs, a sentence for people, and the name, value and permitted
 * range of the offending item.
 */

/**
 * EngineFailure is the only code that does not come from the core: the worker or the wasm module
 * could not be loaded, or stopped.
 * @typedef {'EmptyCorpus' | 'VocabularyTooSmall' | 'NothingToLearn' | 'UnknownWord' | 'BadParameter'}
 *   InputErrorCode
 * @typedef {'BadFormat' | 'TooLarge' | 'OutOfMemory' | 'Cancelled' | 'EngineFailure'} RunErrorCode
 * @typedef {InputErrorCode | RunErrorCode} ErrorCode
 *
 * @typedef {object} ErrorData
 * @property {ErrorCode} code
 * @property {string} message
 * @property {string} [parameter]
 * @property {string} [value]
 * @property {string} [permitted]
 */

/** @template [Left=unknown] the partly trained model of a cancelled run: a model of the API */
export class PreformerError extends Error {
  /** @param {ErrorData} data */
  constructor({ code, message, parameter = '', value = '', permitted = '' }) {
    super(message);
    /** Always 'PreformerError'. */
    this.name = 'PreformerError';
    /** What kind of fault it is. @type {ErrorCode} */
    this.code = code;
    /** The option, word or line that is wrong; may be empty. */
    this.parameter = parameter;
    /** Its value, as text. */
    this.value = value;
    /** The permitted values, as text. */
    this.permitted = permitted;
    /** For an unknown word: the nearest known spelling, if there is a near one. */
    this.suggestion = code === 'UnknownWord' ? permitted : '';
    /**
     * The partly trained model of a cancelled run. It can be used, and the caller must close it.
     * @type {Left | undefined}
     */
    this.model = undefined;
  }
}

/**
 * @param {string} parameter
 * @param {unknown} value
 * @param {string} permitted "a whole number from 1 to 100"
 */
export function badParameter(parameter, value, permitted) {
  const shown = show(value);
  return new PreformerError({
    code: 'BadParameter',
    message: `${parameter} must be ${permitted}; it is ${shown}.`,
    parameter,
    value: shown,
    permitted,
  });
}

/** A short text for any value, including malformed ones. @param {unknown} value */
function show(value) {
  if (typeof value === 'string') return `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  if (value === null || typeof value !== 'object') return String(value);
  return Array.isArray(value) ? 'a list' : 'an object';
}

/** @param {AbortSignal} [signal] whose reason is the cause */
export function cancelled(signal) {
  const error = new PreformerError({
    code: 'Cancelled',
    message: 'Stopped as asked. What was trained so far is kept.',
  });
  if (signal) error.cause = signal.reason;
  return error;
}

/** @param {string} message @param {string} [parameter] the part that failed */
export function engineFailure(message, parameter = '') {
  return new PreformerError({ code: 'EngineFailure', message, parameter });
}

/**
 * The data that the worker sends in place of an Error.
 * @param {Partial<ErrorData> & {message?: string} | null | undefined} error whatever was thrown
 * @returns {ErrorData}
 */
export function toData(error) {
  if (typeof error?.code === 'string') {
    const { code, message = '', parameter = '', value = '', permitted = '' } = error;
    return { code, message, parameter, value, permitted };
  }
  if (error instanceof RangeError) {
    // "Array buffer allocation failed", "Invalid typed array length"
    return {
      code: 'OutOfMemory',
      message: 'The browser has no memory left for this. Use a smaller corpus or fewer dimensions.',
      value: error.message,
    };
  }
  return {
    code: 'EngineFailure',
    message: `The training engine stopped: ${error?.message ?? error}. Create the model again.`,
  };
}
