import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openWorkbench, uninstall, type Workbench } from '../../harness/editorWorkbench';

/** Line of the sample's `routes/orders.ts` where `POST /api/orders` starts, without a guard. */
const unguarded = 21;

/** An item of the checklist that only a person can answer. */
const attested = 'There is a page for when things break';

const bothThemes = ['light', 'dark'] as const;

describe('A person with the installed extension', function () {
  this.timeout(180_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ fixture: 'test/projects/prototype' });
  });

  after(async () => {
    await workbench?.close();
    await uninstall();
  });

  it('sees a gap in an opened file, and why it is one', async () => {
    await workbench.openFile('routes/orders.ts');
    await workbench.goToLine(unguarded);
    for (const theme of bothThemes) {
      await workbench.setTheme(theme);
      await workbench.hover(unguarded, /(call|go through) requireAuth; POST \/api\/orders does not[^]*inconsistent-auth-posture/);
      await workbench.screenshot(`squiggle-${theme}`);
      await workbench.rest();
    }
  });

  it('finds what to do about it in the light bulb, by keyboard', async () => {
    for (const theme of bothThemes) {
      await workbench.setTheme(theme);
      await workbench.goToLine(unguarded, 3);
      const menu = await workbench.openLightBulb();
      assert.match(await menu.innerText(), /Add an authentication guard[^]*Harden this handler/);
      await workbench.screenshot(`light-bulb-${theme}`);
      await workbench.rest();
    }
  });

  it('hardens the handler and compares it with what was there', async () => {
    await workbench.goToLine(unguarded, 3);
    await workbench.openLightBulb();
    await workbench.chooseAction('Harden this handler');
    await workbench.waitForText(/ordersRouter\.post\('\/', requireAuth, /);
    assert.match(readFileSync(path.join(workbench.workspace, 'apps/api/src/routes/orders.ts'), 'utf8'), /ordersRouter\.post\('\/', async/);

    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await workbench.runCommand('File: Compare Active File with Saved');
    await workbench.page.locator('.monaco-diff-editor .line-insert').first().waitFor({ timeout: 30_000 });
    for (const theme of bothThemes) {
      await workbench.setTheme(theme);
      await workbench.rest();
      await workbench.screenshot(`hardened-${theme}`);
    }
    await workbench.runCommand('File: Save');
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  });

  it('ticks an item that only a person can answer, and finds it ticked after a restart', async () => {
    const file = path.join(workbench.workspace, '.production-gap/readiness.json');
    assert.equal(existsSync(file), false);
    await workbench.openSidebar('Production Gap');
    await workbench.expand(workbench.rows('Operational readiness').first());
    await workbench.checkbox(workbench.rows(attested)).click();
    await workbench.rows(attested).filter({ hasText: 'Ticked by' }).waitFor({ timeout: 30_000 });
    const { attestations } = JSON.parse(readFileSync(file, 'utf8')) as { attestations: { item: string; by: string }[] };
    assert.equal(attestations.length, 1);

    await workbench.reload();
    await workbench.openSidebar('Production Gap');
    await workbench.expand(workbench.rows('Operational readiness').first());
    assert.equal(await workbench.checkbox(workbench.rows(attested)).getAttribute('aria-checked'), 'true');
    for (const theme of bothThemes) {
      await workbench.setTheme(theme);
      await workbench.rest();
      await workbench.screenshot(`readiness-${theme}`);
    }
  });
});
