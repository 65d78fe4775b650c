// Puts the pages together: who is signed in, which page is asked for, and what is around it.

import { h, put } from './dom.js';
import { LANGUAGES, choose, language, speak, t } from './words.js';
import { Refused, demo, forget, hangUp, listen, logOut, maybe, me, signedIn } from './api.js';
import { setNow } from './clock.js';
import { button, errorBox, face, icon, link, tell, tellersPlace } from './parts.js';
import { NAVIGATION, PAGES } from './pages.js';
import { clockPart } from './demo-clock.js';

const app = document.getElementById('app');
const sign = h('img', { src: '/site/icon.svg', alt: '', width: 30, height: 30 });
const main = h('main', { id: 'main', tabindex: '-1' });
const narrow = matchMedia('(max-width: 51.99rem)');
const EAR_PAUSE = 10_000;
const state = { me: null, demo: null, unread: 0, turn: 0, leave: null, ear: null, wasShown: false };

function loading() {
  return h('div', { class: 'loading', role: 'status' }, h('span', { class: 'visually-hidden' }, t('loading')),
    h('div', { class: 'bone wide' }), h('div', { class: 'bone' }), h('div', { class: 'bone tall' }), h('div', { class: 'bone tall' }));
}

function shell() {
  const places = NAVIGATION.filter((one) => signedIn() && (state.me !== null || one.barred));
  const here = location.hash.split('?')[0] || '#/';
  const entry = (one, kind) => h('a', {
    class: `nav-link ${kind}`,
    href: one.href,
    'aria-current': here === one.href || (one.href !== '#/' && here.startsWith(`${one.href}/`)) ? 'page' : null,
  }, icon(one.icon), h('span', {}, t(`nav.${one.word}`)), one.word === 'news' && state.unread > 0 && h('span', { class: 'count' },
    h('span', { 'aria-hidden': 'true' }, state.unread > 99 ? '99+' : String(state.unread)), h('span', { class: 'visually-hidden' }, t('news.unread', { n: state.unread }))));
  put(app,
    h('a', { class: 'skip', href: '#main', onclick: (event) => {
      event.preventDefault();
      main.focus();
    } }, t('skip')),
    h('header', { class: 'top' },
      h('a', { class: 'brand', href: '#/' }, sign, h('span', {}, t('brand'))),
      h('div', { class: 'top-tools' },
        button(t('language.other'), async () => {
          await choose(LANGUAGES.find((one) => one !== language()));
          shell();
          await show();
        }, 'tool', { lang: LANGUAGES.find((one) => one !== language()) }),
        button(icon('sun'), () => turnTheme(), 'tool', { 'aria-label': t('theme'), title: t('theme') }),
        signedIn() && state.me && h('a', { class: 'tool own', href: `#/people/${me()}`, 'aria-label': t('nav.own') }, face({ id: me(), name: state.me.profile?.display_name })),
        signedIn() && button(icon('out'), async () => {
          try {
            await logOut();
          } catch (error) {
            forget();
            throw error;
          } finally {
            await signedInChanged();
          }
          location.hash = '#/enter';
        }, 'tool', { 'aria-label': t('log-out'), title: t('log-out') }))),
    places.length > 0 && h('nav', { class: 'side', 'aria-label': t('nav') }, places.filter((one) => one.tab || !narrow.matches).map((one) => entry(one, '')),
      narrow.matches
        ? h('details', { class: 'nav-more' },
          h('summary', { class: 'nav-link' }, icon('more'), h('span', {}, t('nav.more'))),
          h('div', { class: 'nav-sheet' }, places.filter((one) => !one.tab).map((one) => entry(one, '')), clock()))
        : clock()),
    main,
    tellersPlace());
}

function clock() {
  return state.demo && clockPart(state, () => show(true));
}

function turnTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  localStorage.setItem('somoim.theme', root.dataset.theme);
}

/** Somebody has come or gone. */
export async function signedInChanged() {
  if (state.ear) {
    hangUp(state.ear);
    state.ear = null;
  }
  state.me = signedIn() ? await maybe('/me') : null;
  if (state.me !== null) {
    await hear();
  }
  shell();
}

/** One's own news, as they come. */
async function hear() {
  state.unread = (await maybe('/notifications/unread-count', { unread: 0 })).unread;
  const ear = listen('/me/live');
  state.ear = ear;
  ear.addEventListener('close', () => {
    setTimeout(() => {
      // Somebody else may have come meanwhile, or nobody be there any more.
      if (state.ear === ear && signedIn()) {
        hear().catch(() => null);
      }
    }, EAR_PAUSE);
  });
  ear.addEventListener('message', (event) => {
    const frame = JSON.parse(event.data);
    if (frame.unread !== undefined && frame.unread !== state.unread) {
      state.unread = frame.unread;
      shell();
      if (frame.type === 'notifications') {
        tell(t('news.came'));
      }
    }
  });
}

function found(path) {
  for (const one of PAGES) {
    const match = one.path.exec(path);
    if (match) {
      return { one, parts: match.slice(1) };
    }
  }
  return null;
}

/** Shows what the address asks for. @param quietly stays where the reader is */
async function show(quietly = false) {
  state.turn += 1;
  const turn = state.turn;
  const [path, search] = (location.hash.slice(1) || '/').split('?');
  const match = found(path);
  state.leave?.();
  state.leave = null;
  if (!signedIn() && !match?.one.open) {
    location.hash = `#/enter?then=${encodeURIComponent(path)}`;
    return;
  }
  if (signedIn() && state.me === null && match && !match.one.barred) {
    location.hash = '#/decisions';
    return;
  }
  shell();
  if (!quietly) {
    put(main, loading());
  }
  let view;
  try {
    if (!match) {
      throw new Refused(404, { code: 'http.no-such-route', detail: t('page.none') });
    }
    const page = await import(`./pages/${match.one.file}.js`);
    view = await page.default({
      parts: match.parts,
      query: new URLSearchParams(search ?? ''),
      me: state.me,
      state,
      again: () => show(true),
      signedInChanged,
    });
  } catch (error) {
    if (error instanceof Refused && error.status === 401 && turn === state.turn) {
      forget();
      await signedInChanged();
      location.hash = `#/enter?then=${encodeURIComponent(path)}`;
      return;
    }
    view = { title: t('error.title'), node: h('div', { class: 'page' }, h('h1', { tabindex: '-1' }, t('error.title')),
      await errorBox(error, button(t('again'), () => show()), link(t('nav.home'), '#/', 'quiet'))) };
  }
  if (turn !== state.turn) {
    view.leave?.();
    return;
  }
  state.leave = view.leave ?? null;
  put(main, view.node);
  document.title = `${view.title} · ${t('brand')}`;
  if (!quietly) {
    scrollTo(0, 0);
    // Not at first: whoever comes begins at the top, where one can skip to what is shown.
    if (state.wasShown) {
      main.querySelector('h1')?.focus({ preventScroll: true });
    }
  }
  state.wasShown = true;
  main.dataset.shown = path;
  performance.mark('somoim.shown');
}

narrow.addEventListener('change', shell);
addEventListener('hashchange', () => {
  delete main.dataset.shown;
  show();
});

await Promise.all([
  speak(language()),
  demo('state').catch(() => null).then((known) => {
    state.demo = known;
    if (known) {
      setNow(known.now);
    }
  }),
]);
put(main, loading());
shell();
try {
  await signedInChanged();
} catch {
  forget();
}
await show();
