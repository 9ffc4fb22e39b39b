import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../../harness/editorWorkbench';

describe('A person who looks around', function () {
  this.timeout(180_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ fixture: 'test/projects/prototype', theme: 'light' });
  });

  after(() => workbench?.close());

  it('finds gaps of files that were never opened in the Problems panel', async () => {
    await workbench.statusBarItem(/\d+ gaps/).waitFor({ timeout: 60_000 });
    await workbench.runCommand('View: Focus Problems');
    const row = workbench.page.locator('.markers-panel .monaco-list-row').filter({ hasText: 'Production Gap' }).first();
    await row.waitFor();
    await workbench.screenshot('problems-light');
    await workbench.runCommand('View: Toggle Panel Visibility');
  });

  it('sees in the status bar how many gaps there are, and comes from there to the checklist', async () => {
    const item = workbench.statusBarItem(/\d+ gaps/);
    await item.hover();
    const tooltip = workbench.page.locator('.monaco-hover:not(.hidden)').filter({ hasText: 'open gaps' }).first();
    await tooltip.waitFor();
    assert.match(await tooltip.innerText(), /Stage: Demo/);
    await workbench.screenshot('status-light');
    await item.click();
    await workbench.rows('Operational readiness').first().waitFor();
    for (const title of [
      'Error handling',
      'Security',
      'Observability',
      'Data integrity',
      'Compliance',
      'Integration',
      'Scalability',
      'Operational readiness',
    ]) {
      assert.ok((await workbench.rows(new RegExp(`^${title}`)).count()) > 0, `${title} is not in view.`);
    }
    const security = workbench.rows('Security').first();
    await workbench.expand(security);
    await workbench.expand(workbench.rows('Every endpoint that touches').first());
    await workbench.expand(workbench.rows('Stage:').first());
    await workbench.rest();
    await workbench.screenshot('findings-light');
  });

  it('reads which endpoints there are and who may call them, without opening a file', async () => {
    await workbench.openSidebar('Production Gap');
    await workbench.runCommand('Production Gap: Focus on Endpoints View');
    await workbench.page.locator('.part.sidebar .pane-header').filter({ hasText: 'Readiness' }).click();
    await workbench.expand(workbench.rows(/^\/api\/orders/).first());
    const endpoint = workbench.page.locator('.part.sidebar .monaco-list-row[aria-label^="POST /api/orders. "]').first();
    await endpoint.waitFor({ timeout: 60_000 });
    assert.match(
      (await endpoint.getAttribute('aria-label')) ?? '',
      /^POST \/api\/orders\. authentication: none\. validation: none\. rate limit: /,
    );
    await workbench.expand(endpoint);
    await workbench
      .rows(/^validation/)
      .first()
      .waitFor();
    for (const theme of ['light', 'dark'] as const) {
      await workbench.setTheme(theme);
      await workbench.rest();
      await workbench.screenshot(`endpoints-${theme}`);
    }
    await workbench.setTheme('light');
    await endpoint.click();
    await workbench.waitForText(/ordersRouter\.post/);
  });

  it('can walk through the first steps', async () => {
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await workbench.runCommand('Welcome: Open Walkthrough...');
    await workbench.page.keyboard.type('From demo to production');
    await workbench.page.waitForTimeout(500);
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.getting-started-step').filter({ hasText: 'See the gaps' }).waitFor();
    await workbench.page.waitForTimeout(1_500);
    await workbench.screenshot('walkthrough-light');
  });
});
