/**
 * Sends one question to a new worker. If the page forbids workers, or the script is missing, the
 * page does the work itself.
 * @template T
 * @param {() => Worker} start @param {unknown} message
 * @param {() => Promise<T>} inPage
 * @returns {Promise<T>}
 */
export async function askWorker(start, message, inPage) {
  /** @type {Worker | undefined} */
  let worker;
  try {
    const asked = start();
    worker = asked;
    return await new Promise((resolve, reject) => {
      asked.onmessage = ({ data }) => resolve(data);
      asked.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message));
      };
      asked.postMessage(message);
    });
  } catch {
    return inPage();
  } finally {
    worker?.terminate();
  }
}
