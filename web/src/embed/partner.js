/**
 * The origin that may talk to this framed page, as its address names it: `?origin=https://host`. '' for
 * none, and outside frames.
 * @param {string} search @param {boolean} framed
 */
export function partnerIn(search, framed) {
  const given = new URLSearchParams(search).get('origin') ?? '';
  if (!framed || !URL.canParse(given)) return '';
  const { origin } = new URL(given);
  return origin === 'null' ? '' : origin;
}
