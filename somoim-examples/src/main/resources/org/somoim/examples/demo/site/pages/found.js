// Beginning a group.

import { h } from '../dom.js';
import { t } from '../words.js';
import { call } from '../api.js';
import { field, form, head } from '../parts.js';

export default async function found() {
  return {
    title: t('found.title'),
    node: h('div', { class: 'page narrow' }, head(t('found.title'), t('found.lead')),
      h('section', { class: 'card' }, form([
        field(t('group.name'), 'name', { required: true }),
        field(t('group.description'), 'description', { rows: 3 }),
        field(t('group.category'), 'category', {}, t('group.category.hint')),
        field(t('group.visibility'), 'visibility', { value: 'PUBLIC', options: ['PUBLIC', 'PRIVATE', 'SECRET'].map((one) => [one, t(`visibility.${one}.about`)]) }),
        field(t('group.join'), 'join_policy', { value: 'REQUEST', options: ['OPEN', 'REQUEST', 'INVITE'].map((one) => [one, t(`join.${one}.about`)]) }),
        field(t('group.most'), 'max_members', { type: 'number', min: 2 }, t('group.most.hint')),
      ], t('found.go'), async (values) => {
        const group = await call('POST', '/groups', {
          name: values.name,
          visibility: values.visibility,
          join_policy: values.join_policy,
          ...(values.description.trim() ? { description: values.description } : {}),
          ...(values.category.trim() ? { category: values.category.trim().toLowerCase() } : {}),
          ...(values.max_members ? { max_members: Number(values.max_members) } : {}),
        });
        location.hash = `#/groups/${group.id}`;
      }))),
  };
}
