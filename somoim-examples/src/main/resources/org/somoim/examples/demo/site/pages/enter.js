// Coming in: logging in, signing up, a new password, and the demo's letterbox.

import { h, put } from '../dom.js';
import { t } from '../words.js';
import { call, demo, logIn } from '../api.js';
import { button, empty, face, field, form, link, notice, tell } from '../parts.js';
import { emblem } from '../table.js';
import { shortTime } from '../clock.js';

export default async function enter({ parts, query, state, signedInChanged }) {
  const then = query.get('then') ?? '/';
  const come = async (email, password) => {
    await logIn(email, password);
    await signedInChanged();
    location.hash = then.startsWith('/enter') ? '#/' : `#${then}`;
  };
  const [title, node] = parts[0] === 'sign-up' ? signUp(state)
    : parts[0] === 'forgotten' ? forgotten(state)
      : parts[0] === 'letters' ? await letters(query.get('to') ?? '')
        : entrance(state, come);
  return { title, node: h('div', { class: 'enter' }, aside(), h('div', { class: 'enter-main' }, node)) };
}

function aside() {
  const signs = ['hiking', 'books', 'pottery', 'choir', 'games', 'night', 'garden', 'runners', 'tea'];
  return h('div', { class: 'enter-aside', 'aria-hidden': 'true' },
    h('div', { class: 'enter-emblems' }, signs.map((one) => emblem(one, 'large'))),
    h('p', { class: 'enter-words' }, t('enter.words')));
}

function entrance(state, come) {
  return [t('enter.title'), [
    h('h1', { tabindex: '-1' }, t('enter.title')),
    h('p', { class: 'lead' }, t('enter.lead')),
    state.demo && h('section', { class: 'logins', 'aria-label': t('enter.try') },
      h('h2', { class: 'small-head' }, t('enter.try')),
      state.demo.logins.map((one) => button([face({ id: one.email, name: one.name }), h('span', { class: 'login-words' },
        h('strong', {}, one.name), h('span', { class: 'muted small' }, t(`enter.as.${one.role}`)))], () => come(one.email, one.password), 'login'))),
    form([
      field(t('email'), 'email', { type: 'email', autocomplete: 'username', required: true }),
      field(t('password'), 'password', { type: 'password', autocomplete: 'current-password', required: true }),
    ], t('enter.go'), (values) => come(values.email.trim(), values.password)),
    h('div', { class: 'row' }, link(t('sign-up'), '#/enter/sign-up', 'quiet'), link(t('forgotten'), '#/enter/forgotten', 'quiet')),
  ]];
}

function signUp(state) {
  const place = h('div', {});
  put(place, form([
    field(t('display-name'), 'display_name', { autocomplete: 'nickname', required: true }, t('display-name.hint')),
    field(t('email'), 'email', { type: 'email', autocomplete: 'username', required: true }, t('email.hint')),
    field(t('password'), 'password', { type: 'password', autocomplete: 'new-password', required: true }, t('password.hint')),
  ], t('sign-up.go'), async (values) => {
    await call('POST', '/accounts', { email: values.email.trim(), password: values.password, display_name: values.display_name });
    put(place, notice('good', t('sign-up.sent'), t('sign-up.sent.next', { email: values.email.trim() })), confirmForm(),
      state.demo && link(t('letters.open'), `#/enter/letters?to=${encodeURIComponent(values.email.trim())}`, 'quiet'));
  }));
  return [t('sign-up'), [h('h1', { tabindex: '-1' }, t('sign-up')), h('p', { class: 'lead' }, t('sign-up.lead')), place,
    link(t('enter.instead'), '#/enter', 'quiet')]];
}

function confirmForm(secret = '') {
  return form([field(t('secret'), 'secret', { value: secret, autocomplete: 'one-time-code', required: true }, t('secret.hint'))], t('confirm'), async (values) => {
    await call('POST', '/confirmations', { secret: values.secret.trim() });
    tell(t('confirmed'));
    location.hash = '#/enter';
  });
}

function forgotten(state) {
  const place = h('div', {});
  put(place, form([field(t('email'), 'email', { type: 'email', autocomplete: 'username', required: true })], t('forgotten.go'), async (values) => {
    await call('POST', '/password-resets', { email: values.email.trim() });
    put(place, notice('good', t('forgotten.sent'), t('forgotten.sent.next')),
      form([
        field(t('secret'), 'secret', { required: true, autocomplete: 'one-time-code' }, t('secret.hint')),
        field(t('password.new'), 'password', { type: 'password', autocomplete: 'new-password', required: true }, t('password.hint')),
      ], t('save'), async (chosen) => {
        await call('PUT', '/password-resets', { secret: chosen.secret.trim(), new_password: chosen.password });
        tell(t('forgotten.done'));
        location.hash = '#/enter';
      }),
      state.demo && link(t('letters.open'), `#/enter/letters?to=${encodeURIComponent(values.email.trim())}`, 'quiet'));
  }));
  return [t('forgotten'), [h('h1', { tabindex: '-1' }, t('forgotten')), h('p', { class: 'lead' }, t('forgotten.lead')), place, link(t('enter.instead'), '#/enter', 'quiet')]];
}

/** What a real host would have sent. The longest word of a letter is its secret. */
async function letters(to) {
  const found = (await demo(`letters?to=${encodeURIComponent(to)}`)) ?? [];
  return [t('letters'), [
    h('h1', { tabindex: '-1' }, t('letters')),
    h('p', { class: 'lead' }, t('letters.lead', { to })),
    found.length === 0 ? empty(t('letters.none'), t('letters.none.next')) : found.map((letter) => {
      const secret = letter.text.split(/\s+/).find((word) => /^[\w-]{30,}$/.test(word));
      return h('section', { class: 'card letter' }, h('p', { class: 'muted small' }, shortTime(new Date(letter.written_at).toISOString())),
        h('pre', {}, letter.text), secret && confirmForm(secret));
    }),
    link(t('enter.instead'), '#/enter', 'quiet'),
  ]];
}
