/** Errors of the browser's storage as data. The page shows them and works without storage. */
import { LabError } from '../text/own-text.js';

/**
 * StorageFull: no space left. StorageForbidden: the browser or its settings do not allow storage.
 * StorageBusy: another tab holds an older version of the database open. StorageGone: the entry was
 * deleted meanwhile. StorageFailed: any other error.
 * @typedef {'StorageFull' | 'StorageForbidden' | 'StorageBusy' | 'StorageGone' | 'StorageFailed'}
 *   StorageCode
 */

/** @param {(Error & {inner?: Error}) | null | undefined} error */
const isQuota = (error) =>
  error?.name === 'QuotaExceededError' || error?.inner?.name === 'QuotaExceededError';

/** @param {StorageCode} code @param {string} [message] */
export const storageError = (code, message = code) => new LabError(code, message);

/**
 * Converts an error to one that can be shown.
 * @param {(Error & {inner?: Error}) | null | undefined} error whatever was thrown
 * @param {StorageCode} otherwise
 * @returns {LabError}
 */
export function toStorageError(error, otherwise) {
  if (error instanceof LabError) return error;
  return storageError(isQuota(error) ? 'StorageFull' : otherwise, String(error?.message ?? error));
}
