/**
 * How B learns from a handful: the API's defaults, but for what is said here. One place, so that
 * the page's own try and the comparison train alike.
 */
export const IMAGE_TRAINING = {};
export const TEXT_TRAINING = {};
