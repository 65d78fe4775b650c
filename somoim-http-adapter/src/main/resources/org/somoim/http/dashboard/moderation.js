// Due process: the queue, one case, what a second person decides, appeals, and who is restricted.

import {get, page, post} from './calls.js';
import {badge, card, choice, csv, deed, empty, field, figure, figures, h, later, list, person, say, short, some, table} from './parts.js';
import {ranked} from './plots.js';
import {ago, named, number, t, time} from './words.js';

const GROUNDS = ['SPAM', 'SCAM', 'HARASSMENT', 'HATE', 'MISINFORMATION', 'SELF_HARM', 'PRIVACY_LEAK', 'ILLEGAL', 'OTHER'];
const ON_THINGS = ['NUDGE', 'LABEL', 'LIMIT', 'LOCK', 'HOLD', 'HIDE', 'REMOVE'];
const ON_PEOPLE = ['RATE_LIMIT', 'MUTE', 'SUSPEND', 'GROUP_BAN', 'BAN'];
const ENDING = ['RATE_LIMIT', 'MUTE', 'SUSPEND'];

/** Of a case, or of a measure, whose kind is another one. */
const subject = (one) => [named('subject', one.subject_kind ?? one.kind), ' ', short(one.subject_id)];
/** Nothing where no detector said anything. */
const percent = (millionths) => (millionths > 0 ? `${number(millionths / 10_000)} %` : '–');
const weight = (thousandths) => (thousandths > 0 ? number(thousandths / 1_000, 2) : '–');

const measureColumns = (desk) => [
  [t('measure.kind'), (one) => badge(named('measure', one.kind), one.kind === 'BAN' || one.kind === 'SUSPEND' ? 'bad' : '')],
  [t('measure.about'), subject],
  [t('measure.person'), (one) => person(desk, one.person_id)],
  [t('case.ground'), (one) => named('ground', one.ground)],
  [t('measure.rule'), (one) => one.rule],
  [t('measure.state'), (one) => badge(named('state', one.state), one.state === 'PROPOSED' ? 'warn' : '')],
  [t('measure.decided'), (one) => time(one.decided_at)],
  [t('measure.until'), (one) => (one.until ? time(one.until) : t('measure.for-good'))],
];

export function queue(desk) {
  const open = later(async () => {
    const cases = await get('/cases');
    return some(t('page.queue'), [
      [t('case.about'), (one) => h('a', {href: `#/case/${one.id}`}, subject(one))],
      [t('case.ground'), (one) => named('ground', one.ground)],
      [t('case.probability'), (one) => percent(one.probability), 'number'],
      [t('case.weight'), (one) => weight(one.weight), 'number'],
      [t('case.status'), (one) => [badge(named('status', one.status)), one.escalated ? [' ', badge(t('case.escalated'), 'warn')] : '']],
      [t('case.held'), (one) => (one.claimed_by ? [holder(desk, one), ' ', t('case.until', time(one.claimed_until))] : t('case.free'))],
      [t('case.opened'), (one) => ago(one.opened_at)],
    ], cases, t('queue.empty'));
  });
  return [
    h('div', {class: 'head'}, h('h1', {}, t('page.queue')), csv('cases'),
      desk.may('moderator') ? deed(t('case.claim-next'), async () => {
        const [claimed] = await post('/cases/next/claim');
        if (claimed) {
          location.hash = `#/case/${claimed.id}`;
        } else {
          say(t('queue.empty'));
        }
      }, {kind: 'main'}) : null),
    card(t('queue.open'), h('p', {class: 'soft'}, t('queue.why')), open),
    card([t('proposals'), csv('proposals')], h('p', {class: 'soft'}, t('proposals.why')), later(() => proposals(desk))),
    card([t('measures'), csv('measures')],
      list(t('measures'), measureColumns(desk), (cursor) => page('/measures', cursor, 20), t('measures.empty'))),
    desk.isAdmin ? card(t('transparency'), h('p', {class: 'soft'}, t('transparency.why')), later(transparency)) : null,
  ];
}

const isMine = (desk, about) => about.claimed_by === desk.me.id;
const holder = (desk, about) => (isMine(desk, about) ? badge(t('case.you')) : short(about.claimed_by));

async function proposals(desk) {
  const waiting = await get('/proposals');
  const decide = (one, how) => deed(t(`proposal.${how}`), async () => {
    await post(`/proposals/${one.id}/${how}`);
    say(t('done'));
    desk.redraw();
  }, {kind: how === 'agree' ? 'main' : '', sure: how === 'agree' ? t('proposal.sure') : null});
  const columns = measureColumns(desk);
  if (desk.may('moderator')) {
    columns.push([t('proposal.decide'), (one) => h('div', {class: 'row'}, decide(one, 'agree'), decide(one, 'disagree'))]);
  }
  return table(t('proposals'), columns, waiting, t('proposals.empty'));
}

async function transparency() {
  const told = await get('/admin/transparency');
  const byGround = GROUNDS.map((ground) => {
    const counts = told.measures.filter((cell) => cell.ground === ground && cell.count !== undefined).map(({count}) => count);
    return {name: named('ground', ground), value: counts.length === 0 ? null : counts.reduce((one, other) => one + other, 0)};
  });
  const known = byGround.filter(({value}) => value !== null);
  return known.length === 0 ? empty(t('transparency.nothing')) : [
    figures(figure(t('transparency.all'), told.all ?? t('withheld'))),
    ranked(t('transparency.plot'), t('transparency.unit'), known),
  ];
}

export function file(desk, id) {
  return [
    h('p', {}, h('a', {href: '#/queue'}, t('case.back'))),
    h('h1', {}, t('case.title')),
    later(async () => whole(desk, await get(`/cases/${encodeURIComponent(id)}`))),
  ];
}

function whole(desk, found) {
  const about = found.about;
  return [
    card(t('case.about'),
      figures(
        figure(t('case.subject'), h('span', {}, subject(about))),
        figure(t('case.ground'), named('ground', about.ground)),
        figure(t('case.status'), named('status', about.status)),
        figure(t('case.probability'), percent(about.probability)),
        figure(t('case.weight'), weight(about.weight)),
        figure(t('case.author'), about.author_id ? person(desk, about.author_id) : t('nobody'))),
      about.claimed_by ? h('p', {}, t('case.held'), ' ', holder(desk, about), ' ', t('case.until', time(about.claimed_until))) : null,
      handles(desk, about)),
    card([t('case.now'), isSame(found) ? badge(t('case.unchanged')) : null], found.now ? said(found.now) : empty(t('case.gone'))),
    found.before.length > 0 && !isSame(found) ? card(t('case.before'), found.before.map(said)) : null,
    card(t('case.complaints'), table(t('case.complaints'), [
      [t('case.ground'), (one) => named('ground', one.ground)],
      [t('case.words'), (one) => one.words],
      [t('case.weight'), (one) => weight(one.weight), 'number'],
      [t('case.trusted'), (one) => (one.trusted ? t('yes') : t('no'))],
      [t('case.opened'), (one) => time(one.created_at)],
    ], found.complaints, t('case.no-complaints'))),
    found.signals.length > 0 ? card(t('case.signals'), table(t('case.signals'), [
      [t('case.detector'), (one) => one.detector],
      [t('case.ground'), (one) => named('ground', one.ground)],
      [t('case.probability'), (one) => percent(one.probability), 'number'],
      [t('case.because'), (one) => one.because.join(' · ')],
    ], found.signals, '')) : null,
    found.measures.length > 0 ? card(t('measures'), table(t('measures'), measureColumns(desk), found.measures, '')) : null,
    desk.may('moderator') && isUndecided(about)
      ? card(t('decide'), isMine(desk, about) ? decision(desk, found) : empty(t('decide.claim-first'))) : null,
  ].filter(Boolean);
}

const isUndecided = (about) => ['OPEN', 'SNOOZED'].includes(about.status);

/** Whether nothing was changed since. */
const isSame = ({now, before}) =>
  Boolean(now) && before.length > 0 && before.every((one) => one.title === now.title && one.body === now.body);

const said = (snapshot) => h('blockquote', {},
  snapshot.title ? h('strong', {}, snapshot.title, '\n') : null, snapshot.body ?? '', h('br', {}), h('small', {}, time(snapshot.said_at)));

function handles(desk, about) {
  if (!desk.may('moderator') || !isUndecided(about)) {
    return null;
  }
  const path = `/cases/${about.id}`;
  const handle = (name, body, kind = '') => deed(t(`case.${name}`), async () => {
    await post(`${path}/${name}`, body);
    say(t('done'));
    desk.redraw();
  }, {kind});
  const version = {version: about.version};
  return h('div', {class: 'row'}, isMine(desk, about) ? [
    handle('dismiss', version),
    handle('snooze', {...version, minutes: 1_440}),
    about.escalated ? null : handle('escalate', version),
    handle('release', version),
  ] : handle('claim', undefined, 'main'));
}

/** A statement of reasons: what is done, on which ground, by which rule, on what facts. */
function decision(desk, found) {
  const about = found.about;
  const kinds = about.kind === 'person' ? ON_PEOPLE : [...ON_THINGS, ...ON_PEOPLE];
  const kind = choice(kinds.map((one) => [one, named('measure', one)]), about.kind === 'person' ? 'MUTE' : 'HIDE');
  const ground = choice(GROUNDS.map((one) => [one, named('ground', one)]), about.ground);
  const rule = h('input', {required: true, maxlength: 255});
  const facts = h('textarea', {required: true, rows: 4, maxlength: 4_000});
  const hours = h('input', {type: 'number', min: 1, max: 8_760, value: 24});
  const kin = h('input', {type: 'checkbox'});
  const length = field(t('decide.hours'), hours, t('decide.hours-hint'));
  const show = () => { length.hidden = !ENDING.includes(kind.value); };
  kind.addEventListener('change', show);
  show();
  const form = h('form', {submit: (event) => event.preventDefault()},
    field(t('measure.kind'), kind),
    length,
    field(t('case.ground'), ground),
    field(t('measure.rule'), rule, t('decide.rule-hint')),
    field(t('measure.facts'), facts, t('decide.facts-hint')),
    found.kin.length > 0 ? field(t('decide.kin', found.kin.length), kin) : null,
    deed(t('decide'), async () => {
      if (!form.reportValidity()) {
        return;
      }
      await post(`/cases/${about.id}/decide`, {
        version: about.version,
        kind: kind.value,
        ground: ground.value,
        rule: rule.value,
        facts: facts.value,
        ...(ENDING.includes(kind.value) ? {minutes: Math.round(Number(hours.value) * 60)} : {}),
        with_kin: kin.checked,
      });
      say(t(kind.value === 'BAN' ? 'decide.second' : 'done'));
      desk.redraw();
    }, {kind: 'main'}));
  return form;
}

export function appeals(desk) {
  return [
    h('div', {class: 'head'}, h('h1', {}, t('page.appeals')), csv('appeals')),
    h('p', {class: 'soft'}, t('appeals.why')),
    later(async () => {
      const {rows, next} = await page('/appeals', null);
      const {rows: known} = await page('/measures', null);
      const measures = new Map(known.map((one) => [one.id, one]));
      if (rows.length === 0) {
        return card(t('appeals.waiting'), empty(t('appeals.empty')));
      }
      return [...rows.map((one) => appeal(desk, one, measures.get(one.measure_id))), next ? h('p', {}, t('appeals.rest')) : null];
    }),
  ];
}

function appeal(desk, one, measure) {
  const answer = h('textarea', {required: true, rows: 3, maxlength: 4_000});
  const until = h('input', {type: 'datetime-local'});
  const judge = (how) => deed(t(`appeal.${how}`), async () => {
    if (!answer.reportValidity()) {
      return;
    }
    if (how === 'reduce' && until.value === '') {
      say(t('appeal.until-missing'));
      return;
    }
    await post(`/appeals/${one.id}/${how}`, {
      words: answer.value,
      ...(how === 'reduce' ? {until: `${new Date(until.value).toISOString().slice(0, 19)}Z`} : {}),
    });
    say(t('done'));
    desk.redraw();
  });
  const canEnd = one.measure_id && (!measure || measure.until || measure.kind === 'BAN');
  return card([t('appeal.of', time(one.filed_at)), h('a', {href: `#/case/${one.case_id}`}, t('appeal.case'))],
    measure
      ? h('p', {}, badge(named('measure', measure.kind)), ' ', named('ground', measure.ground), ' · ', measure.rule)
      : h('p', {}, one.measure_id ? [t('appeal.measure'), ' ', short(one.measure_id)] : [t('appeal.report'), ' ', short(one.report_id)]),
    h('blockquote', {}, one.words),
    desk.may('moderator') ? [
      field(t('appeal.answer'), answer, t('appeal.answer-hint')),
      canEnd ? field(t('appeal.until'), until) : null,
      h('div', {class: 'row'}, judge('uphold'), canEnd ? judge('reduce') : null, judge('overturn')),
    ] : null);
}

export function bans(desk) {
  const columns = measureColumns(desk);
  if (desk.may('admin')) {
    columns.push([t('ban.lift'), (one) => deed(t('ban.lift'), async () => {
      await post(`/admin/restrictions/${one.id}/lift`);
      say(t('done'));
      desk.redraw();
    }, {kind: 'harm', sure: t('ban.sure')})]);
  }
  return [
    h('div', {class: 'head'}, h('h1', {}, t('page.bans')), csv('restrictions')),
    card(t('bans.now'), list(t('bans.now'), columns, (cursor) => page('/admin/restrictions', cursor, 20), t('bans.empty'))),
  ];
}
