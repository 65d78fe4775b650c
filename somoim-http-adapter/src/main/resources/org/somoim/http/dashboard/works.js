// How the library works: audit trail, facts and listeners, jobs, the store underneath, and numbers.

import {get, page, post} from './calls.js';
import {badge, card, csv, deed, empty, field, h, later, list, person, say, short, some, table} from './parts.js';
import {line, ranked} from './plots.js';
import {ago, named, number, span, t, time} from './words.js';

const EVERY = 10_000;
const MOST_SAMPLES = 60;

/** @param id of somebody to whom something was done, or nothing */
export function audit(desk, id) {
  const who = h('input', {maxlength: 36, spellcheck: 'false'});
  const about = h('input', {maxlength: 36, spellcheck: 'false', value: id ?? ''});
  const place = h('div', {});
  const columns = [
    [t('audit.number'), (one) => number(one.number), 'number'],
    [t('audit.when'), (one) => time(one.created_at)],
    [t('audit.deed'), (one) => named('deed', one.deed)],
    [t('audit.who'), (one) => (one.who === 'PERSON' ? person(desk, one.who_id) : named('who', one.who))],
    [t('audit.about'), (one) => person(desk, one.about_id)],
    [t('audit.thing'), (one) => short(one.thing_id)],
  ];
  const search = () => {
    const asked = new URLSearchParams();
    if (who.value.trim()) {
      asked.set('who', who.value.trim());
    }
    if (about.value.trim()) {
      asked.set('about', about.value.trim());
    }
    const query = asked.toString();
    place.replaceChildren(list(t('page.audit'), columns, (cursor) => page(`/admin/audit${query ? `?${query}` : ''}`, cursor, 25), t('audit.empty')));
  };
  search();
  const found = h('div', {});
  return [
    h('div', {class: 'head'}, h('h1', {}, t('page.audit')), csv('audit'), deed(t('audit.verify'), async () => {
      const walk = await get('/admin/audit/verification');
      found.replaceChildren(h('p', {},
        badge(t(walk.intact ? 'intact' : 'broken'), walk.intact ? 'good' : 'bad'), ' ',
        walk.intact ? t('audit.intact', number(walk.entries)) : t('audit.broken', number(walk.broken_at), named('flaw', walk.flaw))));
      say(t(walk.intact ? 'intact' : 'broken'));
    }, {kind: 'main'})),
    found,
    card(t('audit.search'), h('form', {submit: (event) => { event.preventDefault(); search(); }},
      h('div', {class: 'pair'}, field(t('audit.who'), who, t('audit.id-hint')), field(t('audit.about'), about, t('audit.id-hint'))),
      h('button', {type: 'submit'}, t('search')))),
    card(t('audit.entries'), place),
  ];
}

/** Looks again and again while the page is open, and draws what it saw. */
function watched(desk, look, draw) {
  const place = h('div', {}, h('p', {class: 'busy'}, t('loading')));
  const samples = [];
  const sample = async () => {
    try {
      samples.push({at: new Date(), found: await look()});
      samples.splice(0, Math.max(0, samples.length - MOST_SAMPLES));
      if (place.contains(document.activeElement)) {
        return;
      }
      const open = place.querySelector('details')?.open;
      place.replaceChildren(...[draw(samples)].flat(9).filter(Boolean));
      if (open) {
        place.querySelector('details').open = true;
      }
    } catch {
      // What is there stays; the next look may go well again.
    }
  };
  sample();
  const timer = setInterval(sample, EVERY);
  desk.onLeave(() => clearInterval(timer));
  return place;
}

const clock = (at) => at.toTimeString().slice(0, 8);

export function facts(desk) {
  const listening = later(async () => table(t('listeners'), [
    [t('listener.name'), (one) => one.name],
    [t('listener.behind'), (one) => (one.behind > 0 ? badge(number(one.behind), 'warn') : badge('0', 'good')), 'number'],
    [t('listener.since'), (one) => (one.waiting_since ? span((Date.now() - new Date(one.waiting_since)) / 60_000) : '–')],
    [t('listener.failures'), (one) => (one.failures > 0 ? badge(number(one.failures), 'bad') : '0'), 'number'],
    [t('listener.retry'), (one) => (one.retry_at ? time(one.retry_at) : '–')],
    [t('listener.position'), (one) => number(one.position), 'number'],
  ], await get('/admin/listeners'), t('listeners.empty')), desk);
  const aside = later(async () => table(t('set-aside'), [
    [t('listener.name'), (one) => one.listener],
    [t('fact.name'), (one) => one.fact ?? t('fact.gone')],
    [t('fact.position'), (one) => number(one.position), 'number'],
    [t('fact.error'), (one) => h('code', {}, one.error)],
    [t('listener.failures'), (one) => number(one.failures), 'number'],
    [t('fact.since'), (one) => ago(one.since)],
    ...(desk.may('admin') ? [[t('fact.retry'), (one) => deed(t('fact.retry'), async () => {
      await post('/admin/set-aside-facts/retry', {listener: one.listener, position: one.position});
      say(t('done'));
      desk.redraw();
    })]] : []),
  ], await get('/admin/set-aside-facts'), t('set-aside.empty')));
  return [
    h('div', {class: 'head'}, h('h1', {}, t('page.facts')), deed(t('refresh'), async () => desk.redraw())),
    card([t('listeners'), csv('listeners')], listening,
      watched(desk, () => get('/admin/listeners'), (samples) => samples.length < 2 ? h('p', {class: 'soft'}, t('numbers.soon')) : line(t('listeners.plot'), t('listener.behind'),
        samples.map(({at, found}) => ({name: clock(at), value: Math.max(0, ...found.map(({behind}) => behind))}))))),
    card([t('set-aside'), csv('set-aside-facts')], h('p', {class: 'soft'}, t('set-aside.why')), aside),
    card([t('facts.log'), csv('facts')], h('p', {class: 'soft'}, t('facts.why')), list(t('facts.log'), [
      [t('fact.position'), (one) => number(one.position), 'number'],
      [t('fact.name'), (one) => one.fact],
      [t('fact.at'), (one) => time(one.happened_at)],
    ], (cursor) => page('/admin/facts', cursor), t('facts.empty'))),
  ];
}

export function jobs(desk) {
  return [
    h('div', {class: 'head'}, h('h1', {}, t('page.jobs')), csv('jobs'), deed(t('refresh'), async () => desk.redraw())),
    card(t('jobs.all'), h('p', {class: 'soft'}, t('jobs.why')), later(async () => {
      const all = await get('/admin/jobs');
      return table(t('page.jobs'), [
        [t('job.name'), (one) => one.name],
        [t('job.state'), (one) => (one.error ? badge(t('job.failed'), 'bad') : one.due ? badge(t('job.due'), 'warn') : one.last_at ? badge(t('job.done'), 'good') : badge(t('job.waiting')))],
        [t('job.last'), (one) => (one.last_at ? ago(one.last_at) : t('job.never'))],
        [t('job.count'), (one) => (one.done === undefined ? '' : number(one.done)), 'number'],
        [t('job.took'), (one) => (one.took_millis === undefined ? '' : t('millis', number(one.took_millis))), 'number'],
        ...(all.some(({left}) => left) ? [[t('job.left'), (one) => (one.left ? t('yes') : '')]] : []),
        ...(all.some(({error}) => error) ? [[t('fact.error'), (one) => (one.error ? h('code', {}, one.error) : '')]] : []),
      ], [...all].sort((one, other) => Number(other.due) - Number(one.due)), t('jobs.empty'));
    }, desk)),
  ];
}

function findings(found) {
  return found.sound
    ? h('p', {}, badge(t('sound'), 'good'))
    : h('div', {class: 'failure'}, h('p', {}, t('unsound')), h('ul', {}, found.broken.map((one) => h('li', {}, one.law, ': ', one.where.join(', ')))));
}

export function operations(desk) {
  if (!desk.session.upkeep) {
    return [h('h1', {}, t('page.operations')), card(t('upkeep.none'), empty(t('upkeep.none-why')))];
  }
  const checked = h('div', {});
  const copies = later(async () => table(t('backups'), [
    [t('backup.name'), (one) => h('code', {}, one.copy)],
    [t('backup.at'), (one) => time(one.taken_at)],
    [t('backup.size'), (one) => t('megabytes', number(one.bytes / 1e6, 1)), 'number'],
    ...(desk.may('admin') ? [[t('verify'), (one) => {
      const place = h('div', {});
      return h('div', {}, deed(t('verify'), async () => {
        place.replaceChildren(findings(await post('/admin/backups/verification', {copy: one.copy})));
      }), place);
    }]] : []),
  ], await get('/admin/backups'), t('backups.empty')));
  return [
    h('div', {class: 'head'}, h('h1', {}, t('page.operations'))),
    card(t('store'), h('p', {class: 'soft'}, t('store.why')), desk.may('admin') ? deed(t('store.verify'), async () => {
      checked.replaceChildren(h('p', {class: 'busy'}, t('loading')));
      try {
        checked.replaceChildren(findings(await post('/admin/verification')));
      } catch (error) {
        checked.replaceChildren();
        throw error;
      }
    }, {kind: 'main'}) : null, checked),
    card([t('backups'), csv('backups')], h('p', {class: 'soft'}, t('backups.why')), h('div', {class: 'row'}, desk.may('admin') ? deed(t('backup.take'), async () => {
      await post('/admin/backups');
      say(t('done'));
      desk.redraw();
    }, {kind: 'main'}) : null), copies),
    card([t('migrations'), csv('migrations')], later(async () => some(t('migrations'), [
      [t('migration.version'), (one) => h('code', {}, one.version)],
      [t('migration.what'), (one) => one.what],
      [t('migration.at'), (one) => time(one.at)],
    ], [...await get('/admin/migrations')].reverse(), t('migrations.empty'), 5))),
  ];
}

const counted = (found, metric) => found.filter((one) => one.metric === metric).reduce((sum, one) => sum + one.count, 0);

/** How many each minute, between one look and the next. */
function pace(samples, metric) {
  return samples.slice(1).map(({at, found}, before) => {
    const minutes = (at - samples[before].at) / 60_000;
    return {name: clock(at), value: Math.max(0, counted(found, metric) - counted(samples[before].found, metric)) / minutes};
  });
}

/** What is made of what somebody types, made anew whenever they do. */
function filtered(make) {
  const typed = h('input', {type: 'search', spellcheck: 'false', input: () => place.replaceChildren(make(typed.value.trim().toLowerCase()))});
  const place = h('div', {}, make(''));
  return [field(t('numbers.filter'), typed), place];
}

export function numbers(desk) {
  return [
    h('div', {class: 'head'}, h('h1', {}, t('page.numbers')), csv('numbers')),
    card(t('numbers.trend'), h('p', {class: 'soft'}, t('numbers.why')), watched(desk, () => get('/admin/numbers'), (samples) => {
      if (samples[samples.length - 1].found.length === 0) {
        return empty(t('numbers.elsewhere'));
      }
      return samples.length < 3 ? empty(t('numbers.soon')) : [
        line(t('numbers.changes'), t('numbers.per-minute'), pace(samples, 'somoim.changes')),
        line(t('numbers.questions'), t('numbers.per-minute'), pace(samples, 'somoim.questions')),
      ];
    })),
    card(t('numbers.all'), h('p', {class: 'soft'}, t('numbers.steps')), later(async () => {
      const all = await get('/admin/numbers');
      const refusals = all.filter((one) => one.metric === 'somoim.http.refusals').sort((one, other) => other.count - one.count).slice(0, 8);
      return [
        refusals.length === 0 ? null : ranked(t('numbers.refusals'), t('numbers.count'), refusals.map((one) => ({name: one.tags.replace(/^[^=]*=/, ''), value: one.count}))),
        filtered((typed) => some(t('numbers.all'), [
          [t('numbers.metric'), (one) => one.metric],
          [t('numbers.tags'), (one) => one.tags],
          [t('numbers.count'), (one) => number(one.count), 'number'],
          [t('numbers.mean'), (one) => (one.total_millis > 0 ? t('millis', number(one.total_millis / Math.max(1, one.count), 2)) : ''), 'number'],
          [t('numbers.longest'), (one) => (one.longest_millis > 0 ? t('millis', number(one.longest_millis, 1)) : ''), 'number'],
        ], all.filter((one) => one.count > 0 && `${one.metric} ${one.tags}`.includes(typed)), typed ? t('numbers.none') : t('numbers.elsewhere'), 25)),
      ];
    })),
  ];
}
