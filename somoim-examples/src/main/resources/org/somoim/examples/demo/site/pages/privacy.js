// Who may see what of one, and how that looks to others.

import { h, put } from '../dom.js';
import { t, told } from '../words.js';
import { call, get } from '../api.js';
import { button, check, empty, errorBox, face, field, form, head, section, tell, tellError } from '../parts.js';
import { facts } from './person.js';

const BANDS = {
  'privacy.page': ['profile_visibility', 'discoverable'],
  'privacy.fields': ['given_name_visibility', 'family_name_visibility', 'bio_visibility', 'avatar_visibility', 'location_visibility', 'interests_visibility', 'expertise_visibility', 'standing_visibility'],
  'privacy.goals': ['goal_sharing_level', 'share_goal_amounts', 'share_age_range', 'share_income_range', 'share_region'],
  'privacy.numbers': ['contribute_to_comparisons', 'anonymize_in_comparisons'],
};

export default async function privacy() {
  const [settings, guide, blocks, muted, previews] = await Promise.all([get('/me/privacy'), get('/privacy-guide'), get('/me/blocks'), get('/me/muted-keywords'), get('/me/previews')]);
  const about = new Map(guide.map((one) => [one.key, one]));
  const seen = h('div', { class: 'previews' });
  showPreviews(seen, previews);
  const change = (key) => async (event) => {
    const control = event.target;
    const value = control.type === 'checkbox' ? control.checked : control.value;
    try {
      await call('PATCH', '/me/privacy', { [key]: value });
      tell(t('saved'));
      showPreviews(seen, await get('/me/previews'));
    } catch (error) {
      if (control.type === 'checkbox') {
        control.checked = !control.checked;
      }
      await tellError(error);
    }
  };
  const control = (key) => {
    const one = about.get(key);
    const now = settings[key];
    return h('div', { class: 'setting' },
      typeof now === 'boolean'
        ? check(t(`setting.${key}`), key, now, change(key))
        : field(t(`setting.${key}`), key, { value: now, options: one.choices.map((choice) => [choice, t(`choice.${choice}`)]), onchange: change(key) }),
      h('p', { class: 'hint' }, told(one)));
  };
  return {
    title: t('nav.privacy'),
    node: h('div', { class: 'page' }, head(t('nav.privacy'), t('privacy.lead')),
      h('div', { class: 'with-aside wide-aside' },
        h('div', { class: 'stack' }, Object.entries(BANDS).map(([words, keys]) => section(t(words), keys.filter((key) => about.has(key)).map(control)))),
        h('aside', { class: 'stack sticky' }, section(t('preview'), h('p', { class: 'muted' }, t('preview.about')), seen))),
      h('div', { class: 'tiles' }, blocked(blocks), words(muted))),
  };
}

function showPreviews(place, previews) {
  const chosen = place.dataset.chosen ?? previews[0].viewer;
  const choose = (viewer) => {
    place.dataset.chosen = viewer;
    showPreviews(place, previews);
    place.querySelector(`[data-viewer="${viewer}"]`).focus();
  };
  const one = previews.find((some) => some.viewer === chosen);
  put(place,
    h('div', { class: 'row tight', role: 'group', 'aria-label': t('preview.as') }, previews.map(({ viewer }) =>
      h('button', { type: 'button', class: 'chip choice', 'data-viewer': viewer, 'aria-pressed': String(viewer === chosen), onclick: () => choose(viewer) }, t(`viewer.${viewer}`)))),
    h('div', { class: 'preview', 'aria-live': 'polite' }, one.sees
      ? [h('div', { class: 'member-line' }, face({ id: one.sees.user_id, name: one.sees.display_name }), h('span', { class: 'strong' }, one.sees.display_name)), facts(one.sees)]
      : empty(t('preview.nothing'), t(`preview.nothing.${chosen}`))));
}

function blocked(all) {
  return section(t('blocks'), all.length === 0 ? empty(t('blocks.none'), t('blocks.none.next')) : h('ul', { class: 'plain' }, all.map((one) => {
    const item = h('li', { class: 'member-line' }, face({ id: one.user_id, name: one.display_name }), h('span', { class: 'grow' }, one.display_name ?? t('person.hidden')),
      button(t('unblock'), async () => {
        await call('DELETE', `/me/blocks/${one.user_id}`);
        item.remove();
      }, 'quiet small'));
    return item;
  })));
}

function words(all) {
  const list = h('ul', { class: 'plain' });
  const show = (some) => put(list, some.map(({ keyword }) => h('li', { class: 'member-line' }, h('span', { class: 'grow' }, keyword), button(t('unmute'), async () => {
    await call('DELETE', `/me/muted-keywords?keyword=${encodeURIComponent(keyword)}`);
    show(await get('/me/muted-keywords'));
  }, 'quiet small'))));
  show(all);
  return section(t('muted-words'), h('p', { class: 'muted' }, t('muted-words.about')), list, form([field(t('muted-words.word'), 'keyword', { required: true })], t('muted-words.add'), async (values, node) => {
    await call('POST', '/me/muted-keywords', { keyword: values.keyword });
    node.reset();
    show(await get('/me/muted-keywords'));
  }, { kind: 'small' }));
}
