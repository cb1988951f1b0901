/** Work of several workers side by side. */

/**
 * Does every job once; each worker takes the next one when it has done one. A failure ends all: no further
 * job is begun, those under way are waited for, and then it is thrown.
 * @template J, W
 * @param {J[]} jobs
 * @param {W[]} workers
 * @param {(job: J, worker: W, at: number) => Promise<void>} work at: the place of the job
 * @param {AbortSignal} [signal] begins no further job
 */
export async function inLanes(jobs, workers, work, signal) {
  let next = 0;
  let failed = false;
  const lane = async (/** @type {W} */ worker) => {
    while (next < jobs.length && !failed && !signal?.aborted) {
      const at = next++;
      try {
        await work(jobs[at], worker, at);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const lanes = await Promise.allSettled(workers.slice(0, jobs.length).map(lane));
  const faults = lanes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  // What failed first may have cancelled the others.
  if (faults.length) throw faults.find(({ code }) => code !== 'Cancelled') ?? faults[0];
}
