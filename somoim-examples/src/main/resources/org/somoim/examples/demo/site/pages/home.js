// What is new in one's groups, what is ahead, and who waits for an answer.

import { h } from '../dom.js';
import { t } from '../words.js';
import { all, call, page } from '../api.js';
import { button, empty, head, link, section, tell } from '../parts.js';
import { postCard } from '../posts.js';
import { emblem } from '../table.js';
import { clockTime, day, monthShort, now } from '../clock.js';

/** Groups are asked one by one, so no more of them than this. */
const MOST_GROUPS = 12;
const OF_EACH = 4;
const MOST = 24;

export default async function home({ me, again }) {
  const [belongings, ahead] = await Promise.all([all('/me/groups?limit=50', 2), page('/me/calendar?limit=5')]);
  const mine = belongings.filter((one) => one.membership.status === 'ACTIVE');
  const invited = belongings.filter((one) => one.membership.status === 'INVITED');
  const walls = await Promise.all(mine.slice(0, MOST_GROUPS).map(async ({ group }) =>
    (await page(`/groups/${group.id}/posts?limit=${OF_EACH}`)).items.map((post) => ({ group, post }))));
  const feed = walls.flat().sort((one, other) => other.post.created_at.localeCompare(one.post.created_at)).slice(0, MOST);
  const names = new Map(belongings.map(({ group }) => [group.id, group.name]));
  return {
    title: t('nav.home'),
    node: h('div', { class: 'page' },
      head(t('home.title', { name: me.profile.display_name }), day(now().toISOString())),
      h('div', { class: 'with-aside' },
        h('div', { class: 'stack' },
          invited.map((one) => invitation(one, again)),
          mine.length > MOST_GROUPS && h('p', { class: 'hint' }, t('home.some', { n: MOST_GROUPS })),
          feed.length > 0 ? feed.map(({ group, post }) => postCard(post, { group }))
            : empty(t(mine.length > 0 ? 'home.quiet' : 'home.none'), t(mine.length > 0 ? 'home.quiet.next' : 'home.none.next'), link(t('discover.go'), '#/discover', 'main'))),
        h('aside', { class: 'stack', 'aria-label': t('home.aside') },
          section(t('home.ahead'),
            ahead.items.length === 0 ? h('p', { class: 'muted' }, t('home.ahead.none'))
              : h('ul', { class: 'plain' }, ahead.items.map((one) => eventLine(one, names.get(one.group_id)))),
            link(t('calendar.go'), '#/calendar', 'quiet small')),
          section(t('home.groups'),
            h('ul', { class: 'plain' }, mine.map(({ group }) => h('li', {}, h('a', { class: 'group-line', href: `#/groups/${group.id}` }, emblem(group.id, 'small'), h('span', {}, group.name))))),
            h('div', { class: 'row' }, link(t('discover.go'), '#/discover', 'quiet small'), link(t('found.go'), '#/found', 'quiet small')))))),
  };
}

function invitation({ group }, again) {
  const answer = (method, words) => async () => {
    await call(method, `/groups/${group.id}/membership`);
    tell(t(words, { name: group.name }));
    await again();
  };
  return h('section', { class: 'card invitation' }, emblem(group.id),
    h('div', { class: 'grow' }, h('p', {}, t('invited.to')), h('a', { class: 'strong', href: `#/groups/${group.id}` }, group.name)),
    h('div', { class: 'row' }, button(t('invited.follow'), answer('PUT', 'joined'), 'main small'), button(t('invited.decline'), answer('DELETE', 'declined'), 'quiet small')));
}

/** One line of what is ahead. */
export function eventLine(entry, group) {
  return h('li', {}, h('a', { class: `event-line${entry.cancelled_at ? ' off' : ''}`, href: `#/events/${entry.id}` },
    h('span', { class: 'date-leaf' }, h('span', {}, String(Number(entry.starts_on.slice(8, 10)))), h('span', {}, monthShort(entry.starts_on))),
    h('span', { class: 'grow' }, h('span', { class: 'strong' }, entry.title),
      h('span', { class: 'muted small' }, [clockTime(entry.starts_at, entry.zone), group, entry.attending ? t('going.short') : null, entry.cancelled_at ? t('event.cancelled') : null].filter((one) => one).join(' · ')))));
}
