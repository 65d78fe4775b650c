// Somebody as far as the reader may see, or oneself.

import { h } from '../dom.js';
import { t } from '../words.js';
import { call, get, me } from '../api.js';
import { button, card, chip, empty, face, field, form, link, menu, section, sure, tell } from '../parts.js';
import { wall } from '../posts.js';
import { reporting } from '../report.js';
import { category } from './discover.js';

export default async function person({ parts, again, signedInChanged }) {
  const id = parts[0];
  const isOwn = id === me();
  const one = isOwn ? (await get('/me')).profile : await get(`/people/${id}`);
  return {
    title: one.display_name,
    node: h('div', { class: 'page' },
      h('header', { class: 'group-head' }, face({ id, name: one.display_name }, 'huge'),
        h('div', { class: 'grow' }, h('h1', { tabindex: '-1' }, one.display_name), one.location && h('p', { class: 'muted' }, one.location)),
        !isOwn && h('div', { class: 'row' },
          button(t('person.talk'), async () => {
            const talk = await call('PUT', `/people/${id}/conversation`);
            location.hash = `#/talks/${talk.id}`;
          }, 'main'),
          menu(t('menu.person'), [reporting('person', id), [t('block'), async () => {
            if (await sure(t('block.title', { name: one.display_name }), t('block.about'), t('block'))) {
              await call('PUT', `/me/blocks/${id}`);
              tell(t('blocked'));
              location.hash = '#/privacy';
            }
          }]]))),
      h('div', { class: 'with-aside' },
        h('div', { class: 'stack' }, isOwn && h('details', { class: 'card composer' }, h('summary', {}, t('person.edit')), edit(one, again, signedInChanged)), await wall(`/people/${id}/posts`, { mayWrite: isOwn ? '/me/posts' : null, nothing: empty(t('page.quiet'), isOwn ? t('posts.none.next') : '') })),
        h('aside', { class: 'stack' }, facts(one),
          isOwn && section(t('person.own'), h('ul', { class: 'plain' }, [['#/privacy', 'nav.privacy'], ['#/data', 'nav.data'], ['#/talks', 'nav.talks']].map(([href, words]) => h('li', {}, h('a', { href }, t(words))))))))),
  };
}

/** What is shown of somebody; nothing is said of what is not. */
export function facts(one) {
  const topics = (all) => h('div', { class: 'row tight' }, all.map((word) => chip(category(word))));
  const rows = [
    [one.given_name || one.family_name, 'person.name', () => h('p', {}, [one.family_name, one.given_name].filter((part) => part).join(' '))],
    [one.bio, 'person.bio', () => h('p', { class: 'pre', dir: 'auto' }, one.bio)],
    [one.location, 'person.location', () => h('p', {}, one.location)],
    [one.interests?.length, 'person.interests', () => topics(one.interests)],
    [one.expertise?.length, 'person.expertise', () => topics(one.expertise)],
  ].filter(([there]) => there);
  return card(h('h2', {}, t('person.about')), rows.length === 0 ? h('p', { class: 'muted' }, t('person.nothing')) : rows.map(([there, words, show]) => [h('h3', { class: 'small-head' }, t(words)), show()]));
}

function edit(one, again, signedInChanged) {
  const words = (text) => text.split(',').map((part) => part.trim()).filter((part) => part);
  return form([
    field(t('display-name'), 'display_name', { value: one.display_name, required: true }, t('display-name.hint')),
    h('div', { class: 'fields' }, field(t('person.family'), 'family_name', { value: one.family_name ?? '' }), field(t('person.given'), 'given_name', { value: one.given_name ?? '' })),
    field(t('person.bio'), 'bio', { rows: 3, value: one.bio ?? '' }),
    field(t('person.location'), 'location', { value: one.location ?? '' }),
    field(t('person.interests'), 'interests', { value: one.interests.join(', ') }, t('person.topics.hint')),
    field(t('person.expertise'), 'expertise', { value: one.expertise.join(', ') }, t('person.topics.hint')),
  ], t('save'), async (values) => {
    await call('PATCH', '/me', {
      display_name: values.display_name,
      family_name: values.family_name.trim() || null,
      given_name: values.given_name.trim() || null,
      bio: values.bio.trim() ? values.bio : null,
      location: values.location.trim() || null,
      interests: words(values.interests),
      expertise: words(values.expertise),
    });
    tell(t('saved'));
    await signedInChanged();
    await again();
  });
}
