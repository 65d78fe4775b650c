// Posts with what hangs on them: reactions, comments, and what one may do with them.

import { h, put } from './dom.js';
import { t } from './words.js';
import { call, get, me, page } from './api.js';
import { button, chip, empty, errorBox, face, field, form, icon, menu, personLink, sure, tell, when } from './parts.js';
import { prose } from './prose.js';
import { laidOn, reporting } from './report.js';

const KINDS = ['LIKE', 'LOVE', 'LAUGH', 'WOW', 'SAD', 'THANKS'];

/** Reactions to something at a path: those there are, and a way to add another. */
export function reactions(path, first) {
  const node = h('div', { class: 'reactions' });
  const show = (all) => put(node,
    all.map((one) => sign(one.kind, one.count, one.is_mine)),
    h('details', { class: 'menu react' },
      h('summary', { 'aria-label': t('react'), title: t('react') }, icon('smile')),
      h('div', { class: 'menu-list signs' }, KINDS.map((kind) => sign(kind, null, all.some((one) => one.kind === kind && one.is_mine))))));
  const sign = (kind, count, isMine) => button([icon(KINDS.includes(kind) ? kind : 'smile'), count === null ? null : h('span', {}, String(count))],
    async () => show(await call(isMine ? 'DELETE' : 'PUT', `${path}/reactions/${kind}`)),
    `sign${isMine ? ' mine' : ''}`,
    { 'aria-pressed': String(isMine), 'aria-label': count === null ? t(`reaction.${kind}`) : t('reaction.count', { kind: t(`reaction.${kind}`), n: count }), title: t(`reaction.${kind}`) });
  show(first);
  return node;
}

function byline(author, created, edited) {
  return h('div', { class: 'byline' }, face(author), h('div', {}, personLink(author), h('div', { class: 'muted small' }, when(created), edited && ` · ${t('edited')}`)));
}

/** One post. `group` is shown where posts of several groups stand together. */
export function postCard(first, { group = null, open = false, moderates = false } = {}) {
  const node = h('article', { class: 'post card' });
  const show = (post) => {
    const isMine = post.author.id === me();
    const talk = h('div', { class: 'thread', hidden: true });
    const toggle = h('button', { type: 'button', class: 'button quiet small', 'aria-expanded': 'false', onclick: () => openThread() },
      icon('talk'), h('span', {}, t('comments', { n: post.comments })));
    const openThread = async () => {
      const isOpen = !talk.hidden;
      talk.hidden = isOpen;
      toggle.setAttribute('aria-expanded', String(!isOpen));
      if (!isOpen && talk.children.length === 0) {
        put(talk, await thread(post));
      }
    };
    put(node,
      h('div', { class: 'post-head' },
        byline(post.author, post.created_at, post.edited_at),
        h('div', { class: 'row tight' },
          post.is_pinned && chip([icon('pin'), t('pinned')], 'warm'),
          group && h('a', { class: 'chip', href: `#/groups/${group.id}` }, group.name),
          menu(t('menu.post'), [
            [t('link'), () => { location.hash = `#/posts/${post.id}`; }],
            isMine && [t('edit'), () => put(node, editor(post, show, () => show(post)))],
            (moderates || (isMine && post.page_of)) && [t(post.is_pinned ? 'unpin' : 'pin'), async () => show(await call(post.is_pinned ? 'DELETE' : 'PUT', `/posts/${post.id}/pin`))],
            !isMine && reporting('post', post.id),
            (isMine || moderates) && [t('delete'), async () => {
              if (await sure(t('delete.post'), t('delete.post.about'), t('delete'))) {
                await call('DELETE', `/posts/${post.id}`);
                put(node, h('p', { class: 'muted' }, t('deleted'), ' ', isMine && button(t('undo'), async () => show(await call('POST', `/posts/${post.id}/restore`)), 'quiet small')));
              }
            }],
          ]))),
      post.title && h(open ? 'h1' : 'h3', { class: 'post-title', tabindex: open ? '-1' : null }, open ? post.title : h('a', { href: `#/posts/${post.id}` }, post.title)),
      laidOn(post.restraints, isMine && '#/decisions'),
      prose(post.body),
      h('div', { class: 'post-foot' }, reactions(`/posts/${post.id}`, post.reactions), toggle),
      talk);
    if (open) {
      openThread();
    }
  };
  show(first);
  return node;
}

function editor(post, done, cancel) {
  return form([
    field(t('post.title'), 'title', { value: post.title ?? '', maxlength: 200 }),
    field(t('post.body'), 'body', { rows: 5, value: post.body }),
  ], t('save'), async (values) => {
    done(await call('PATCH', `/posts/${post.id}`, { title: values.title.trim() || null, body: values.body }));
  }, { extra: [button(t('cancel'), cancel, 'quiet')] });
}

/** Where one writes a post. @param path such as /groups/1/posts */
export function composer(path, written) {
  const title = field(t('post.title'), 'title', { maxlength: 200, placeholder: t('post.title.hint') });
  const body = field(t('post.body'), 'body', { rows: 3, placeholder: t('post.body.hint'), required: true });
  const node = h('details', { class: 'card composer' },
    h('summary', {}, icon('plus'), h('span', {}, t('post.write'))),
    form([title, body], t('post.send'), async (values, sent) => {
      const made = await call('POST', path, { ...(values.title.trim() ? { title: values.title.trim() } : {}), body: values.body });
      sent.reset();
      node.open = false;
      tell(t('post.sent'));
      written(made);
    }));
  return node;
}

async function thread(post) {
  try {
    const first = await page(`/posts/${post.id}/comments?limit=50`);
    const list = h('ol', { class: 'comments' });
    const none = h('p', { class: 'muted' }, t('comments.none'));
    const add = (comment) => {
      none.hidden = true;
      const at = comment.parent_id ? list.querySelector(`[data-comment="${CSS.escape(comment.parent_id)}"]`) : null;
      const item = commentItem(post, comment, add);
      if (at) {
        let last = at;
        while (last.nextElementSibling && Number(last.nextElementSibling.dataset.depth) > Number(at.dataset.depth)) {
          last = last.nextElementSibling;
        }
        last.after(item);
      } else {
        list.append(item);
      }
    };
    first.items.forEach(add);
    none.hidden = first.items.length > 0;
    const more = first.next && button(t('more'), async () => {
      const following = await page(first.next);
      following.items.forEach(add);
      more.remove();
    }, 'quiet small');
    return [list, more, none, commentForm(post, null, add)];
  } catch (error) {
    return [await errorBox(error)];
  }
}

function commentForm(post, parent, add) {
  const node = form([field(parent ? t('comment.reply') : t('comment.write'), 'body', { rows: 2, required: true })], t('comment.send'), async (values) => {
    const made = await call('POST', `/posts/${post.id}/comments`, { body: values.body, ...(parent ? { parent_id: parent.id } : {}) });
    node.reset();
    add(made);
    if (parent) {
      node.remove();
    }
  }, { kind: 'small' });
  node.classList.add('comment-form');
  return node;
}

function commentItem(post, first, add) {
  const item = h('li', { class: `comment depth-${Math.min(first.depth, 4)}`, 'data-comment': first.id, 'data-depth': first.depth });
  const show = (comment) => {
    if (comment.is_gone) {
      put(item, h('p', { class: 'muted small' }, t('comment.gone')));
      return;
    }
    const isMine = comment.author?.id === me();
    put(item,
      h('div', { class: 'post-head' }, byline(comment.author, comment.created_at, comment.edited_at),
        menu(t('menu.comment'), [
          !isMine && reporting('comment', comment.id),
          isMine && [t('edit'), () => put(item, form([field(t('comment.write'), 'body', { rows: 3, value: comment.body })], t('save'),
            async (values) => show(await call('PATCH', `/comments/${comment.id}`, { body: values.body })), { kind: 'small', extra: [button(t('cancel'), () => show(comment), 'quiet small')] }))],
          isMine && [t('delete'), async () => {
            await call('DELETE', `/comments/${comment.id}`);
            put(item, h('p', { class: 'muted small' }, t('comment.gone'), ' ', button(t('undo'), async () => show(await call('POST', `/comments/${comment.id}/restore`)), 'quiet small')));
          }],
        ])),
      laidOn(comment.restraints, isMine && '#/decisions'),
      prose(comment.body),
      h('div', { class: 'post-foot' }, reactions(`/comments/${comment.id}`, comment.reactions),
        button(t('comment.answer'), () => {
          if (!item.querySelector('form')) {
            item.append(commentForm(post, comment, add));
            item.querySelector('textarea').focus();
          }
        }, 'quiet small')));
  };
  show(first);
  return item;
}

/** What stands in a place, with what is pinned first and a way to write. */
export async function wall(path, { mayWrite, group = null, moderates = false, nothing }) {
  const [pinned, first] = await Promise.all([get(`${path}/pinned`), page(`${path}?limit=10`)]);
  const shown = new Set(pinned.map((one) => one.id));
  const list = h('div', { class: 'stack' });
  const none = nothing ?? empty(t('posts.none'), t('posts.none.next'));
  const append = (all) => list.append(...all.filter((one) => !shown.has(one.id)).map((one) => postCard(one, { group, moderates })));
  list.append(...pinned.map((one) => postCard(one, { group, moderates })));
  append(first.items);
  none.hidden = list.children.length > 0;
  let { next } = first;
  const more = button(t('more'), async () => {
    const following = await page(next);
    append(following.items);
    next = following.next;
    more.hidden = next === null;
  }, 'quiet');
  more.hidden = next === null;
  return h('div', { class: 'stack' },
    mayWrite && composer(mayWrite, (post) => {
      none.hidden = true;
      list.prepend(postCard(post, { moderates }));
    }),
    list, none, more);
}
