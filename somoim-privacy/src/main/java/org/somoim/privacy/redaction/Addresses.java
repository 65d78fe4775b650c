package org.somoim.privacy.redaction;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail addresses and links, also written around: hong at naver dot com, hong골뱅이naver점컴. */
final class Addresses implements Finder {
    private static final int LONGEST_LOCAL = 128;
    private static final int LONGEST_LINK = 2_000;

    private static final String SAFE_ENDINGS = Words.any("""
            com net org edu gov mil info biz xyz shop store site online blog club link page cloud app dev tech
            kr jp cn uk de fr eu ca au ru tv cc io ai gg ly gl gd ws li sh link live news space website pro asia name mobi
            한국 컴 닷컴 넷 케이알""");

    /** Endings that are words too: a page behind the name must follow. */
    private static final String WORD_ENDINGS = Words.any("me it so in is to at no be my us co am id la do");

    private static final Pattern AROUND = Pattern.compile(
            "(?=[\\s(\\[{<@.골앳점쩜닷])(?:(?<at>\\s{0,3}[(\\[{<]\\s{0,2}(?:at|@|골뱅이|앳|에이티)\\s{0,2}[)\\]}>]\\s{0,3}|\\s{1,3}(?:at|앳)\\s{1,3}|\\s{0,3}(?:골뱅이|@)\\s{0,3}|(?<=[a-z0-9])\\s{0,2}앳\\s{0,2}(?=[a-z0-9]))"
                    + "|(?<dot>\\s{0,3}[(\\[{<]\\s{0,2}(?:dot|\\.|점|쩜|닷)\\s{0,2}[)\\]}>]\\s{0,3}|\\s{1,3}dot\\s{1,3}"
                    + "|\\s{0,3}(?:점|쩜|닷)\\s{0,3}(?=(?:com|net|org|kr|io|me|co|컴|넷|오알지|케이알|씨오|코|gmail|naver)(?![a-z]))"
                    + "|\\s{1,2}\\.\\s{0,2}(?=(?:com|net|org|co|kr|io)(?![a-z]))|\\.\\s{1,2}(?=(?:com|net|org|kr)(?![a-z]))))");

    private static final Pattern GOES_ON = Pattern.compile(
            "\\s{0,2}[.(\\[{<]?\\s{0,2}(?:dot|점|쩜|닷|\\.)?[)\\]}>]?\\s{0,2}(?:com|net|org|co|kr|io|edu|de|jp|me|컴|넷)(?![a-z])|\\.[a-z]");

    private static final Pattern ENDING = Pattern.compile("\\.(?:" + SAFE_ENDINGS + "|" + WORD_ENDINGS + ")(?![a-z])");

    private static final Pattern DOMAIN =
            Pattern.compile("(?<![a-z0-9@])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,8}(?:" + SAFE_ENDINGS
                    + "(?![a-z0-9_-])|" + WORD_ENDINGS + "(?=/))");
    private static final Pattern HANGUL_DOMAIN = Pattern.compile(
            "(?<![가-힣])[가-힣a-z0-9]{1,20}\\.(?:co\\.|씨오\\.|코\\.)?(?:컴|닷컴|넷|한국|케이알|오알지|com|net|kr)(?![a-z0-9])");
    private static final Pattern LINK =
            Pattern.compile("(?:(?<![a-z])(?:https?|ftp|hxxps?)\\s?:\\s?/{1,2}|(?<![a-z])www\\.)");

    private static final Set<String> PROVIDERS = Words.of("""
            naver gmail daum hanmail kakao nate yahoo outlook hotmail icloud protonmail live 네이버 지메일 다음 한메일 카카오 네이트 야후""");

    @Override
    public void find(Canvas canvas) {
        View view = unwound(canvas.lower());
        mails(canvas, view);
        links(canvas, view);
    }

    /** With what stands for an at sign or a dot as that. */
    private static View unwound(String text) {
        var view = new View(text.length());
        Matcher found = AROUND.matcher(text);
        int at = 0;
        while (found.find()) {
            view.copy(text, at, found.start());
            boolean is = found.group("at") != null;
            char before = found.start() == 0 ? ' ' : text.charAt(found.start() - 1);
            char after = found.end() == text.length() ? ' ' : text.charAt(found.end());
            String said = found.group();
            boolean plain = said.strip().equals("@") && said.length() > 1;
            if (word(before) && word(after) && !(plain && !mayBeDomain(text, found.end()))) {
                view.put(is ? '@' : '.', found.start(), found.end());
            } else {
                view.copy(text, found.start(), found.end());
            }
            at = found.end();
        }
        view.copy(text, at, text.length());
        return view;
    }

    /** Whether what follows a spaced at sign goes on like the name of a host, and not like somebody being called. */
    private static boolean mayBeDomain(String text, int start) {
        int end = start;
        boolean hangul = Hangul.syllable(text.charAt(start));
        while (end < text.length()
                && word(text.charAt(end))
                && Hangul.syllable(text.charAt(end)) == hangul
                && end - start < 40) {
            end++;
        }
        if (PROVIDERS.contains(text.substring(start, end))) {
            return true;
        }
        return GOES_ON.matcher(text)
                .region(end, Math.min(text.length(), end + 16))
                .lookingAt();
    }

    private static boolean word(char sign) {
        return sign != Canvas.COVER && (Character.isLetterOrDigit(sign) || sign == '_' || sign == '-');
    }

    private static void mails(Canvas canvas, View view) {
        String text = view.text();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = at;
            while (start > 0 && at - start < LONGEST_LOCAL && local(text.charAt(start - 1))) {
                start--;
            }
            while (start < at && ".-'".indexOf(text.charAt(start)) >= 0) {
                start++;
            }
            if (start == at) {
                while (start > 0 && at - start < LONGEST_LOCAL && Hangul.syllable(text.charAt(start - 1))) {
                    start--;
                }
            }
            if (start == at) {
                continue;
            }
            int end = at + 1;
            boolean hangul = end < text.length() && Hangul.syllable(text.charAt(end));
            int lastDot = -1;
            while (end < text.length()
                    && end - at < 256
                    && (host(text.charAt(end)) || hangul && Hangul.syllable(text.charAt(end)))) {
                if (text.charAt(end) == '.') {
                    lastDot = end;
                    hangul = end + 1 < text.length() && Hangul.syllable(text.charAt(end + 1));
                }
                end++;
            }
            while (end > at + 1 && ".-".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            if (end == at + 1) {
                continue;
            }
            boolean written = view.end(at + 1) - view.start(at) == 1;
            String host = text.substring(at + 1, end);
            if (lastDot < 0
                    && (!written || Hangul.syllable(host.charAt(0)))
                    && PROVIDERS.stream().noneMatch(host::startsWith)) {
                continue;
            }
            if (lastDot >= 0 && !written && !ENDING.matcher(host).find()) {
                continue;
            }
            view.claim(canvas, start, end, Kind.EMAIL);
        }
    }

    private static boolean local(char sign) {
        return Words.latinOrDigit(sign)
                || "._%+-'~!#$&*=?^`{|}".indexOf(sign) >= 0
                || sign >= 0x80
                        && sign != Canvas.COVER
                        && Character.isLetterOrDigit(sign)
                        && !Hangul.syllable(sign)
                        && !Hangul.letter(sign);
    }

    private static boolean host(char sign) {
        return Words.latinOrDigit(sign)
                || sign == '.'
                || sign == '-'
                || sign >= 0x80
                        && sign != Canvas.COVER
                        && Character.isLetterOrDigit(sign)
                        && !Hangul.syllable(sign)
                        && !Hangul.letter(sign);
    }

    private static void links(Canvas canvas, View view) {
        Matcher link = LINK.matcher(view.text());
        int from = 0;
        while (from <= view.text().length() && link.find(from)) {
            int end = tail(view.text(), link.end());
            from = Math.max(end, link.end());
            if (end > link.end()) {
                view.claim(canvas, link.start(), end, Kind.URL);
            }
        }
        for (Pattern pattern : new Pattern[] {DOMAIN, HANGUL_DOMAIN}) {
            String text = view.text();
            Matcher domain = pattern.matcher(text);
            int next = 0;
            while (next <= text.length() && domain.find(next)) {
                int end = domain.end();
                if (end < text.length() && "/?#:".indexOf(text.charAt(end)) >= 0) {
                    end = Math.max(end, tail(text, end));
                }
                view.claim(canvas, domain.start(), end, Kind.URL);
                next = Math.max(end, domain.end());
            }
        }
    }

    private static int tail(String text, int start) {
        int end = start;
        while (end < text.length()
                && end - start < LONGEST_LINK
                && text.charAt(end) != Canvas.COVER
                && !Character.isWhitespace(text.charAt(end))
                && "<>\"".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        while (end > start && ".,;:!?)]}'".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }
}
