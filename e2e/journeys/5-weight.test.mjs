// How heavy the pages are and how soon they can be used, with nothing kept from before, on the demo's data.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ADDRESS, api, close, minutes, open, session } from '../browser.mjs';
import { DASHBOARD, credentials } from '../dashboard.mjs';

let group = null;

before(async () => {
  const member = await session('member@example.org');
  [group] = await api(member.access_token, 'GET', '/groups?category=hiking');
});
after(close);

const RUNS = 5;

/** @param shown opens the page, and says after how many milliseconds it could be used */
async function measured(how, shown) {
  const context = await (await open()).newContext({ viewport: { width: 1280, height: 900 }, locale: 'ko-KR', ...how });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  let bytes = 0;
  let requests = 0;
  cdp.on('Network.loadingFinished', (event) => {
    bytes += event.encodedDataLength;
    requests += 1;
  });
  const usable = await shown(page);
  await page.waitForLoadState('networkidle');
  await context.close();
  return { bytes, requests, usable };
}

async function measure(hash) {
  const kept = JSON.stringify(await session('member@example.org'));
  return measured({}, async (page) => {
    await page.addInitScript((text) => sessionStorage.setItem('somoim.session', text), kept);
    await page.goto(ADDRESS + hash);
    await page.waitForSelector('main[data-shown]');
    return page.evaluate(() => performance.getEntriesByName('somoim.shown').at(-1).startTime);
  });
}

/** The dashboard's overview with all its figures. */
const overview = () => measured({ httpCredentials: credentials('admin') }, async (page) => {
  await page.goto(DASHBOARD);
  await page.waitForSelector('main:not(:has(.busy)) .card');
  return page.evaluate(() => performance.now());
});

for (const [name, run, mostBytes, mostRequests] of [
  ['home', () => measure('#/'), 160_000, 45],
  ['group', () => measure(`#/groups/${group.id}`), 120_000, 35],
  ['comparison', () => measure('#/compare'), 120_000, 30],
  ['dashboard', overview, 120_000, 35],
]) {
  test(`the weight of the page: ${name}`, { timeout: minutes(3) }, async () => {
    const runs = [];
    for (let count = 0; count < RUNS; count += 1) {
      runs.push(await run());
    }
    runs.sort((one, other) => one.usable - other.usable);
    const { bytes, requests, usable } = runs[Math.floor(RUNS / 2)];
    console.log(`  ${name}: ${bytes} bytes in ${requests} requests, usable after ${Math.round(usable)} ms (median of ${RUNS})`);
    assert.ok(bytes < mostBytes, `${bytes} bytes`);
    assert.ok(requests < mostRequests, `${requests} requests`);
    assert.ok(usable < minutes(0.1), `${usable} ms`);
  });
}
