/**
 * How B is trained on few examples; other options have the API's defaults. Used both for single
 * trainings and for the comparison, so that they are trained alike.
 */
export const IMAGE_TRAINING = {};
export const TEXT_TRAINING = {};
