// What people write, in the Markdown that the library knows: paragraphs, lists, quotes, headings, emphasis, code and links.
// Made of elements and text, never of HTML.

import { h, safeLink } from './dom.js';

const INLINE = /(`[^`\n]+`)|(\*\*[^*\n]+\*\*)|(\*[^*\n]+\*)|(_[^_\n]+_)|(\[[^\]\n]+\]\([^)\s]+\))|(https?:\/\/[^\s<>()]+)/;

function inline(text) {
  const found = INLINE.exec(text);
  if (!found) {
    return [text];
  }
  const [all, code, strong, emphasis, emphasis2, named, bare] = found;
  const before = text.slice(0, found.index);
  const after = inline(text.slice(found.index + all.length));
  let node = all;
  if (code) {
    node = h('code', {}, all.slice(1, -1));
  } else if (strong) {
    node = h('strong', {}, inline(all.slice(2, -2)));
  } else if (emphasis || emphasis2) {
    node = h('em', {}, inline(all.slice(1, -1)));
  } else if (named) {
    const [, words, address] = /\[([^\]]+)\]\(([^)]+)\)/.exec(all);
    node = anchor(words, address);
  } else if (bare) {
    node = anchor(bare, bare);
  }
  return [before, node, ...after];
}

function anchor(words, address) {
  const href = safeLink(address);
  return href ? h('a', { href, rel: 'noopener noreferrer nofollow ugc', target: '_blank' }, words) : words;
}

function lines(block) {
  return block.flatMap((line, index) => (index === 0 ? inline(line) : [h('br'), ...inline(line)]));
}

const KINDS = [
  [/^\s*[-*+]\s+/, 'ul'],
  [/^\s*\d{1,4}[.)]\s+/, 'ol'],
  [/^\s*>\s?/, 'blockquote'],
  [/^#{1,6}\s+/, 'h'],
];

function kindOf(line) {
  return KINDS.find(([pattern]) => pattern.test(line))?.[1] ?? 'p';
}

function bare(line) {
  const found = KINDS.find(([pattern]) => pattern.test(line));
  return found ? line.replace(found[0], '') : line;
}

/** Elements for what somebody wrote. */
export function prose(text, kind = 'prose') {
  const root = h('div', { class: kind, dir: 'auto' });
  for (const part of (text ?? '').replace(/\r/g, '').split(/\n\s*\n/)) {
    let run = [];
    let of = '';
    const end = () => {
      if (run.length > 0) {
        root.append(block(of, run));
      }
      run = [];
    };
    for (const line of part.split('\n')) {
      const next = kindOf(line);
      if (next !== of || next === 'h') {
        end();
      }
      of = next;
      run.push(bare(line));
    }
    end();
  }
  return root;
}

function block(kind, run) {
  if (kind === 'ul' || kind === 'ol') {
    return h(kind, {}, run.map((line) => h('li', {}, inline(line))));
  }
  if (kind === 'blockquote') {
    return h('blockquote', {}, lines(run));
  }
  // Not headings of the page: whoever writes a post does not shape its outline.
  return kind === 'h' ? h('p', { class: 'prose-head' }, lines(run)) : h('p', {}, lines(run));
}
