package org.somoim.privacy.redaction;

import java.util.HashMap;
import java.util.Map;

/** Folded words, as a tree of their letters: looking for all of them at once takes no longer than the longest. */
final class Spellings {
    /** No letter: says that a word ends here. */
    private static final char END = 0;

    private final Node root = new Node();

    /** Whether what was found stands by itself where it stands. */
    @FunctionalInterface
    interface Standing {
        boolean stands(Letters letters, int from, int to);
    }

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>(2);

        private boolean ends() {
            return next.containsKey(END);
        }
    }

    void add(String folded) {
        Node node = root;
        for (int i = 0; i < folded.length(); i++) {
            node = node.next.computeIfAbsent(folded.charAt(i), sign -> new Node());
        }
        if (!folded.isEmpty()) {
            node.next.put(END, root);
        }
    }

    boolean isEmpty() {
        return root.next.isEmpty();
    }

    /** Each word it finds, the longest of those that begin at a place. */
    void find(String text, Spans spans, Standing standing) {
        if (isEmpty()) {
            return;
        }
        Letters letters = Letters.of(text);
        int reached = 0;
        for (int from = 0; from < letters.size(); from++) {
            Node node = root;
            int best = -1;
            for (int at = from; at < letters.size(); at++) {
                node = node.next.get(letters.at(at));
                if (node == null) {
                    break;
                }
                if (node.ends() && letters.end(at) > reached && standing.stands(letters, from, at)) {
                    best = at;
                }
            }
            if (best >= 0) {
                reached = spans.add(letters.start(from), letters.end(best));
            }
        }
    }
}
