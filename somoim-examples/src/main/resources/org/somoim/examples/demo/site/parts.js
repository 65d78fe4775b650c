// What every page is made of.

import { h, newId, put, s } from './dom.js';
import { adviceOn, t } from './words.js';
import { Refused, Unreachable, page } from './api.js';
import { hue } from './table.js';
import { ago, longTime } from './clock.js';

/** A drawing of one line, for the eye only. */
const DRAWN = {
  home: 'M4 11.5 12 5l8 6.5M6.5 10v9h11v-9M10 19v-5h4v5',
  discover: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM20 20l-4-4',
  calendar: 'M5 7h14v12H5zM5 11h14M9 4v4M15 4v4',
  compare: 'M4 19h16M6 19v-4M10 19V9M14 19V6M18 19v-7',
  talk: 'M5 6h14v10H11l-4 3v-3H5z',
  bell: 'M6 16h12l-1.5-2.5V10a4.5 4.5 0 0 0-9 0v3.5zM10.5 19h3',
  shield: 'M12 4l7 2.5V12c0 4-3 6.6-7 8-4-1.4-7-4-7-8V6.5z',
  person: 'M12 12a3.6 3.6 0 1 0 0-7.2 3.6 3.6 0 0 0 0 7.2ZM5 20c.7-3.6 3.4-5.4 7-5.4s6.300 1.800 7 5.400',
  box: 'M4.500 8.500 12 5l7.500 3.500v7.500L12 19.500l-7.500-3.500zM4.500 8.500 12 12l7.500-3.500M12 12v7.500',
  pin: 'M9 4h6l-1 6 3 3H7l3-3zM12 13v7',
  lock: 'M7 11h10v8H7zM9 11V8.500a3 3 0 0 1 6 0V11',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600 7 7M17 17l1.400 1.400M18.400 5.600 17 7M7 17l-1.400 1.400',
  out: 'M10 5H5v14h5M14 8l4 4-4 4M18 12H9',
  clock: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM12 8v4l3 2',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  plus: 'M12 5v14M5 12h14',
  LIKE: 'M8 11v8H5v-8zM8 18.500c3 .800 5.500 1 8 .500 1.500-.300 2.500-4.500 2.800-7 .100-1.200-.500-1.700-1.500-1.700H14c.500-1.800.700-3.300.300-4.500-.500-1.300-1.900-1.100-2.100.200C11.700 8.500 10 10 8 11',
  LOVE: 'M12 19s-7-4.300-7-9.200C5 7.200 6.800 5.500 9 5.500c1.400 0 2.400.800 3 1.900.600-1.100 1.600-1.900 3-1.900 2.200 0 4 1.700 4 4.300C19 14.700 12 19 12 19Z',
  LAUGH: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM8 13h8c-.300 2.300-1.900 3.700-4 3.700S8.300 15.300 8 13ZM8.500 9.800l1.200-.900 1.200.900M13.100 9.800l1.200-.900 1.200.900',
  WOW: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM12 17a1.900 2.200 0 1 0 0-4.400 1.900 2.200 0 0 0 0 4.400ZM9.300 9.500v.600M14.700 9.500v.600',
  SAD: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM9 16c.700-1.200 1.700-1.800 3-1.800s2.300.600 3 1.800M9.300 10v.600M14.700 10v.600',
  THANKS: 'M12 12c-2-1-3-2.500-3-4.200S10.300 5 12 7c1.700-2 3-1 3 .800S14 11 12 12ZM12 12c1-2 2.500-3 4.200-3S19 10.300 17 12c2 1.700 1 3-.800 3S13 14 12 12ZM12 12c-1 2-2.500 3-4.200 3S5 13.700 7 12c-2-1.700-1-3 .800-3S11 10 12 12ZM12 12c.300 3 .300 5-.300 8',
  smile: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM8.800 13.800c.800 1.300 1.900 2 3.200 2s2.400-.700 3.200-2M9.300 9.800v.600M14.700 9.800v.600',
  letter: 'M4 6.500h16v11H4zM4 7l8 6 8-6',
  forum: 'M4 5h11v8H9l-3 2.5V13H4zM17 9h3v8h-2v2.5L15 17h-4v-1.5',
  goals: 'M6 20V4.5M6 5h11l-2.5 3.5L17 12H6',
  scales: 'M12 5v14M8 19h8M6 7l6-1.5L18 7M6 7l-2.5 6h5zM18 7l-2.5 6h5z',
  check: 'M5 12.5l4.5 4.5L19 7.500',
  down: 'M16 13V5h3v8zM16 5.5c-3-.8-5.5-1-8-.5-1.5.3-2.5 4.5-2.8 7-.1 1.2.5 1.7 1.5 1.7H10c-.5 1.800-.7 3.300-.3 4.500.5 1.300 1.900 1.100 2.100-.200.3-2.500 2-4 4.200-5.500',
  spark: 'M12 4v4M12 16v4M4 12h4M16 12h4M6.500 6.500 9 9M15 15l2.500 2.500M17.500 6.500 15 9M9 15l-2.500 2.500',
};

export function icon(name) {
  return s('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true', focusable: 'false' }, s('path', { d: DRAWN[name] }));
}

export function button(words, onclick, kind = '', more = {}) {
  return h('button', { type: 'button', class: `button ${kind}`, onclick: whileBusy(onclick), ...more }, words);
}

export function link(words, href, kind = '') {
  return h('a', { class: `button ${kind}`, href }, words);
}

/** Runs what a button does, which nobody can press again meanwhile. What is refused is told above everything. */
function whileBusy(action) {
  return async (event) => {
    const pressed = event.currentTarget;
    pressed.setAttribute('aria-busy', 'true');
    pressed.disabled = true;
    try {
      await action(event);
    } catch (error) {
      await tellError(error);
    } finally {
      pressed.disabled = false;
      pressed.removeAttribute('aria-busy');
    }
  };
}

/** A round picture of somebody: the first letter of their name in a colour of their own. */
export function face(person, size = '') {
  const name = person?.name ?? person?.display_name ?? '';
  return h('span', { class: `face ${size} ${hue(person?.id ?? person?.user_id ?? name)}`, 'aria-hidden': 'true' }, [...name.trim()][0] ?? '·');
}

/** A name that leads to the person; somebody who is hidden from the reader has none. */
export function personLink(person) {
  if (!person) {
    return h('span', { class: 'muted' }, t('person.gone'));
  }
  return h('a', { class: 'person', href: `#/people/${person.id ?? person.user_id}` }, person.name ?? person.display_name ?? t('person.hidden'));
}

export function when(instant) {
  return h('time', { datetime: instant, title: longTime(instant) }, ago(instant));
}

export function chip(words, kind = '') {
  return h('span', { class: `chip ${kind}` }, words);
}

/** What to show where there is nothing: why, and what to do. */
export function empty(title, words, ...actions) {
  return h('div', { class: 'empty' },
    s('svg', { viewBox: '0 0 120 60', 'aria-hidden': 'true', focusable: 'false' },
      s('circle', { cx: 60, cy: 32, r: 12, class: 'empty-table' }),
      [0, 1, 2, 3, 4, 5].map((index) => {
        const angle = (index / 6) * 2 * Math.PI - Math.PI / 2;
        return s('circle', { cx: 60 + 22 * Math.cos(angle), cy: 32 + 22 * Math.sin(angle), r: 4.5, class: 'empty-seat' });
      })),
    h('p', { class: 'empty-title' }, title),
    words && h('p', {}, words),
    actions.length > 0 && h('div', { class: 'row centred' }, actions));
}

/** A box that says something. Kinds: good, warn, bad. */
export function notice(kind, title, ...words) {
  return h('div', { class: `notice ${kind}` }, title && h('p', { class: 'notice-title' }, title), words.map((one) => (one instanceof Node ? one : h('p', {}, one))));
}

/** What went wrong and what to do next, in words. @param named what a field is called where the reader sees it */
export async function explained(error, named = (name) => name) {
  if (error instanceof Refused) {
    // What is wrong with each field says more than that something is.
    const words = error.errors.length === 0 ? [await adviceOn(error.code, error.detail)] : [];
    for (const one of error.errors) {
      const name = named(fieldOf(one));
      words.push(`${name ? `${name}: ` : ''}${await adviceOn(one.code, one.detail)}`);
    }
    return { title: titleOf(error), words: words.filter((one) => one), code: error.code };
  }
  if (error instanceof Unreachable) {
    return { title: t('error.unreachable'), words: [t('error.unreachable.next')], code: '' };
  }
  console.warn(error);
  return { title: t('error.unexpected'), words: [t('error.unexpected.next')], code: '' };
}

function fieldOf({ pointer }) {
  return (pointer ?? '').split('/').find((part) => part !== '') ?? '';
}

function titleOf(error) {
  if (error.status === 404 || error.status === 410) {
    return t('error.gone');
  }
  if (error.status === 401) {
    return t('error.who');
  }
  if (error.status === 403) {
    return t('error.not-allowed');
  }
  if (error.status === 429) {
    return t('error.slow-down');
  }
  return error.status >= 500 ? t('error.unexpected') : t('error.not-done');
}

export async function errorBox(error, ...actions) {
  return boxOf(await explained(error), actions);
}

function boxOf({ title, words, code }, actions = []) {
  const box = notice('bad', title, ...words, code && h('p', { class: 'code' }, code), actions.length > 0 && h('div', { class: 'row' }, actions));
  box.setAttribute('role', 'alert');
  return box;
}

const tellers = h('div', { class: 'tellers', 'aria-live': 'polite' });

export function tellersPlace() {
  return tellers;
}

/** Says something for a while, over everything else. */
export function tell(words, kind = 'good') {
  const box = h('div', { class: `teller ${kind}` }, h('p', {}, words));
  showForAWhile(box, 5000);
}

export async function tellError(error) {
  const { title, words } = await explained(error);
  showForAWhile(h('div', { class: 'teller bad', role: 'alert' }, h('p', { class: 'notice-title' }, title), words.map((one) => h('p', {}, one))), 12000);
}

function showForAWhile(box, time) {
  box.append(h('button', { type: 'button', class: 'close', 'aria-label': t('close'), onclick: () => box.remove() }, '×'));
  while (tellers.children.length > 2) {
    tellers.firstChild.remove();
  }
  tellers.append(box);
  setTimeout(() => box.remove(), time);
}

/** A labelled field of a form. */
export function field(label, name, more = {}, hint = '') {
  const id = newId(name);
  const { options, ...rest } = more;
  const control = options
    ? h('select', { id, name, ...rest, value: null }, options.map(([value, words]) => h('option', { value, selected: value === more.value }, words)))
    : rest.rows
      ? h('textarea', { id, name, 'aria-describedby': hint ? `${id}-hint` : null, ...rest })
      : h('input', { id, name, type: 'text', 'aria-describedby': hint ? `${id}-hint` : null, ...rest });
  return h('div', { class: 'field' }, h('label', { for: id }, label), control, hint && h('p', { class: 'hint', id: `${id}-hint` }, hint));
}

export function check(label, name, checked, onchange, more = {}) {
  const id = newId(name);
  return h('div', { class: 'check' }, h('input', { type: 'checkbox', id, name, checked, onchange, ...more }), h('label', { for: id }, label));
}

/** One of a few, each with what it means. @param options value, words, and more words if there are any */
export function choices(label, name, options, chosen = null) {
  return h('fieldset', { class: 'choices' }, h('legend', {}, label), options.map(([value, words, about]) => {
    const id = newId(name);
    return h('div', { class: 'check' }, h('input', { type: 'radio', id, name, value, checked: value === chosen }),
      h('label', { for: id }, words, about && h('span', { class: 'hint block' }, about)));
  }));
}

/**
 * A form. What `submit` is given are the values by name; what it throws is explained above the button, beside what was
 * entered, which stays.
 */
export function form(fields, words, submit, { kind = 'main', extra = [] } = {}) {
  const trouble = h('div', { class: 'trouble' });
  const sending = h('button', { class: `button ${kind}`, type: 'submit' }, words);
  const node = h('form', { class: 'form', novalidate: true, onsubmit: async (event) => {
    event.preventDefault();
    if (sending.disabled) {
      return;
    }
    sending.disabled = true;
    put(trouble);
    node.querySelectorAll('[aria-invalid]').forEach((one) => one.removeAttribute('aria-invalid'));
    const values = Object.fromEntries(new FormData(node));
    try {
      await submit(values, node);
    } catch (error) {
      const inForm = (name) => {
        const control = name && node.elements[name];
        control?.setAttribute?.('aria-invalid', 'true');
        return control?.labels?.[0]?.textContent ?? name;
      };
      put(trouble, boxOf(await explained(error, inForm)));
      trouble.scrollIntoView({ block: 'nearest' });
    } finally {
      sending.disabled = false;
    }
  } }, fields, trouble, h('div', { class: 'row' }, sending, extra));
  return node;
}

/** A list that goes on when asked to. */
export function growing(first, show, emptyNode, tag = 'div', kind = 'stack') {
  const list = h(tag, { class: kind }, first.items.map(show));
  let next = first.next;
  const more = button(t('more'), async () => {
    const following = await page(next);
    list.append(...following.items.map(show).filter((one) => one));
    next = following.next;
    more.hidden = next === null;
  }, 'quiet');
  more.hidden = next === null;
  return h('div', { class: 'growing' }, list.children.length > 0 ? list : emptyNode, more);
}

/** Asks before something that cannot be taken back. Gives whether it is to be done. */
export function sure(title, words, action, more = []) {
  return new Promise((resolve) => {
    const dialog = h('dialog', { class: 'dialog', 'aria-labelledby': 'dialog-title', onclose: () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    } },
    h('h2', { id: 'dialog-title' }, title),
    h('p', {}, words),
    more,
    h('div', { class: 'row end' },
      h('button', { type: 'button', class: 'button quiet', onclick: () => dialog.close('no') }, t('cancel')),
      h('button', { type: 'button', class: 'button danger', onclick: () => dialog.close('yes') }, action)));
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** A window over the page, which goes when it is done or given up. @param make is given the way to close it, and gives what is in it */
export function modal(title, make) {
  const label = newId('modal');
  const dialog = h('dialog', { class: 'dialog', 'aria-labelledby': label, onclose: () => dialog.remove() },
    h('div', { class: 'row spread' }, h('h2', { id: label }, title),
      h('button', { type: 'button', class: 'close', 'aria-label': t('close'), onclick: () => dialog.close() }, '×')),
    make(() => dialog.close()));
  document.body.append(dialog);
  dialog.showModal();
}

/** A menu of what one can do with a thing; null entries are left out. */
export function menu(label, entries) {
  const there = entries.filter((one) => one);
  if (there.length === 0) {
    return null;
  }
  const details = h('details', { class: 'menu', onfocusout: (event) => {
    if (!details.contains(event.relatedTarget)) {
      details.open = false;
    }
  }, onkeydown: (event) => {
    if (event.key === 'Escape') {
      details.open = false;
      details.firstChild.focus();
    }
  } },
  h('summary', { 'aria-label': label, title: label }, icon('more')),
  h('div', { class: 'menu-list' }, there.map(([words, action]) => button(words, async (event) => {
    details.open = false;
    await action(event);
  }, 'plain'))));
  return details;
}

/** The head of a page. */
export function head(title, words, ...actions) {
  return h('header', { class: 'page-head' },
    h('div', {}, h('h1', { tabindex: '-1' }, title), words && h('p', { class: 'lead' }, words)),
    actions.length > 0 && h('div', { class: 'row' }, actions));
}

export function card(...children) {
  return h('section', { class: 'card' }, children);
}

export function section(title, ...children) {
  return h('section', { class: 'card' }, h('h2', {}, title), children);
}
