/** What a browser's storage may refuse, as data: the page says it, and goes on without. */
import { LabError } from '../../text/own-text.js';

/**
 * StorageFull: no room left. StorageForbidden: the browser or its reader does not allow any.
 * StorageBusy: another tab holds an older form of it. StorageGone: it has been deleted meanwhile.
 * StorageFailed: anything else.
 * @typedef {'StorageFull' | 'StorageForbidden' | 'StorageBusy' | 'StorageGone' | 'StorageFailed'}
 *   StorageCode
 */

/** @param {(Error & {inner?: Error}) | null | undefined} error */
const isQuota = (error) =>
  error?.name === 'QuotaExceededError' || error?.inner?.name === 'QuotaExceededError';

/** @param {StorageCode} code @param {string} [message] */
export const storageError = (code, message = code) => new LabError(code, message);

/**
 * The error that a reader is told.
 * @param {(Error & {inner?: Error}) | null | undefined} error whatever was thrown
 * @param {StorageCode} otherwise
 * @returns {LabError}
 */
export function toStorageError(error, otherwise) {
  if (error instanceof LabError) return error;
  return storageError(isQuota(error) ? 'StorageFull' : otherwise, String(error?.message ?? error));
}
