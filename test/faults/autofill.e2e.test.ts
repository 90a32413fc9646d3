// The browser's own autofill, as Chromium does it to an address: the visitor's fields are filled and reach the
// lead, in both kinds of form; the trap is not.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CDPSession } from 'puppeteer-core';
import { Chromium, type ChromiumTab } from './support/chromium.js';
import { FaultServer, type Plan } from './support/server.js';
import { until } from './support/until.js';
import { Visit } from './support/visit.js';

const PROFILE = Object.entries({
  NAME_FULL: 'Adalind Visitor',
  EMAIL_ADDRESS: 'adalind@example.com',
  PHONE_HOME_WHOLE_NUMBER: '+12105550119',
  COMPANY_NAME: 'Acme Inc.',
  ADDRESS_HOME_STREET_ADDRESS: '1 Example Street',
  ADDRESS_HOME_CITY: 'San Antonio',
  ADDRESS_HOME_STATE: 'TX',
  ADDRESS_HOME_ZIP: '78205',
  ADDRESS_HOME_COUNTRY: 'US',
}).map(([name, value]) => ({ name, value }));

/** Each run is a page of its own, filled from another of its fields. */
const RUNS = 15;
const ANCHORS = ['name', 'email', 'phone'];

interface DomNode {
  backendNodeId: number;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

/** The input of a name, in closed roots too. */
function inputIn(node: DomNode, name: string): DomNode | undefined {
  const { attributes = [], children = [], shadowRoots = [] } = node;
  if (attributes[attributes.indexOf('name') + 1] === name && attributes.includes('name'))
    return node;
  for (const child of [...shadowRoots, ...children]) {
    const found = inputIn(child, name);
    if (found) return found;
  }
  return undefined;
}

async function autofill(cdp: CDPSession, anchor: string): Promise<void> {
  const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
  const field = inputIn(root, anchor);
  assert.ok(field, `${anchor} is there`);
  await cdp.send('Autofill.trigger', {
    fieldId: field.backendNodeId,
    address: { fields: PROFILE },
  });
}

describe("Chromium's own autofill", () => {
  let server: FaultServer;
  let engine: Chromium;
  let tab: ChromiumTab;
  before(async () => {
    server = await FaultServer.start();
    engine = await Chromium.start();
    tab = await engine.open();
    await tab.cdp.send('Autofill.enable');
  });
  after(async () => {
    await engine.stop();
    await server.stop();
  });

  async function filled(plan: Plan, anchor: string): Promise<Visit> {
    const visit = await Visit.start(server, engine, plan, tab);
    await visit.open();
    await visit.click(`[name="${anchor}"]`);
    await autofill(tab.cdp, anchor);
    await until('the form is filled', async () => {
      const { name, email, phone } = (await visit.seen()).values;
      return !!name && !!email && !!phone;
    });
    return visit;
  }

  for (const kind of ['own', 'authored'] as const) {
    it(`fills name, email and phone of the ${kind} form, and never the trap: ${RUNS} of ${RUNS}`, async () => {
      for (let run = 0; run < RUNS; run++) {
        const visit = await filled({ kind }, ANCHORS[run % ANCHORS.length]!);
        const { values } = await visit.seen();
        assert.equal(values.name, 'Adalind Visitor');
        assert.equal(values.email, 'adalind@example.com');
        assert.match(values.phone!.replace(/\D/g, ''), /2105550119$/);
        const trap = await tab.run<string>(`probe.find(0, '[data-clinic="trap"] input').value`);
        assert.equal(trap, '', 'the trap is empty');
      }
    });

    it(`reaches the lead from the ${kind} form, unmarked`, async () => {
      const visit = await filled({ kind }, 'name');
      await visit.write('message', 'Please call me back.');
      await visit.send();
      await visit.until('sent');
      const { fields, signals } = JSON.parse(visit.scenario.arrived[0]!.body) as {
        fields: Record<string, string>;
        signals: { trap: boolean };
      };
      assert.equal(fields.name, 'Adalind Visitor');
      assert.equal(fields.email, 'adalind@example.com');
      assert.match(fields.phone!.replace(/\D/g, ''), /2105550119$/);
      assert.equal(signals.trap, false);
    });
  }

  it('would fill a trap of the usual kind: named like a field, out of sight, autocomplete="off"', async () => {
    const usual = `<div style="position:absolute;left:-9999px" aria-hidden="true">
      <input name="company" id="company" tabindex="-1" autocomplete="off"></div>`;
    await filled(
      { kind: 'authored', inputs: usual, csp: { 'style-src': "'self' 'unsafe-inline'" } },
      'name',
    );
    await until('it is filled', async () =>
      tab.run<boolean>(`document.querySelector('[name="company"]').value === 'Acme Inc.'`),
    );
  });
});
