package org.somoim.training;

import java.text.Normalizer;
import java.util.Random;

/** Ways to get past a machine without losing a human reader. Each draws from a generator of its own, so that it repeats. */
enum Disguise {
    HOMOGLYPHS {
        @Override
        String of(String text, Random chance) {
            return replaced(text, "aceopxyijsbhkmtnABCEHIJKMNOPSTXYZv", "асеорхуіјѕвһкмтηАВСЕНІЈКМΝОРЅТХΥΖν");
        }
    },
    ZERO_WIDTH {
        @Override
        String of(String text, Random chance) {
            var out = new StringBuilder();
            text.codePoints().forEach(c -> out.appendCodePoint(c)
                    .append("\u200B\u200C\u200D\u2060\uFEFF\u00AD".charAt(chance.nextInt(6))));
            return out.toString();
        }
    },
    FULL_WIDTH {
        @Override
        String of(String text, Random chance) {
            var out = new StringBuilder();
            text.chars().forEach(c -> out.append((char) (c > ' ' && c < 0x7F ? c - '!' + '\uFF01' : c)));
            return out.toString();
        }
    },
    ACCENTS {
        @Override
        String of(String text, Random chance) {
            var out = new StringBuilder();
            text.chars().forEach(c -> {
                out.append((char) c);
                if (isAsciiLetter(c)) {
                    out.append((char) ('\u0300' + chance.nextInt(5)));
                }
            });
            return Normalizer.normalize(out, Normalizer.Form.NFC);
        }
    },
    NFD {
        @Override
        String of(String text, Random chance) {
            return Normalizer.normalize(text, Normalizer.Form.NFD);
        }
    },
    JAMO_SPLIT {
        @Override
        String of(String text, Random chance) {
            var out = new StringBuilder();
            text.chars().forEach(c -> {
                if (c < 0xAC00 || c > 0xD7A3) {
                    out.append((char) c);
                    return;
                }
                int syllable = c - 0xAC00;
                out.append("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ".charAt(syllable / 588));
                out.append((char) (0x314F + syllable % 588 / 28));
                if (syllable % 28 > 0) {
                    out.append(" ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ".charAt(syllable % 28));
                }
            });
            return out.toString();
        }
    },
    /** Every letter by itself. */
    SPACING {
        @Override
        String of(String text, Random chance) {
            var out = new StringBuilder();
            text.codePoints().forEach(c -> out.appendCodePoint(c).append(' '));
            return out.toString();
        }
    },
    /** A space here and there, in the middle of words. */
    STRAY_SPACES {
        @Override
        String of(String text, Random chance) {
            var out = new StringBuilder();
            text.codePoints().forEach(c -> out.appendCodePoint(c).append(chance.nextInt(4) == 0 ? " " : ""));
            return out.toString();
        }
    },
    DOTS {
        @Override
        String of(String text, Random chance) {
            return text.replaceAll("(?<=[\\p{L}])(?=[\\p{L}])", ".");
        }
    },
    LEET {
        @Override
        String of(String text, Random chance) {
            return replaced(text, "aeiostAEIOST", "431057431057");
        }
    },
    LEET_WITH_SIGNS {
        @Override
        String of(String text, Random chance) {
            return replaced(text, "aesoiAESOI", "@3$0!@3$0!");
        }
    },
    REPEATS {
        @Override
        String of(String text, Random chance) {
            var out = new StringBuilder();
            text.chars()
                    .forEach(c -> out.append(
                            isAsciiLetter(c) && chance.nextInt(5) == 0
                                    ? String.valueOf((char) c).repeat(4)
                                    : (char) c));
            return out.toString();
        }
    };

    abstract String of(String text, Random chance);

    String of(String text) {
        return of(text, new Random(text.length() * 31L + ordinal()));
    }

    private static boolean isAsciiLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static String replaced(String text, String from, String to) {
        var out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            int which = from.indexOf(out.charAt(i));
            if (which >= 0) {
                out.setCharAt(i, to.charAt(which));
            }
        }
        return out.toString();
    }
}
