// Opening a topic: a question, or something to talk about.

import { h, put } from '../dom.js';
import { t } from '../words.js';
import { call, get } from '../api.js';
import { choices, empty, field, form, head, link } from '../parts.js';
import { tree } from './forum.js';

const TYPES = { DISCUSSION: ['QUESTION', 'DISCUSSION', 'TIP', 'STORY'], QUESTIONS: ['QUESTION'], ANNOUNCEMENTS: ['ANNOUNCEMENT'] };

export default async function ask({ query }) {
  const categories = tree(await get('/forum/categories')).filter((one) => one.forum_type !== 'ANNOUNCEMENTS' || one.is_mine);
  const wanted = categories.find((one) => one.id === query.get('category')) ?? categories.find((one) => one.forum_type === 'QUESTIONS') ?? categories[0];
  const types = h('div', {});
  const offer = (category) => {
    const [first, ...others] = TYPES[category.forum_type];
    put(types, others.length === 0 ? h('input', { type: 'hidden', name: 'post_type', value: first })
      : choices(t('ask.type'), 'post_type', [first, ...others].map((one) => [one, t(`topic.type.${one}`), t(`topic.type.${one}.about`)]), first));
    types.hidden = others.length === 0;
  };
  if (wanted) {
    offer(wanted);
  }
  return {
    title: t('ask.go'),
    node: h('div', { class: 'page narrow' },
      link(t('nav.forum'), '#/forum', 'quiet back'),
      head(t('ask.go'), t('ask.lead')),
      categories.length === 0 ? empty(t('forum.none'), t('ask.none')) : h('section', { class: 'card' }, form([
        field(t('ask.category'), 'category', { value: wanted.id, options: categories.map((one) => [one.id, `${'– '.repeat(one.depth)}${one.name}`]), onchange: (event) => offer(categories.find((one) => one.id === event.target.value)) }),
        types,
        field(t('ask.title'), 'title', { required: true, maxlength: 255 }, t('ask.title.hint')),
        field(t('ask.body'), 'description', { rows: 7, required: true }, t('post.body.hint')),
        field(t('ask.tags'), 'tags', {}, t('ask.tags.hint')),
      ], t('ask.post'), async (values) => {
        const made = await call('POST', `/forum/categories/${values.category}/topics`, {
          title: values.title,
          description: values.description,
          post_type: values.post_type,
          tags: values.tags.split(',').map((one) => one.trim()).filter((one) => one),
        });
        location.hash = `#/topics/${made.id}`;
      }))),
  };
}
