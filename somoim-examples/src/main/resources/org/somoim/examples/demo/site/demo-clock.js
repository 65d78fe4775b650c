// The demo's clock, which can be set forward: reminders come, offers expire, epochs begin.

import { h, put } from './dom.js';
import { t } from './words.js';
import { demo } from './api.js';
import { now, setNow, shortTime } from './clock.js';
import { button, icon, tell } from './parts.js';

const HOUR = 60;
const STEPS = [
  [HOUR, 'clock.hour'],
  [6 * HOUR, 'clock.hours'],
  [24 * HOUR, 'clock.day'],
  [3 * 24 * HOUR, 'clock.days'],
  [7 * 24 * HOUR, 'clock.week'],
  [30 * 24 * HOUR, 'clock.month'],
  [92 * 24 * HOUR, 'clock.quarter'],
];

export function clockPart(state, afterwards) {
  const chosen = h('output', { for: 'clock-slider', class: 'clock-chosen' }, t(STEPS[2][1]));
  const slider = h('input', {
    type: 'range', id: 'clock-slider', min: 0, max: STEPS.length - 1, step: 1, value: 2,
    'aria-valuetext': t(STEPS[2][1]),
    oninput: () => {
      const words = t(STEPS[Number(slider.value)][1]);
      put(chosen, words);
      slider.setAttribute('aria-valuetext', words);
    },
  });
  return h('details', { class: 'demo-clock' },
    h('summary', {}, icon('clock'), h('span', {}, shortTime(now().toISOString()))),
    h('div', { class: 'stack' },
      h('p', { class: 'hint' }, t('clock.about')),
      h('label', { for: 'clock-slider' }, t('clock.label')),
      slider,
      h('div', { class: 'row' }, chosen, button(t('clock.go'), async () => {
        const next = await demo('clock', { minutes: STEPS[Number(slider.value)][0] });
        if (next === null) {
          tell(t('clock.too-far'), 'bad');
          return;
        }
        state.demo = next;
        setNow(next.now);
        tell(t('clock.done', { now: shortTime(next.now) }));
        await afterwards();
      }, 'small'))));
}
