// One's conversations, of groups and of two.

import { h } from '../dom.js';
import { t } from '../words.js';
import { all, page } from '../api.js';
import { chip, empty, face, growing, head, link } from '../parts.js';
import { emblem } from '../table.js';
import { conversationOrWhy } from '../chat.js';

export default async function talks({ parts }) {
  const [first, belongings] = await Promise.all([page('/me/conversations?limit=30'), all('/me/groups?limit=50', 2)]);
  const names = new Map(belongings.map(({ group }) => [group.id, group.name]));
  const here = parts[0] ?? null;
  const open = here ? await conversationOrWhy(here) : null;
  const line = (one) => h('li', {}, h('a', { class: 'talk-line', href: `#/talks/${one.id}`, 'aria-current': one.id === here ? 'page' : null },
    one.group_id ? emblem(one.group_id, 'small') : face(one.partner),
    h('span', { class: 'grow' }, one.group_id ? names.get(one.group_id) ?? t('group') : one.partner?.name ?? t('person.hidden')),
    one.unread > 0 && one.id !== here && chip(t('unread', { n: one.unread }), 'warm')));
  return {
    title: t('nav.talks'),
    leave: open?.leave,
    node: h('div', { class: `page talks${open ? ' with-talk' : ''}` },
      head(t('nav.talks'), t('talks.lead')),
      h('div', { class: 'talks-columns' },
        h('section', { class: 'card talk-list', 'aria-label': t('nav.talks') }, growing(first, line, empty(t('talks.none'), t('talks.none.next'), link(t('discover.go'), '#/discover', 'main')), 'ul', 'plain')),
        open ? open.node : h('div', { class: 'only-wide' }, empty(t('talks.choose'))))),
  };
}
