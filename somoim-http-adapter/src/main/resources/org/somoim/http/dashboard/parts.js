// Parts of pages. Text becomes text and nothing else: there is no way in here for markup.

import {Refused} from './calls.js';
import {t, number} from './words.js';

/** An element. Functions among the attributes listen; null ones are left out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, String(value));
    }
  }
  element.append(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Says something to everyone, also to those who listen to the page. */
export function say(text) {
  const place = document.querySelector('.said');
  place.textContent = text;
  place.classList.toggle('on', text !== '');
  clearTimeout(say.later);
  say.later = setTimeout(() => place.classList.remove('on'), 6_000);
}

/** What went wrong, and what to do next. */
export function told(error) {
  if (!(error instanceof Refused)) {
    return t('error.unexpected');
  }
  const key = `error.${error.code}`;
  const known = t(key);
  return known === key ? error.message || t('error.unexpected') : known;
}

export const failure = (error, again) =>
  h('div', {class: 'failure', role: 'alert'}, h('p', {}, told(error)), again ? h('button', {type: 'button', click: again}, t('again')) : null);

export const empty = (text) => h('p', {class: 'empty'}, text);

/** @param title its words, or a list of them and of what stands beside, such as a link to a file */
export function card(title, ...content) {
  const [name, ...beside] = [title].flat();
  return h('section', {class: 'card'}, h('div', {class: 'over'}, h('h2', {}, name), ...beside), ...content);
}

export const badge = (text, mood = '') => h('span', {class: `badge ${mood}`}, text);

export const figure = (name, value, mood = '') =>
  h('div', {class: `figure ${mood}`}, h('dt', {}, name), h('dd', {}, typeof value === 'number' ? number(value) : value));

export const figures = (...all) => h('dl', {class: 'figures'}, ...all);

/** The end of an id, which is enough to tell things apart; all of it on hover and for those who listen. */
export const short = (id) => (id ? h('code', {title: id, 'aria-label': id}, id.slice(-8)) : '');

/** Somebody, with a way to what was done by them and to them for those who may see it. */
export const person = (desk, id) =>
  id && desk.isAdmin ? h('a', {href: `#/audit/${id}`, title: t('person.trail')}, short(id)) : short(id);

/**
 * A table that scrolls by itself where it is too wide.
 * @param columns [title, row => cell, 'number' for numbers]
 */
export function table(title, columns, rows, nothing) {
  if (rows.length === 0) {
    return empty(nothing);
  }
  return h('div', {class: 'wide', role: 'region', tabindex: 0, 'aria-label': title},
    // Said once more in roles, as narrow screens show each row as a list of its own.
    h('table', {class: 'rows', role: 'table'},
      h('caption', {class: 'unseen'}, title),
      h('thead', {role: 'rowgroup'}, h('tr', {role: 'row'}, columns.map(([name, , kind]) =>
        h('th', {scope: 'col', role: 'columnheader', class: kind ?? ''}, name)))),
      h('tbody', {role: 'rowgroup'}, rows.map((row) =>
        h('tr', {role: 'row'}, columns.map(([name, cell, kind]) => {
          const shown = cell(row) ?? '';
          const isNothing = shown === '' || shown === '–';
          return h('td', {role: 'cell', class: `${kind ?? ''} ${isNothing ? 'nothing' : ''}`, 'data-name': name}, h('div', {}, shown));
        }))))));
}

/** A table of a list that goes on. @param load cursor => {rows, next} */
export function list(title, columns, load, nothing) {
  const place = h('div', {});
  let all = [];
  async function more(cursor) {
    try {
      const {rows, next} = await load(cursor);
      all = [...all, ...rows];
      const further = next
        ? h('button', {type: 'button', class: 'more', click: (event) => { event.target.disabled = true; more(next); }}, t('more'))
        : null;
      place.replaceChildren(...[table(title, columns, all, nothing), further].filter(Boolean));
    } catch (error) {
      place.append(failure(error, (event) => { event.target.parentElement.remove(); more(cursor); }));
    }
  }
  place.append(h('p', {class: 'busy'}, t('loading')));
  more(null);
  return place;
}

/** A table of what is there already, some at a time. */
export const some = (title, columns, rows, nothing, many = 15) => list(title, columns, async (from) => {
  const end = Number(from ?? 0) + many;
  return {rows: rows.slice(Number(from ?? 0), end), next: end < rows.length ? end : null};
}, nothing);

/** A button that does something once at a time, and tells what came of it. @param sure asked first, or null */
export function deed(text, does, {kind = '', sure = null, disabled = false} = {}) {
  const button = h('button', {type: 'button', class: kind, disabled, click: async () => {
    if (sure !== null && !confirm(sure)) {
      return;
    }
    button.disabled = true;
    button.setAttribute('aria-busy', 'true');
    try {
      await does();
    } catch (error) {
      say(told(error));
    } finally {
      button.disabled = false;
      button.removeAttribute('aria-busy');
    }
  }}, text);
  return button;
}

let fields = 0;

/** A field with its label. @param control such as an input */
export function field(label, control, hint = null) {
  fields++;
  control.id = `field-${fields}`;
  const help = hint === null ? null : h('small', {id: `hint-${fields}`}, hint);
  if (help !== null) {
    control.setAttribute('aria-describedby', help.id);
  }
  return h('div', {class: 'field'}, h('label', {for: control.id}, label), control, help);
}

export const choice = (options, chosen) =>
  h('select', {}, options.map(([value, text]) => h('option', {value, selected: value === chosen}, text)));

/** The same list as a file for spreadsheets. */
export const csv = (name) => h('a', {class: 'file', href: `tables/${name}.csv`, download: `somoim-${name}.csv`}, t('csv'));

const EVERY = 30_000;

/**
 * Shows what comes of a promise, or what went wrong.
 * @param desk given, it looks again and again while the page is open, unless somebody is about to use what is there
 */
export function later(make, desk = null) {
  const place = h('div', {class: 'later'}, h('p', {class: 'busy'}, t('loading')));
  const run = () => make().then(
    (content) => place.replaceChildren(...[content].flat(9).filter(Boolean)),
    (error) => place.replaceChildren(failure(error, run)));
  run();
  if (desk !== null) {
    const timer = setInterval(() => {
      if (!document.hidden && !place.contains(document.activeElement)) {
        run();
      }
    }, EVERY);
    desk.onLeave(() => clearInterval(timer));
  }
  return place;
}
