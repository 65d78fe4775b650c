// Groups one may see: by words, by kind of interest.

import { h, put } from '../dom.js';
import { has, t } from '../words.js';
import { all, page } from '../api.js';
import { chip, empty, errorBox, field, growing, head, link } from '../parts.js';
import { emblem } from '../table.js';

export function category(word) {
  return has(`category.${word}`) ? t(`category.${word}`) : word;
}

export function groupCard(group, standing) {
  return h('article', { class: 'group-card card' }, emblem(group.id),
    h('div', { class: 'grow' },
      h('h2', { class: 'group-name' }, h('a', { href: `#/groups/${group.id}` }, group.name)),
      group.description && h('p', { class: 'clamp' }, group.description),
      h('div', { class: 'row tight' },
        group.category && chip(category(group.category)),
        chip(t(`join.${group.join_policy}`), group.join_policy === 'OPEN' ? 'good' : ''),
        group.visibility !== 'PUBLIC' && chip(t(`visibility.${group.visibility}`)),
        chip(t('members', { n: group.members })),
        standing && chip(t(`status.${standing}`), 'warm'))));
}

export default async function discover({ query }) {
  const [groups, belongings] = await Promise.all([all('/groups?limit=50', 2), all('/me/groups?limit=50', 2)]);
  const categories = [...new Set(groups.map((one) => one.category).filter((one) => one))].sort((a, b) => category(a).localeCompare(category(b)));
  const standing = new Map(belongings.map((one) => [one.group.id, one.membership.status]));
  const results = h('div', { class: 'results', 'aria-live': 'polite' });
  let turn = 0;
  const asked = { q: query.get('q') ?? '', category: query.get('category') ?? '' };
  const look = async () => {
    turn += 1;
    const own = turn;
    const path = new URLSearchParams({ limit: '20' });
    if (asked.q.trim()) {
      path.set('q', asked.q.trim());
    }
    if (asked.category) {
      path.set('category', asked.category);
    }
    let found;
    try {
      const first = await page(`/groups?${path}`);
      found = growing(first, (one) => groupCard(one, standing.get(one.id)), empty(t('discover.none'), t('discover.none.next'), link(t('found.go'), '#/found', 'main')), 'div', 'tiles');
    } catch (error) {
      found = await errorBox(error);
    }
    if (own === turn) {
      put(results, found);
      chips.forEach((one) => one.setAttribute('aria-pressed', String(one.dataset.category === asked.category)));
    }
  };
  const chips = ['', ...categories].map((one) => h('button', { type: 'button', class: 'chip choice', 'data-category': one, 'aria-pressed': 'false', onclick: () => {
    asked.category = one;
    look();
  } }, one ? category(one) : t('discover.all')));
  let typing = 0;
  const search = field(t('discover.search'), 'q', { type: 'search', value: asked.q, placeholder: t('discover.search.hint'), oninput: (event) => {
    asked.q = event.target.value;
    clearTimeout(typing);
    typing = setTimeout(look, 250);
  } });
  await look();
  return {
    title: t('nav.discover'),
    node: h('div', { class: 'page' },
      head(t('nav.discover'), t('discover.lead'), link(t('found.go'), '#/found', 'main')),
      h('search', {}, search),
      h('div', { class: 'row chips', role: 'group', 'aria-label': t('discover.categories') }, chips),
      results),
  };
}
