// Saying that something is not as it should be: the same few questions, wherever one is.

import { h } from './dom.js';
import { has, t } from './words.js';
import { Refused, call } from './api.js';
import { choices, field, form, modal, notice, tell } from './parts.js';

export const GROUNDS = ['SPAM', 'SCAM', 'HARASSMENT', 'HATE', 'MISINFORMATION', 'SELF_HARM', 'PRIVACY_LEAK', 'ILLEGAL', 'OTHER'];

/** What one can say, for a menu. @param kind as the API calls it, such as forum-post */
export function reporting(kind, id) {
  return [t('report'), () => modal(t('report.title'), (close) => [
    h('p', { class: 'muted' }, t('report.about')),
    form([
      choices(t('report.ground'), 'ground', GROUNDS.map((one) => [one, t(`ground.${one}`)])),
      field(t('report.words'), 'words', { rows: 3, maxlength: 2000 }, t('report.words.hint')),
      h('p', { class: 'hint' }, t('report.danger')),
    ], t('report.send'), async (values) => {
      if (!values.ground) {
        throw new Refused(422, { detail: t('report.choose') });
      }
      await call('POST', '/reports', { kind, id, ground: values.ground, ...(values.words.trim() ? { words: values.words } : {}) });
      close();
      tell(t('report.sent'));
    }),
  ])];
}

/** What was decided about a thing, where it is read. @param why where its author reads the reasons */
export function laidOn(restraints, why) {
  return (restraints ?? []).filter((one) => has(`restraint.${one}`)).map((one) =>
    notice('warn', '', h('p', { class: 'small' }, t(`restraint.${one}`), why && [' ', h('a', { href: why }, t('restraint.why'))])));
}
