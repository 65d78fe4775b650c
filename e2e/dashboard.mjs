// A browser at the operator's dashboard, which asks for an address and a password as the demo has it.

import assert from 'node:assert/strict';
import { ADDRESS, barriers, overhang, room } from './browser.mjs';

export const DASHBOARD = `${ADDRESS}somoim/`;
export const OVERVIEW = ['overview'];
export const FOR_MODERATORS = [...OVERVIEW, 'queue', 'appeals'];
export const FOR_ADMINS = [...FOR_MODERATORS, 'bans', 'audit', 'people', 'facts', 'jobs', 'privacy', 'operations', 'numbers'];

const page = (name) => `.side a[href="#/${name}"]`;

/** How somebody of the demo signs in. @param name such as admin */
export const credentials = (name) => ({ username: `${name}@example.org`, password: `demo-${name}`, origin: new URL(ADDRESS).origin });

/** A window at the dashboard. @param as such as admin */
export async function desk({ as, ...how }) {
  const one = await room({ ...how, credentials: credentials(as) });
  const somebody = {
    ...one,
    /** Everything that was asked for is there. */
    shown: (name) => {
      const menu = name.startsWith('case/') ? 'queue' : name.split('/')[0];
      return one.page.waitForSelector(`.frame:has(${page(menu)}[aria-current=page]) main:not(:has(.busy)):has(.card, .later > .failure) h1`);
    },
    go: async (name) => {
      await one.page.evaluate((to) => {
        location.hash = to;
      }, `#/${name}`);
      await somebody.shown(name);
    },
  };
  await one.page.goto(DASHBOARD);
  await somebody.shown('overview');
  return somebody;
}

/** Goes there and looks at what every page has to be. */
export async function look(somebody, name) {
  const { page: there, language } = somebody;
  await somebody.go(name);
  await there.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const where = `${name} in ${language}`;
  const sticksOut = await overhang(there);
  assert.ok(sticksOut <= 0, `${where} sticks out by ${sticksOut} px`);
  assert.equal(await there.locator('h1').count(), 1, `${where} has one heading`);
  assert.ok((await there.locator('h1').innerText()).length > 1, where);
  assert.equal(await there.locator('.failure').count(), 0, `${where} shows what failed`);
  assert.equal(await there.evaluate(() => document.documentElement.lang), language);
  assert.ok((await there.title()).includes(' · '), `${where} has a title`);
  assert.deepEqual(await barriers(there), [], where);
}

/** Goes on with the Tab key until that is where one is. */
export async function reach(there, target) {
  await target.waitFor();
  for (let presses = 0; presses < 250; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      return;
    }
    await there.keyboard.press('Tab');
  }
  assert.fail(`the Tab key does not lead to ${target}`);
}

/** By keyboard alone. */
export async function press(there, target, key = 'Enter') {
  await reach(there, target);
  await there.keyboard.press(key);
}
