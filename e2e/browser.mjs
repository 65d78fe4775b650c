// One browser for all journeys, with eyes on everything that must never happen in any of them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

export const ADDRESS = process.env.SOMOIM_DEMO ?? 'http://127.0.0.1:8080/';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** How much more time everything may take, such as 5 on a machine that does much else. */
const PATIENCE = Number(process.env.SOMOIM_PATIENCE ?? 1);

export const minutes = (count) => count * 60_000 * PATIENCE;

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 375, height: 812 };

let browser = null;
const sessions = new Map();

export async function open() {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // Containers let nobody but root run it, and root has no sandbox.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  return browser;
}

export async function close() {
  await browser?.close();
  browser = null;
}

/** What the API says to somebody; for setting the stage, not for what is to be shown. */
export async function api(token, method, path, body) {
  const answer = await fetch(`${ADDRESS}api/v1${path}`, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}

/** Logs in once for all journeys, as the API counts how often anybody does. */
export async function session(email, password = email.replace(/^(.*)@.*$/, 'demo-$1')) {
  if (!sessions.has(email)) {
    sessions.set(email, await api(null, 'POST', '/sessions', { email, password }));
  }
  return sessions.get(email);
}

export function forgetSession(email) {
  sessions.delete(email);
}

/**
 * An empty room with one page in it.
 *
 * Everything that goes wrong in it is remembered, and looked at by `end`: messages of errors, requests to elsewhere, dialogs
 * that a script opened. Refusals that a journey provokes are announced with `expects`, or `expecting` if they come at once;
 * questions that a page is to ask with `agreesTo`.
 */
export async function room({ language = 'ko', size = WIDE, theme = 'light', reduced = true, expecting = [], credentials } = {}) {
  const context = await (await open()).newContext({
    viewport: size,
    locale: language === 'ko' ? 'ko-KR' : 'en-GB',
    timezoneId: 'Asia/Seoul',
    colorScheme: theme,
    reducedMotion: reduced ? 'reduce' : 'no-preference',
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
    bypassCSP: false,
    httpCredentials: credentials,
  });
  const trouble = [];
  const expected = [...expecting];
  const questions = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'blob:' && url.protocol !== 'data:' && url.origin !== new URL(ADDRESS).origin) {
      trouble.push(`a request left for ${url.href}`);
    }
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000 * PATIENCE);
  page.setDefaultNavigationTimeout(20_000 * PATIENCE);
  const isExpected = (status, path) => expected.some((one) => one.status === status && one.path.test(path));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') {
      return;
    }
    const network = /the server responded with a status of (\d+)/.exec(message.text());
    const path = message.location().url ? new URL(message.location().url).pathname : '';
    if (!network || !isExpected(Number(network[1]), path)) {
      trouble.push(`console ${message.type()}: ${message.text()} (${path})`);
    }
  });
  page.on('pageerror', (error) => trouble.push(`page error: ${error.message}`));
  page.on('dialog', (dialog) => {
    if (dialog.type() === 'confirm' && questions[0] === dialog.message()) {
      questions.shift();
      dialog.accept();
      return;
    }
    trouble.push(`a script opened a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  return {
    page,
    context,
    language,
    expects: (status, path) => expected.push({ status, path }),
    agreesTo: (question) => questions.push(question),
    end: async () => {
      await context.close();
      assert.deepEqual([...trouble, ...questions.map((one) => `nobody asked: ${one}`)], []);
    },
  };
}

/** What sticks out to the right, in pixels. */
export const overhang = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** A window of somebody's own on the site. */
export async function window({ as = null, ...how } = {}) {
  const one = await room(how);
  const { page, context } = one;
  await context.addInitScript(() => {
    globalThis.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!entry.hadRecentInput) {
          globalThis.shifts += entry.value;
        }
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  if (as) {
    const kept = JSON.stringify(await session(as));
    await context.addInitScript((text) => {
      if (!sessionStorage.getItem('somoim.session') && !sessionStorage.getItem('left')) {
        sessionStorage.setItem('somoim.session', text);
        sessionStorage.setItem('left', 'once');
      }
    }, kept);
  }
  // Whether one has answered an event is asked, and "not yet" is an answer.
  one.expects(409, /^\/api\/v1\/events\/[^/]+\/rsvp$/);
  const somebody = {
    ...one,
    token: async () => JSON.parse(await page.evaluate(() => sessionStorage.getItem('somoim.session'))).access_token,
    go: async (hash) => {
      await page.evaluate((to) => {
        if (location.hash === to) {
          dispatchEvent(new HashChangeEvent('hashchange'));
        } else {
          location.hash = to;
        }
      }, hash);
      await somebody.shown(hash.slice(1).split('?')[0]);
    },
    shown: (path) => page.waitForSelector(`main[data-shown="${path}"]`),
    start: async (hash = '#/') => {
      await page.goto(`${ADDRESS}${hash}`);
      await page.waitForSelector('main[data-shown]');
    },
    reload: async () => {
      await page.reload();
      await page.waitForSelector('main[data-shown]');
    },
  };
  await somebody.start();
  return somebody;
}

/** Runs a journey with some windows, which are looked at and closed however it ends. @param begin opens one */
export async function journey(windows, walk, begin = window) {
  const open = [];
  try {
    for (const one of windows) {
      open.push(await begin(one));
    }
    await walk(...open);
  } catch (error) {
    await open[0]?.page.screenshot({ path: process.env.SOMOIM_FAILED ?? '/tmp/somoim-e2e-failed.png' }).catch(() => null);
    for (const one of open) {
      await one.context.close();
    }
    throw error;
  }
  for (const one of open) {
    await one.end();
  }
}

/** What axe-core finds that keeps people out. Its script runs outside of the page's policy, as extensions do. */
export async function barriers(page) {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  await session.send('Runtime.evaluate', { expression: AXE, contextId: executionContextId });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { resultTypes: ['violations'] }).then((found) => JSON.stringify(found.violations
      .filter((one) => one.impact === 'serious' || one.impact === 'critical')
      .map((one) => one.id + ': ' + one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160) + ' ' + node.failureSummary.slice(0, 200)).join(' | '))))`,
    contextId: executionContextId,
    awaitPromise: true,
  });
  await session.detach();
  return JSON.parse(result.value);
}

let count = 0;

/** An address that nobody has yet. */
export function newEmail() {
  count += 1;
  return `visitor-${process.pid}-${Date.now()}-${count}@example.org`;
}

/** Somebody new, made without the pages. */
export async function newcomer(name) {
  const email = newEmail();
  const password = 'a row of quiet lanterns';
  await api(null, 'POST', '/accounts', { email, password, display_name: name });
  const letters = await (await fetch(`${ADDRESS}demo/letters?to=${encodeURIComponent(email)}`)).json();
  const secret = letters[0].text.split(/\s+/).find((word) => /^[\w-]{30,}$/.test(word));
  await api(null, 'POST', '/confirmations', { secret });
  return { email, password, ...(await session(email, password)) };
}
