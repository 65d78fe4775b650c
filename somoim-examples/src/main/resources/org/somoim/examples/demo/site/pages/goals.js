// Goals that people share without their names: to be inspired by, to cheer, and one's own.

import { h, put, s } from '../dom.js';
import { language, t, told } from '../words.js';
import { call, get, page } from '../api.js';
import { laidOn, reporting } from '../report.js';
import { button, card, chip, empty, field, form, growing, head, icon, link, menu, notice, section, sure, tell } from '../parts.js';
import { hue } from '../table.js';
import { prose } from '../prose.js';
import { shortDay } from '../clock.js';

const STEPS = 10;
const LEVELS = ['PROGRESS', 'STORY'];
const PARTS = ['goal_description', 'strategy_description', 'tips_and_lessons'];

export default async function goals({ parts, query, again }) {
  const [tab = 'all'] = parts;
  const terms = await get('/goal-terms');
  const made = { all: inspiring, mine: own, share: sharing }[tab];
  return {
    title: t('nav.goals'),
    node: h('div', { class: 'page' },
      head(t('nav.goals'), t('goals.lead'), tab !== 'share' && link([icon('plus'), t('goals.share')], '#/goals/share', 'main')),
      h('nav', { class: 'tabs', 'aria-label': t('nav.goals') }, [['all', '#/goals', 'goals.all'], ['mine', '#/goals/mine', 'goals.mine'], ['share', '#/goals/share', 'goals.share']].map(([name, href, words]) =>
        h('a', { href, 'aria-current': name === tab ? 'page' : null }, t(words)))),
      await made({ terms, query, again })),
  };
}

function named(all, id) {
  const one = all.find((some) => some.id === id);
  return one ? told(one) : id;
}

function sum(amount, currency) {
  return new Intl.NumberFormat(language() === 'ko' ? 'ko-KR' : 'en-GB', { style: 'currency', currency, currencyDisplay: 'narrowSymbol', notation: 'compact', maximumFractionDigits: 1 }).format(amount);
}

function amount(range) {
  return `${sum(range.low, range.currency)}–${sum(range.high, range.currency)}`;
}

function age({ low, high }) {
  return low === 0 ? t('goals.age.under', { high }) : high > 100 ? t('goals.age.over', { low }) : t('goals.age', { low, high });
}

/** How far it has come: a path of ten steps. */
function steps(percent) {
  const done = Math.round(percent / STEPS);
  return h('div', { class: 'steps' },
    s('svg', { viewBox: '0 0 200 18', role: 'img', 'aria-label': t('goals.progress', { percent }) },
      s('line', { x1: 9, y1: 9, x2: 191, y2: 9, class: 'steps-path' }),
      Array.from({ length: STEPS }, (nothing, index) => s('circle', { cx: 10 + index * 20, cy: 9, r: index === STEPS - 1 ? 8 : 5.5, class: index < done ? 'step done' : 'step' }))),
    h('span', { class: 'strong' }, `${percent}%`));
}

async function inspiring({ terms, query }) {
  const asked = Object.fromEntries(['category', 'age', 'area', 'reached'].map((one) => [one, query.get(one) ?? '']));
  const path = new URLSearchParams([...Object.entries(asked).filter(([, value]) => value), ['limit', '12']]);
  const first = await page(`/goal-shares?${path}`);
  const choose = (name) => (event) => {
    const next = new URLSearchParams(Object.entries({ ...asked, [name]: event.target.value }).filter(([, value]) => value));
    location.hash = next.size > 0 ? `#/goals?${next}` : '#/goals';
  };
  const select = (name, words, options) => field(t(words), name, { value: asked[name], options: [['', t('goals.any')], ...options], onchange: choose(name) });
  return h('div', { class: 'stack' },
    h('search', { class: 'filters' },
      select('category', 'goals.category', terms.categories.map((one) => [one.id, told(one)])),
      select('age', 'goals.ages', terms.ages.map((one) => [one.group, age(one)])),
      select('area', 'goals.area', terms.areas.map((one) => [one.id, told(one)])),
      select('reached', 'goals.how-far', [['false', t('goals.on-the-way')], ['true', t('goals.reached')]])),
    growing(first, (one) => shared(one, terms), empty(t('goals.none'), t('goals.none.next'), link(t('goals.share'), '#/goals/share', 'main')), 'div', 'tiles wide-tiles'));
}

/** One goal. Nothing on it says whose it is. */
function shared(one, terms, foot = cheers(one)) {
  const facts = [
    one.target_amount_range && t('goals.target', { amount: amount(one.target_amount_range) }),
    one.user_age_group && age(one.user_age_group),
    one.user_income_range && t('goals.income', { amount: amount(one.user_income_range) }),
    one.user_location_region && named(terms.areas, one.user_location_region),
  ].filter((fact) => fact);
  const words = PARTS.filter((part) => one[part]);
  return h('article', { class: `card goal ${hue(one.goal_category)}`, 'data-goal': one.id },
    h('div', { class: 'row tight' }, h('span', { class: 'goal-mark', 'aria-hidden': 'true' }), h('span', { class: 'small strong' }, named(terms.categories, one.goal_category)), one.is_verified_completion && chip([icon('check'), t('goals.verified')], 'good')),
    h('h2', { class: 'goal-title' }, one.goal_title ?? named(terms.categories, one.goal_category)),
    one.current_progress_percentage !== undefined && steps(one.current_progress_percentage),
    facts.length > 0 && h('p', { class: 'muted small' }, facts.join(' · ')),
    words.map((part) => h('div', {}, part !== 'goal_description' && h('h3', { class: 'small-head' }, t(`goals.${part}`)), prose(one[part]))),
    one.tags?.length > 0 && h('p', { class: 'muted small' }, one.tags.map((tag) => `#${tag}`).join(' ')),
    foot);
}

function cheers(one) {
  const given = new Set(one.given);
  const place = h('div', { class: 'reactions' });
  const sign = (cheer, path, count, drawing, words) => button([icon(drawing), h('span', {}, t(words)), count > 0 && h('span', {}, String(count))], async () => {
    await call(given.has(cheer) ? 'DELETE' : 'PUT', `/goal-shares/${one.id}/${path}`);
    if (given.delete(cheer)) {
      tell(t('goals.taken-back'));
    } else {
      given.add(cheer);
      tell(t('goals.tomorrow'));
    }
    show();
    place.querySelector(`[data-cheer="${cheer}"]`).focus();
  }, `sign${given.has(cheer) ? ' mine' : ''}`, { 'aria-pressed': String(given.has(cheer)), 'data-cheer': cheer });
  const show = () => put(place, sign('INSPIRED', 'inspiration', one.inspiration_votes, 'spark', 'goals.inspired'), sign('LIKE', 'like', one.likes_count, 'LOVE', 'goals.cheer'));
  show();
  return h('div', { class: 'post-foot' }, place, menu(t('menu.goal'), [reporting('goal', one.id)]));
}

async function own({ terms, again }) {
  const all = await get('/me/goal-shares');
  await Promise.all(all.filter((one) => one.restraints.length > 0).map(async (one) => {
    const told = await get(`/me/goal-shares/${one.share.id}/statements`);
    one.why = told.find(({ statement }) => statement.in_force)?.statement.id;
  }));
  return all.length === 0 ? card(empty(t('goals.mine.none'), t('goals.mine.none.next'), link(t('goals.share'), '#/goals/share', 'main')))
    : h('div', { class: 'stack' }, h('p', { class: 'hint' }, t('goals.mine.about')), all.map((one) => ownGoal(one, terms, again)));
}

function ownGoal({ share, seen_so_from: from, withdrawn, restraints, why }, terms, again) {
  const path = `/me/goal-shares/${share.id}`;
  const then = (words, action) => async () => {
    await action();
    tell(t(words));
    await again();
  };
  return shared(share, terms, h('div', { class: 'stack' },
    laidOn(restraints, why && `#/decisions/${why}`),
    h('p', { class: 'muted small' }, t(withdrawn ? 'goals.withdrawn' : 'goals.seen-from', { day: shortDay(`${from}T00:00:00Z`, 'UTC') }), ' · ', t('goals.given', { inspired: share.inspiration_votes, liked: share.likes_count })),
    h('details', {}, h('summary', {}, t('goals.progress.change')), form([
      field(t('goals.progress.now'), 'percent', { type: 'number', min: 0, max: 100, value: share.current_progress_percentage ?? 0 }),
    ], t('save'), async (values) => {
      await call('PUT', `${path}/progress`, { current_progress_percentage: Number(values.percent) });
      tell(t('goals.changed'));
      await again();
    }, { kind: 'small' })),
    h('details', {}, h('summary', {}, t(share.goal_title ? 'goals.story.change' : 'goals.story.write')), story(share, path, again)),
    h('div', { class: 'row' },
      share.current_progress_percentage !== 100 && button(t('goals.reach'), then('goals.reach.done', () => call('PUT', `${path}/completion`, {})), 'small'),
      menu(t('menu.goal'), [
        share.goal_title && [t('goals.story.end'), then('goals.changed', () => call('DELETE', `${path}/story`))],
        [t(withdrawn ? 'goals.show-again' : 'goals.withdraw'), then('goals.changed', () => call(withdrawn ? 'DELETE' : 'PUT', `${path}/withdrawal`))],
        [t('delete'), async () => {
          if (await sure(t('goals.delete'), t('goals.delete.about'), t('delete'))) {
            await then('deleted', () => call('DELETE', path))();
          }
        }],
      ]))));
}

/** Words are shown as they would go out before they do, with every change marked. */
function story(share, path, again) {
  const shown = h('div', { 'aria-live': 'polite' });
  const writing = form([
    field(t('goals.story.title'), 'goal_title', { value: share.goal_title ?? '', maxlength: 100, required: true }),
    PARTS.map((part) => field(t(`goals.${part}`), part, { rows: 3, value: share[part] ?? '', maxlength: 2000 })),
    field(t('ask.tags'), 'tags', { value: (share.tags ?? []).join(', ') }, t('ask.tags.hint')),
  ], t('goals.story.preview'), async (values) => {
    const sent = {
      goal_title: values.goal_title,
      ...Object.fromEntries(PARTS.filter((part) => values[part].trim()).map((part) => [part, values[part]])),
      tags: values.tags.split(',').map((one) => one.trim()).filter((one) => one),
    };
    const preview = await call('POST', `${path}/story/preview`, sent);
    put(shown, h('div', { class: 'preview story-preview' },
      h('h3', {}, t('goals.story.goes')),
      preview.passages.filter((one) => one.text !== undefined || one.marks.length > 0).map(passage),
      button(t('goals.story.publish'), async () => {
        await call('PUT', `${path}/story`, { story: preview.story, proof: preview.proof });
        tell(t('goals.changed'));
        await again();
      }, 'main')));
    shown.scrollIntoView({ block: 'nearest' });
  }, { kind: 'small' });
  return h('div', { class: 'stack' }, h('p', { class: 'hint' }, t('goals.story.about')), writing, shown);
}

function passage(one) {
  return h('div', { class: 'passage' },
    h('p', { class: 'small-head' }, t(`goals.part.${one.part}`)),
    h('p', { class: 'pre', dir: 'auto' }, one.text),
    one.marks.length > 0 && h('p', { class: 'small' }, t('goals.story.hidden', { n: one.marks.length }), ' ', h('span', { class: 'muted' }, one.marks.map((mark) => mark.replacement).join(', '))),
    one.risk !== 'LOW' && notice('warn', t(`risk.${one.risk}`), h('ul', { class: 'bullets small' }, one.signs.map((sign) => h('li', {}, t(`sign.${sign}`))))));
}

async function sharing({ terms }) {
  const [settings, templates, guide] = await Promise.all([get('/me/privacy'), get('/goal-templates'), get('/privacy-guide')]);
  const level = guide.find((one) => one.key === 'goal_sharing_level');
  const category = field(t('goals.category'), 'goal_category', { value: terms.categories[0].id, options: terms.categories.map((one) => [one.id, told(one)]) });
  const asks = h('div', { class: 'hints-place', 'aria-live': 'polite' });
  const wording = (template) => (language() === 'ko' ? template.korean : template.english);
  const begin = (template) => {
    category.querySelector('select').value = template.goal_category;
    put(asks, notice('good', wording(template).title, wording(template).description, h('ul', { class: 'bullets' }, wording(template).ask.map((one) => h('li', {}, one)))));
  };
  return h('div', { class: 'with-aside wide-aside' },
    h('div', { class: 'stack' },
      section(t('goals.begin'), h('p', { class: 'muted' }, t('goals.begin.about')), h('div', { class: 'row chips' }, templates.map((one) => h('button', { type: 'button', class: 'chip choice', onclick: () => begin(one) }, wording(one).title))), asks),
      section(t('goals.share'), form([
        category,
        h('div', { class: 'fields' },
          field(t('goals.amount'), 'target_amount', { inputmode: 'numeric', autocomplete: 'off' }, t('goals.amount.hint', { currency: terms.currency })),
          field(t('goals.progress.now'), 'current_progress_percentage', { type: 'number', min: 0, max: 100, value: 0 })),
        h('div', { class: 'fields' },
          field(t('goals.ages'), 'age', { value: '', options: [['', t('goals.unsaid')], ...terms.ages.map((one) => [String(one.low), age(one)])] }),
          field(t('goals.area'), 'place', { value: '', options: [['', t('goals.unsaid')], ...terms.areas.map((one) => [one.places[0], told(one)])] })),
        field(t('goals.yearly'), 'yearly_income', { inputmode: 'numeric', autocomplete: 'off' }, t('goals.amount.hint', { currency: terms.currency })),
      ], t('goals.share'), async (values) => {
        const number = (text) => (text.trim() ? Number(text.replaceAll(/[,\s]/g, '')) : null);
        const figures = { target_amount: number(values.target_amount), current_progress_percentage: number(values.current_progress_percentage), age: number(values.age), yearly_income: number(values.yearly_income), place: values.place || null };
        // No more exact than what is shown: a range of ages by its beginning, an area by one place of it.
        await call('POST', '/me/goal-shares', { goal_category: values.goal_category, ...Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== null)) });
        tell(t('goals.shared'));
        location.hash = '#/goals/mine';
      }))),
    h('aside', { class: 'stack' },
      section(t('goals.open'), !LEVELS.includes(settings.goal_sharing_level) && notice('warn', '', t('goals.closed')),
        field(t('setting.goal_sharing_level'), 'goal_sharing_level', { value: settings.goal_sharing_level, options: level.choices.map((choice) => [choice, t(`choice.${choice}`)]), onchange: async (event) => {
          await call('PATCH', '/me/privacy', { goal_sharing_level: event.target.value });
          tell(t('saved'));
        } }, told(level)),
        h('p', { class: 'hint' }, t('goals.open.more')), link(t('nav.privacy'), '#/privacy', 'quiet small')),
      section(t('goals.promise'), h('ul', { class: 'bullets' }, ['goals.promise.name', 'goals.promise.ranges', 'goals.promise.day'].map((words) => h('li', {}, t(words)))))));
}
