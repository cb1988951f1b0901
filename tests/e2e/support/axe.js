import AxeBuilder from '@axe-core/playwright';

/**
 * Short descriptions of what axe-core finds in a part of the page.
 * @param {import('@playwright/test').Page} page
 */
export async function findings(page, part = 'body') {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  return violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
  }));
}
