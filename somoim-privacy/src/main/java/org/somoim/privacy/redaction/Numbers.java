package org.somoim.privacy.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that belong to somebody: network addresses, resident numbers, cards, accounts, telephones. Digits may be spelled
 * out, parted by spaces, dots, dashes and line ends.
 */
final class Numbers implements Finder {
    private static final String PART = "[\\s.\\-~_/ㅡ·]{0,3}";

    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern IP_4 =
            Pattern.compile("(?<![\\d.])(?:" + BYTE + "\\.){3}" + BYTE + "(?!\\d|\\.\\d)(?::\\d{1,5}|/\\d{1,2})?");
    private static final Pattern IP_6 =
            Pattern.compile("(?<![a-z0-9:.])[0-9a-f:][0-9a-f:.]{1,45}(?:%[a-z0-9]{1,15})?(?:/\\d{1,3})?");

    private static final Pattern RESIDENT =
            Pattern.compile("(?<!\\d)\\d\\d[\\s.]?(?:0[1-9]|1[0-2])[\\s.]?(?:0[1-9]|[12]\\d|3[01])" + PART
                    + "\\d(?:[\\s.]?[\\d*x]){6}(?!\\d)");
    private static final Pattern RESIDENT_MASKED =
            Pattern.compile("(?<!\\d)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\s?-\\s?[0-9](?!\\d)\\*{0,6}");
    private static final Pattern BUSINESS =
            Pattern.compile("(?<![\\d-])\\d{3}\\s?-\\s?\\d{2}\\s?-\\s?\\d{5}(?![\\d-])");
    private static final Pattern LICENCE = Pattern.compile(
            "(?<![\\d-])(?:(?:서울|부산|경기|강원|충북|충남|전북|전남|경북|경남|제주|대구|인천|광주|대전|울산)\\s?)?\\d{2}[\\s-]{1,2}\\d{2}[\\s-]{1,2}\\d{6}[\\s-]{1,2}\\d{2}(?![\\d-])"
                    + "|(?<![\\d-])\\d{2}-\\d{6}-\\d{2}(?![\\d-])");
    private static final Pattern PASSPORT = Pattern.compile(
            "(?<![a-z0-9])(?:[a-z]\\s?\\d{3}\\s?[a-z]\\s?\\d{4}|[a-z]{1,2}[\\s-]?\\d{7,8})(?![a-z0-9])");
    private static final Pattern CARD = Pattern.compile("(?<![\\d])\\d(?:[\\s.\\-_/ㅡ·]{0,3}\\d){12,18}(?!\\d)");
    private static final Pattern IBAN = Pattern.compile("(?<![a-z0-9])[a-z]{2}[\\s-]?\\d{2}(?:[\\s-]?[a-z0-9]){10,31}");
    private static final Pattern PLATE = Pattern.compile(
            "(?<!\\d)\\d{2,3}[가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주하허호배] ?\\d{4}(?![\\d.,]|년|월|일|원|만|명|개|번|시|분)");

    private static final Pattern KOREAN_PHONE = Pattern.compile(
            "(?<![\\d])(?:\\+?\\(?82\\)?" + PART + "(?:\\(0\\))?0?|\\(?0)(?:1[016789]|2|[3-6]\\d|70|80|50\\d)\\)?"
                    + PART + "\\d{3,4}" + PART + "\\d{4}(?!\\d)|(?<![\\d-])1[5-9]\\d{2}[\\s.-]{1,2}\\d{4}(?![\\d-])");

    /** Clock times, decimals and the like, which are many digits and nobody's. */
    private static final Pattern CLOCK =
            Pattern.compile("(?<![\\d:])(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d)?(?![\\d:])");

    private static final int SHORTEST = 7;
    private static final int SHORTEST_SPACED = 9;
    private static final int MOST_SPACED_GROUPS = 8;
    /** Behind a dot; more of them could be a telephone number. */
    private static final int MOST_DECIMALS = 6;
    /** Signs between spelled digits that are read as if they were not there. */
    private static final int MOST_BETWEEN = 2;
    /** After so many plain digits no spelled one is looked for. */
    private static final int MOST_UNSPELLED = 24;

    private static final String SPELLED = "공영일이삼사오육륙칠팔구";
    private static final String SPELLED_VALUES = "001234566789";
    private static final Map<String, Character> ENGLISH = Map.ofEntries(
            Map.entry("zero", '0'),
            Map.entry("oh", '0'),
            Map.entry("one", '1'),
            Map.entry("two", '2'),
            Map.entry("three", '3'),
            Map.entry("four", '4'),
            Map.entry("five", '5'),
            Map.entry("six", '6'),
            Map.entry("seven", '7'),
            Map.entry("eight", '8'),
            Map.entry("nine", '9'));
    private static final Pattern ENGLISH_DIGIT = Pattern.compile(
            "(?:(double|triple) )?(zero|oh|one|two|three|four|five|six|seven|eight|nine)(?![a-fh-z]|g(?!a))");
    private static final Pattern CONNECTOR = Pattern.compile("\\s{0,2}(?:다시|대시|빼기|하이픈|dash|hyphen|에|의|dot|점)\\s{0,2}");

    private final PhoneFinder phones;

    Numbers(PhoneFinder phones) {
        this.phones = phones;
    }

    @Override
    public void find(Canvas canvas) {
        View view = digits(canvas.lower());
        networks(canvas, view);
        ibans(canvas, view);
        each(canvas, view, PASSPORT, Kind.PASSPORT);
        each(canvas, view, RESIDENT, Kind.RESIDENT_NUMBER);
        each(canvas, view, RESIDENT_MASKED, Kind.RESIDENT_NUMBER);
        cards(canvas, view);
        each(canvas, view, LICENCE, Kind.DRIVING_LICENCE);
        each(canvas, view, BUSINESS, Kind.BUSINESS_NUMBER);
        clocks(view);
        each(canvas, view, KOREAN_PHONE, Kind.PHONE);
        each(canvas, view, PLATE, Kind.ACCOUNT);
        chains(canvas, view);
    }

    private static void each(Canvas canvas, View view, Pattern pattern, Kind kind) {
        Matcher found = pattern.matcher(view.text());
        while (found.find()) {
            claim(canvas, view, found.start(), found.end(), kind);
        }
    }

    /** Claims it with whatever digits belong to it: what is stuck to it, and the other parts of a spaced number. */
    private static void claim(Canvas canvas, View view, int start, int end, Kind kind) {
        String text = view.text();
        int from = start;
        if (Words.digit(text.charAt(start))) {
            for (int next = from; next >= 0; next = before(text, from)) {
                from = next;
            }
            from = withLetters(text, from);
        }
        int to = end;
        if (Words.digit(text.charAt(end - 1))) {
            for (int next = to; next >= 0; next = behind(text, to)) {
                to = next;
            }
        }
        view.claim(canvas, from, to, kind);
    }

    /** Where the group of digits begins that stands before {@code at} and belongs to what begins there, or -1. */
    private static int before(String text, int at) {
        int end = at;
        while (end > 0 && at - end < 3 && parts(text.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && Words.digit(text.charAt(start - 1))) {
            start--;
        }
        boolean single = end - start == 1 && (at + 1 == text.length() || !Words.digit(text.charAt(at + 1)));
        boolean dialled = start > 0 && text.charAt(start - 1) == '+';
        return start < end && (tight(text, end, at) || end - start >= 3 || single || dialled) ? start : -1;
    }

    /** With the letter or two before a number that are a part of it: M12345678. */
    private static int withLetters(String text, int at) {
        int letters = 0;
        while (letters < 3 && letters < at && Words.latin(text.charAt(at - letters - 1))) {
            letters++;
        }
        return letters <= 2 ? at - letters : at;
    }

    private static int behind(String text, int at) {
        int start = at;
        while (start < text.length() && start - at < 3 && parts(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && Words.digit(text.charAt(end))) {
            end++;
        }
        boolean single = end - start == 1 && (at < 2 || !Words.digit(text.charAt(at - 2)));
        boolean counted = end < text.length() && Character.isLetter(text.charAt(end)) && !Hangul.tailBegins(text, end);
        return start < end && (tight(text, at, start) || !counted && (end - start >= 3 || single)) ? end : -1;
    }

    private static boolean parts(char sign) {
        return Character.isWhitespace(sign) || "-._/".indexOf(sign) >= 0;
    }

    /** Whether at most one sign stands between, and that is no space. */
    private static boolean tight(String text, int from, int to) {
        return to == from || to == from + 1 && !Character.isWhitespace(text.charAt(from));
    }

    /** Clock times are covered in the view alone: nothing may be made of them together with their neighbours. */
    private static void clocks(View view) {
        Matcher found = CLOCK.matcher(view.text());
        while (found.find()) {
            view.cover(found.start(), found.end());
        }
    }

    private static void networks(Canvas canvas, View view) {
        each(canvas, view, IP_4, Kind.IP);
        String text = view.text();
        Matcher found = IP_6.matcher(text);
        while (found.find()) {
            String what = found.group();
            int mask = what.indexOf('/') >= 0 ? what.indexOf('/') : what.length();
            int zone = what.indexOf('%') >= 0 ? what.indexOf('%') : mask;
            String address = what.substring(0, Math.min(zone, mask));
            while (address.endsWith(".") || address.endsWith(":") && !address.endsWith("::")) {
                address = address.substring(0, address.length() - 1);
            }
            if (version6(address)) {
                boolean whole = address.length() == Math.min(zone, mask);
                view.claim(canvas, found.start(), whole ? found.end() : found.start() + address.length(), Kind.IP);
            }
        }
    }

    private static boolean version6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        int groups = 0;
        int length = 0;
        boolean letters = false;
        for (int i = 0; i <= text.length(); i++) {
            char sign = i == text.length() ? ':' : text.charAt(i);
            if (sign == '.') {
                // The last two groups may be written as version 4.
                groups++;
                break;
            }
            if (sign == ':') {
                groups += length > 0 ? 1 : 0;
                length = 0;
            } else {
                letters |= sign >= 'a';
                if (++length > 4) {
                    return false;
                }
            }
        }
        return gap >= 0 ? groups >= (letters || text.length() > 4 ? 1 : 2) && groups <= 7 : groups >= 6 && groups <= 8;
    }

    private static void cards(Canvas canvas, View view) {
        String text = view.text();
        Matcher found = CARD.matcher(text);
        int from = 0;
        while (found.find(from)) {
            int end = found.end();
            from = end;
            int digits = count(text, found.start(), end);
            while (digits >= 13 && !luhn(text, found.start(), end)) {
                end = back(text, end);
                digits--;
            }
            if (digits >= 13 && (end == text.length() || !Words.digit(text.charAt(end)))) {
                claim(canvas, view, found.start(), end, Kind.CARD);
                from = end;
            }
        }
    }

    private static int back(String text, int end) {
        int at = end - 1;
        while (!Words.digit(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int count(String text, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            digits += Words.digit(text.charAt(i)) ? 1 : 0;
        }
        return digits;
    }

    /** ISO/IEC 7812-1, annex B. */
    static boolean luhn(String text, int start, int end) {
        int sum = 0;
        boolean twice = false;
        for (int i = end - 1; i >= start; i--) {
            if (Words.digit(text.charAt(i))) {
                int digit = text.charAt(i) - '0';
                int put = twice ? 2 * digit : digit;
                sum += put > 9 ? put - 9 : put;
                twice = !twice;
            }
        }
        return sum % 10 == 0;
    }

    private static void ibans(Canvas canvas, View view) {
        String text = view.text();
        Matcher found = IBAN.matcher(text);
        int from = 0;
        while (found.find(from)) {
            // What was read may reach over the next one: go on right behind what was claimed, or behind the beginning.
            from = found.start() + 2;
            for (int end = found.end(); end - found.start() >= 15; end--) {
                if (Words.latinOrDigit(text.charAt(end - 1))
                        && (end == text.length() || !Words.latinOrDigit(text.charAt(end)))
                        && mod97(text.substring(found.start(), end))) {
                    view.claim(canvas, found.start(), end, Kind.IBAN);
                    from = end;
                    break;
                }
            }
        }
    }

    /** ISO 13616. */
    static boolean mod97(String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (Words.latinOrDigit(text.charAt(i))) {
                plain.append(text.charAt(i));
            }
        }
        if (plain.length() < 14 || plain.length() > 34) {
            return false;
        }
        int rest = 0;
        for (int i = 0; i < plain.length(); i++) {
            int value = Character.digit(plain.charAt((i + 4) % plain.length()), 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest == 1;
    }

    /** With spelled digits as digits, and the letters o and l among digits as what they look like. */
    private static View digits(String text) {
        var view = new View(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = spelledRun(text, at, view);
            if (end > at) {
                at = end;
                continue;
            }
            char sign = text.charAt(at);
            boolean amongDigits = at > 0 && Words.digit(text.charAt(at - 1))
                    || at + 1 < text.length() && Words.digit(text.charAt(at + 1));
            boolean lonely = (at == 0 || !Words.latin(text.charAt(at - 1)))
                    && (at + 1 >= text.length() || !Words.latin(text.charAt(at + 1)));
            if (amongDigits && lonely && (sign == 'o' || sign == 'l' || sign == 'i')) {
                view.put(sign == 'o' ? '0' : '1', at, at + 1);
            } else {
                view.put(sign, at, at + 1);
            }
            at++;
        }
        return view;
    }

    /**
     * A run of digits with spelled ones among them that is long enough to be somebody's number is put as digits. Returns
     * where it ends, or {@code start} if there is none.
     */
    private static int spelledRun(String text, int start, View view) {
        char first = text.charAt(start);
        boolean begins = SPELLED.indexOf(first) >= 0 && Hangul.startsWord(text, start)
                || "zotfsned".indexOf(first) >= 0 && (start == 0 || !Words.latin(text.charAt(start - 1)))
                || Words.digit(first) && (start == 0 || !Words.digit(text.charAt(start - 1)));
        if (!begins) {
            return start;
        }
        List<int[]> digits = new ArrayList<>();
        int at = start;
        int spelled = 0;
        int end = start;
        while (at < text.length() && (spelled > 0 || digits.size() < MOST_UNSPELLED)) {
            char sign = text.charAt(at);
            if (Words.digit(sign)) {
                digits.add(new int[] {sign, at, at + 1});
                at++;
            } else if (SPELLED.indexOf(sign) >= 0) {
                if (particle(text, at)) {
                    break;
                }
                digits.add(new int[] {SPELLED_VALUES.charAt(SPELLED.indexOf(sign)), at, at + 1});
                spelled++;
                at++;
            } else if (sign == 'o' && digits.size() > 0 && !wordGoesOn(text, at)) {
                digits.add(new int[] {'0', at, at + 1});
                spelled++;
                at++;
            } else {
                Matcher english = ENGLISH_DIGIT.matcher(text).region(at, Math.min(text.length(), at + 14));
                if (!english.lookingAt()) {
                    break;
                }
                int times = english.group(1) == null ? 1 : english.group(1).equals("double") ? 2 : 3;
                for (int i = 0; i < times; i++) {
                    digits.add(new int[] {ENGLISH.getOrDefault(english.group(2), '0'), at, english.end()});
                }
                spelled++;
                at = english.end();
            }
            end = at;
            int parted = at;
            while (parted < text.length() && parted - at < 4 && " -.,\n/()_ㅡ".indexOf(text.charAt(parted)) >= 0) {
                parted++;
            }
            if (parted < text.length()) {
                Matcher connector = CONNECTOR.matcher(text).region(parted, Math.min(text.length(), parted + 12));
                if (connector.lookingAt() && digits.size() >= 2) {
                    parted = connector.end();
                }
            }
            at = parted;
        }
        if (spelled == 0 || digits.size() < SHORTEST) {
            return start;
        }
        int last = start;
        for (int[] digit : digits) {
            if (digit[1] - last > MOST_BETWEEN) {
                // Two numbers, perhaps.
                view.put('-', last, digit[1]);
            }
            view.put((char) digit[0], digit[1], digit[2]);
            last = digit[2];
        }
        return end;
    }

    /** Whether what looks like a spelled digit or two is the beginning of a word: 1234 이에요. */
    private static boolean particle(String text, int start) {
        if (start > 0 && SPELLED.indexOf(text.charAt(start - 1)) >= 0) {
            // 오육칠팔이에요 may end in a 2; it is hidden with the rest.
            return false;
        }
        int end = start;
        while (end < text.length() && SPELLED.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end - start <= 2 && end < text.length() && Hangul.syllable(text.charAt(end));
    }

    private static boolean wordGoesOn(String text, int at) {
        return at + 1 < text.length() && Words.latin(text.charAt(at + 1)) && text.charAt(at + 1) != 'o';
    }

    /** What the port finds, and after it whatever else is a long run of digits. */
    private void chains(Canvas canvas, View view) {
        String text = view.text();
        for (PhoneFinder.Span span : phones.find(text)) {
            if (span.end() <= text.length() && count(text, span.start(), span.end()) >= SHORTEST) {
                claim(canvas, view, span.start(), span.end(), Kind.PHONE);
            }
        }
        text = view.text();
        int at = 0;
        while (at < text.length()) {
            if (!Words.digit(text.charAt(at))) {
                at++;
                continue;
            }
            Chain chain = Chain.at(text, at);
            chain.claim(canvas, view);
            at = chain.end();
        }
    }

    /** Groups of digits with not much between them. */
    private static final class Chain {
        private final String text;
        private final List<int[]> groups = new ArrayList<>();

        private Chain(String text) {
            this.text = text;
        }

        private static Chain at(String text, int start) {
            var chain = new Chain(text);
            int at = start;
            while (true) {
                int from = at;
                while (at < text.length() && Words.digit(text.charAt(at))) {
                    at++;
                }
                chain.groups.add(new int[] {from, at});
                int next = at;
                while (next < text.length() && next - at < 4 && "-. /()\n_~·ㅡ:,*+'#|".indexOf(text.charAt(next)) >= 0) {
                    next++;
                }
                boolean list = next - at >= 2 && text.charAt(at) == ',';
                if (next == text.length() || !Words.digit(text.charAt(next)) || list) {
                    return chain;
                }
                at = next;
            }
        }

        private int end() {
            return groups.get(groups.size() - 1)[1];
        }

        private void claim(Canvas canvas, View view) {
            // Tight runs first: what has no space in it is one number.
            int first = 0;
            for (int i = 0; i < groups.size(); i++) {
                boolean last = i == groups.size() - 1;
                if (last || spaced(i)) {
                    if (digits(first, i) >= SHORTEST && !plain(first, i)) {
                        view.claim(canvas, groups.get(first)[0], groups.get(i)[1], Kind.ACCOUNT);
                    }
                    first = i + 1;
                }
            }
            int all = digits(0, groups.size() - 1);
            int[] leading = groups.get(0);
            boolean dialled = text.charAt(leading[0]) == '0' && leading[1] - leading[0] > 1
                    || leading[0] > 0 && text.charAt(leading[0] - 1) == '+';
            boolean singles = groups.stream().allMatch(group -> group[1] - group[0] == 1);
            if (groups.size() > 1
                    && (all >= SHORTEST && (dialled || singles) || all >= SHORTEST_SPACED && !list())
                    && !plain(0, groups.size() - 1)) {
                view.claim(canvas, groups.get(0)[0], end(), Kind.ACCOUNT);
            }
        }

        /** Whether it is many numbers alike in a row: 10 20 30 and so on. */
        private boolean list() {
            if (groups.size() <= MOST_SPACED_GROUPS) {
                return false;
            }
            int length = groups.get(0)[1] - groups.get(0)[0];
            int gap = groups.get(1)[0] - groups.get(0)[1];
            for (int i = 0; i < groups.size(); i++) {
                if (groups.get(i)[1] - groups.get(i)[0] != length
                        || i > 0 && groups.get(i)[0] - groups.get(i - 1)[1] != gap) {
                    return false;
                }
            }
            return true;
        }

        private boolean spaced(int group) {
            for (int i = groups.get(group)[1]; i < groups.get(group + 1)[0]; i++) {
                if (Character.isWhitespace(text.charAt(i))) {
                    return true;
                }
            }
            return false;
        }

        private int digits(int from, int to) {
            int digits = 0;
            for (int i = from; i <= to; i++) {
                digits += groups.get(i)[1] - groups.get(i)[0];
            }
            return digits;
        }

        /** Whether it is a decimal number or one with thousands set off, and no more. */
        private boolean plain(int from, int to) {
            if (to == from) {
                return false;
            }
            if (to == from + 1) {
                int[] whole = groups.get(from);
                int[] rest = groups.get(to);
                boolean dot = rest[0] - whole[1] == 1 && text.charAt(whole[1]) == '.';
                boolean leading = text.charAt(whole[0]) == '0' && whole[1] - whole[0] > 1;
                if (dot
                        && !leading
                        && (whole[1] - whole[0] <= 1 && rest[1] - rest[0] <= MOST_DECIMALS
                                || rest[1] - rest[0] <= 2 && whole[1] - whole[0] <= 6)) {
                    return true;
                }
            }
            return false;
        }
    }
}
