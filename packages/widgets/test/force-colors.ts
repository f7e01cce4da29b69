import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';

/** Lets the system choose the colours, or not, as people with low vision do. In Chromium only. */
export async function forceColors(active: boolean): Promise<void> {
  await executeServerCommand('force-colors', { active });
  expect(matchMedia('(forced-colors: active)').matches).to.equal(active);
}
