// What is kept of one: to take along, and to have erased.

import { h, put } from '../dom.js';
import { t } from '../words.js';
import { call, file, forget, get, maybe } from '../api.js';
import { button, check, chip, empty, field, form, head, notice, section, sure, tell } from '../parts.js';
import { ago, shortTime } from '../clock.js';

export default async function data({ me, again, signedInChanged }) {
  const [sessions, erasure] = await Promise.all([get('/me/sessions'), get('/me/erasure')]);
  const shown = h('div', {});
  return {
    title: t('nav.data'),
    node: h('div', { class: 'page narrow' }, head(t('nav.data'), t('data.lead')),
      section(t('export'), h('p', {}, t('export.about')),
        h('div', { class: 'row' }, button(t('export.save'), async () => {
          const blob = await file('/me/export');
          const address = URL.createObjectURL(blob);
          const anchor = h('a', { href: address, download: 'somoim-export.json' });
          anchor.click();
          setTimeout(() => URL.revokeObjectURL(address), 60000);
          tell(t('export.saved', { kb: Math.max(1, Math.round(blob.size / 1024)) }));
        }, 'main'), button(t('export.look'), async () => put(shown, summary(JSON.parse(await (await file('/me/export')).text()))))), shown),
      section(t('sessions'), h('p', { class: 'muted' }, t('sessions.about')),
        h('ul', { class: 'plain' }, sessions.map((one) => h('li', { class: 'member-line' }, h('div', { class: 'grow' }, h('span', { class: 'strong' }, one.device ?? t('sessions.unnamed')), h('div', { class: 'muted small' }, t('sessions.used', { when: ago(one.used_at), until: shortTime(one.expires_at) }))),
          button(t('sessions.end'), async () => {
            await call('DELETE', `/me/sessions/${one.id}`);
            await again();
          }, 'quiet small'))))),
      section(t('password.change'), form([
        h('input', { type: 'text', class: 'visually-hidden', name: 'username', autocomplete: 'username', value: me?.email ?? '', tabindex: '-1', 'aria-hidden': 'true' }),
        field(t('password.present'), 'present', { type: 'password', autocomplete: 'current-password', required: true }),
        field(t('password.new'), 'next', { type: 'password', autocomplete: 'new-password', required: true }, t('password.hint')),
      ], t('save'), async (values) => {
        await call('PUT', '/me/password', { present_password: values.present, new_password: values.next });
        tell(t('password.changed'));
      })),
      h('section', { class: 'card danger-zone' }, h('h2', {}, t('erase')), h('p', {}, t('erase.about')),
        h('ul', {}, ['erase.goes', 'erase.groups', 'erase.backups'].map((one) => h('li', {}, t(one)))),
        erasure.length > 0 && notice('warn', t('erase.running'), t(`erasure.${erasure[0].state}`)),
        form([
      h('input', { type: 'text', class: 'visually-hidden', name: 'username', autocomplete: 'username', value: me?.email ?? '', tabindex: '-1', 'aria-hidden': 'true' }),
          check(t('erase.keep'), 'keep', false),
          field(t('password'), 'password', { type: 'password', autocomplete: 'current-password', required: true }, t('erase.password.hint')),
        ], t('erase.go'), async (values) => {
          if (await sure(t('erase.sure'), t('erase.sure.about', { name: me?.profile.display_name ?? '' }), t('erase.go'))) {
            const begun = await call('POST', '/me/erasure', { password: values.password, ...(values.keep ? { keep: ['posts', 'comments'] } : {}) });
            forget();
            await signedInChanged();
            location.hash = `#/enter?erased=${begun.erasure_id}`;
            tell(t('erase.begun'));
          }
        }, { kind: 'danger' }))),
  };
}

function summary(document) {
  const there = document.sections.filter((one) => one.entries.length > 0);
  return h('table', { class: 'plain-table' }, h('caption', {}, t('export.caption', { n: there.reduce((sum, one) => sum + one.entries.length, 0) })),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('export.section')), h('th', { scope: 'col' }, t('export.entries')))),
    h('tbody', {}, there.map((one) => h('tr', {}, h('th', { scope: 'row' }, one.about), h('td', {}, String(one.entries.length))))));
}
