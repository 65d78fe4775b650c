// A conversation, live: what was said is read over HTTP, what is being said comes through a socket.

import { h, put } from './dom.js';
import { t } from './words.js';
import { Refused, call, get, hangUp, listen, me, page } from './api.js';
import { button, face, menu, notice, personLink, tellError } from './parts.js';
import { clockTime, day } from './clock.js';
import { reactions } from './posts.js';
import { reporting } from './report.js';

const PAUSE = 1500;
const LONGEST_PAUSE = 20000;
const TYPING_SHOWN = 4000;

/** Gives an element and a way to leave. */
export async function conversation(id) {
  const first = await page(`/conversations/${id}/messages?limit=30`);
  const talk = await get(`/conversations/${id}`);
  const messages = new Map();
  let earlier = first.next;
  let change = talk.changes;
  let socket = null;
  let left = false;
  let pause = PAUSE;
  let typingTimer = 0;
  let lastTyped = 0;

  const list = h('ol', { class: 'messages', 'aria-live': 'polite', 'aria-label': t('chat') });
  const none = h('p', { class: 'muted centred-text' }, t('chat.none'));
  const older = button(t('chat.older'), async () => {
    const before = scroller.scrollHeight;
    const following = await page(earlier);
    earlier = following.next;
    take(following.items);
    scroller.scrollTop += scroller.scrollHeight - before;
  }, 'quiet small');
  const typing = h('p', { class: 'typing muted small', 'aria-live': 'polite' });
  const status = h('p', { class: 'chat-status small' }, t('chat.connecting'));
  const scroller = h('div', { class: 'chat-scroll', tabindex: '0', role: 'region', 'aria-label': t('chat') }, older, none, list);
  const words = h('textarea', { rows: 1, name: 'body', 'aria-label': t('chat.write'), placeholder: t('chat.write'), maxlength: 2000,
    oninput: () => {
      if (socket?.readyState === WebSocket.OPEN && Date.now() - lastTyped > 2500) {
        lastTyped = Date.now();
        socket.send('{"type":"typing"}');
      }
    },
    onkeydown: (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        sender.requestSubmit();
      }
    } });
  const sender = h('form', { class: 'chat-send', onsubmit: async (event) => {
    event.preventDefault();
    const body = words.value;
    if (!body.trim()) {
      return;
    }
    words.value = '';
    try {
      take([await call('POST', `/conversations/${id}/messages`, { body })]);
      toEnd();
    } catch (error) {
      words.value = body;
      await tellError(error);
    }
  } }, words, h('button', { class: 'button main', type: 'submit' }, t('chat.send')));

  function item(message) {
    if (message.is_gone) {
      return h('li', { class: 'message gone', 'data-number': message.number }, h('p', { class: 'muted small' }, t('chat.gone')));
    }
    const isMine = message.sender?.id === me();
    const answered = message.reply_to ? [...messages.values()].find((one) => one.message.id === message.reply_to)?.message : null;
    return h('li', { class: `message${isMine ? ' own' : ''}`, 'data-number': message.number },
      face(message.sender, 'small'),
      h('div', { class: 'bubble' },
        h('div', { class: 'message-head small' }, personLink(message.sender), h('time', { class: 'muted', datetime: message.sent_at, title: day(message.sent_at) }, clockTime(message.sent_at)), message.is_edited && h('span', { class: 'muted' }, t('edited')),
          menu(t('menu.message'), [isMine ? [t('delete'), () => call('DELETE', `/messages/${message.id}`).then(() => take([{ ...message, is_gone: true }]))] : reporting('message', message.id)])),
        answered && !answered.is_gone && h('p', { class: 'quoted small' }, `${answered.sender?.name ?? ''}: ${answered.body}`),
        h('p', { class: 'said', dir: 'auto' }, message.body),
        message.reactions.length > 0 && reactions(`/messages/${message.id}`, message.reactions)));
  }

  function take(some) {
    for (const message of [...some].sort((one, another) => one.number - another.number)) {
      const known = messages.get(message.number);
      if (known && known.message.change > message.change) {
        continue;
      }
      const node = item(message);
      if (known) {
        known.node.replaceWith(node);
      } else {
        const after = [...list.children].find((one) => Number(one.dataset.number) > message.number);
        list.insertBefore(node, after ?? null);
      }
      messages.set(message.number, { message, node });
    }
    none.hidden = messages.size > 0;
    older.hidden = earlier === null;
  }

  const atEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
  const toEnd = () => {
    scroller.scrollTop = scroller.scrollHeight;
  };

  async function markRead() {
    const last = Math.max(0, ...messages.keys());
    if (last > 0 && document.visibilityState === 'visible') {
      await call('PUT', `/conversations/${id}/read`, { number: last }).catch(() => null);
    }
  }

  async function catchUp(after, upTo) {
    let from = after;
    while (from < upTo && !left) {
      const missed = await get(`/conversations/${id}/changes?after=${from}&limit=50`);
      take(missed.messages);
      if (missed.up_to <= from) {
        break;
      }
      from = missed.up_to;
    }
    change = Math.max(change, upTo);
  }

  function open() {
    if (left) {
      return;
    }
    socket = listen(`/conversations/${id}/live?after=${change}`);
    socket.addEventListener('message', async (event) => {
      const frame = JSON.parse(event.data);
      const wasAtEnd = atEnd();
      if (frame.type === 'ready') {
        pause = PAUSE;
        put(status, t('chat.live'));
        status.dataset.live = 'true';
      } else if (frame.type === 'changes') {
        take(frame.messages);
        change = frame.change;
        put(typing);
        markRead();
      } else if (frame.type === 'gap') {
        await catchUp(frame.after, frame.change);
      } else if (frame.type === 'typing' && frame.person.id !== me()) {
        put(typing, t('chat.typing', { name: frame.person.name ?? t('person.hidden') }));
        clearTimeout(typingTimer);
        typingTimer = setTimeout(() => put(typing), TYPING_SHOWN);
      }
      if (wasAtEnd) {
        toEnd();
      }
    });
    socket.addEventListener('close', (event) => {
      delete status.dataset.live;
      if (left) {
        return;
      }
      if (event.code === 4404) {
        put(status, t('chat.no-more'));
        sender.hidden = true;
        return;
      }
      put(status, t('chat.again'));
      // Asked first, so that a token that has expired is replaced.
      setTimeout(() => get(`/conversations/${id}`).catch(() => null).then(open), pause);
      pause = Math.min(LONGEST_PAUSE, pause * 2);
    });
  }

  take(first.items);
  open();
  markRead();
  const node = h('div', { class: 'chat card' }, status, scroller, typing, sender);
  requestAnimationFrame(toEnd);
  return {
    node,
    leave: () => {
      left = true;
      if (socket) {
        hangUp(socket);
      }
    },
  };
}

/** The same, or why there is none. */
export async function conversationOrWhy(id) {
  try {
    return await conversation(id);
  } catch (error) {
    if (error instanceof Refused && error.status === 404) {
      return { node: notice('', t('chat.members-only'), t('chat.members-only.next')), leave: () => {} };
    }
    throw error;
  }
}
