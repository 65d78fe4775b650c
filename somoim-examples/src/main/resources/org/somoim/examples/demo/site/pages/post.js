// One post by itself, with what was said under it.

import { h } from '../dom.js';
import { t } from '../words.js';
import { get, maybe } from '../api.js';
import { link } from '../parts.js';
import { postCard } from '../posts.js';

export default async function post({ parts }) {
  const one = await get(`/posts/${parts[0]}`);
  const group = one.group_id ? await maybe(`/groups/${one.group_id}`) : null;
  return {
    title: one.title ?? t('post'),
    node: h('div', { class: 'page narrow' },
      link(group ? group.name : t('person.page'), group ? `#/groups/${group.id}` : `#/people/${one.page_of}`, 'quiet back'),
      !one.title && h('h1', { class: 'visually-hidden', tabindex: '-1' }, t('post')),
      postCard(one, { open: true, group: null })),
  };
}
