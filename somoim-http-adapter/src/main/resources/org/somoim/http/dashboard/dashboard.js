// The shell: who is here, which page, in which language.

import {get} from './calls.js';
import {failure, h} from './parts.js';
import {choose, language, preferred, t} from './words.js';
import {overview} from './overview.js';
import {appeals, bans, file, queue} from './moderation.js';
import {people} from './people.js';
import {privacy} from './privacy.js';
import {audit, facts, jobs, numbers, operations} from './works.js';

const PAGES = {overview, queue, appeals, bans, audit, people, facts, jobs, privacy, operations, numbers};
const RANKS = ['viewer', 'moderator', 'admin'];
/** Pages for those who moderate; all others but the overview are for admins. */
const FOR_MODERATORS = ['queue', 'appeals'];
let session = null;
let me = null;
/** What a page has running, ended when one goes to another. */
let leaving = [];

/** Whether whoever is here has that role in the community. */
const is = (role) => ['USER', 'MODERATOR', 'ADMIN'].indexOf(me.role) >= ['USER', 'MODERATOR', 'ADMIN'].indexOf(role);

/** Whether whoever is here may do what asks for that rank, and for the role of that name. */
const may = (rank) => !session.read_only && RANKS.indexOf(session.rank) >= RANKS.indexOf(rank) && is(rank.toUpperCase());

const isShown = (name) => name === 'overview' || is(FOR_MODERATORS.includes(name) ? 'MODERATOR' : 'ADMIN');

function top() {
  const select = h('select', {'aria-label': t('language'), change: async (event) => { await choose(event.target.value); draw(); }},
    h('option', {value: 'ko', selected: language() === 'ko', lang: 'ko'}, '한국어'),
    h('option', {value: 'en', selected: language() === 'en', lang: 'en'}, 'English'));
  return [
    h('strong', {}, t('title')),
    me ? h('span', {class: 'me'}, me.email) : null,
    session ? h('span', {class: 'badge'}, t(`rank.${session.rank}`)) : null,
    session?.read_only ? h('span', {class: 'badge warn'}, t('read-only')) : null,
    select,
  ].filter(Boolean);
}

function side(current) {
  return h('ul', {}, Object.keys(PAGES).filter(isShown).map((name) =>
    h('li', {}, h('a', {href: `#/${name}`, 'aria-current': name === current ? 'page' : null}, t(`page.${name}`)))));
}

async function draw() {
  leaving.forEach((end) => end());
  leaving = [];
  const [name, id] = location.hash.replace(/^#\//, '').split('/');
  const current = name === 'case' ? 'queue' : PAGES[name] ? name : 'overview';
  document.title = `${t(`page.${current}`)} · ${t('title')}`;
  document.querySelector('#skip').textContent = t('skip');
  document.querySelector('.top').replaceChildren(...top());
  const nav = document.querySelector('.side');
  nav.setAttribute('aria-label', t('pages'));
  nav.replaceChildren(side(current));
  // On narrow screens the pages stand in a row that scrolls.
  const here = nav.querySelector('[aria-current]');
  if (here) {
    nav.scrollLeft = here.offsetLeft - (nav.clientWidth - here.offsetWidth) / 2;
  }
  const main = document.querySelector('main');
  const desk = {session, me, may, isAdmin: is('ADMIN'), isModerator: is('MODERATOR'), onLeave: (end) => leaving.push(end), redraw: draw};
  main.replaceChildren(...[name === 'case' && id ? file(desk, id) : PAGES[current](desk, id)].flat(9).filter(Boolean));
}

async function begin() {
  await choose(preferred());
  try {
    [session, me] = await Promise.all([get('/session'), get('/me/account')]);
  } catch (error) {
    document.querySelector('main').replaceChildren(failure(error, begin));
    return;
  }
  await draw();
}

window.addEventListener('hashchange', async () => {
  // Before it is known who is here there is nothing to draw; what begins draws it then.
  if (me === null) {
    return;
  }
  await draw();
  document.querySelector('main').focus();
  scrollTo(0, 0);
});
document.querySelector('#skip').addEventListener('click', (event) => {
  event.preventDefault();
  document.querySelector('main').focus();
});
begin();
