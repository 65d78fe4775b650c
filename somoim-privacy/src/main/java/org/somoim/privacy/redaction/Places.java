package org.somoim.privacy.redaction;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.somoim.privacy.redaction.Token.Area;

/** Towns and districts of Korea as the part of the country they lie in; streets and houses as nothing but that. */
final class Places implements Finder {
    private static final int LONGEST_KOREAN = 9;
    private static final int LONGEST_ENGLISH = 24;

    /** What may follow a district and belongs to it: a quarter, a road, a house, a flat. */
    private static final Pattern FINER = Pattern.compile(
            " ?(?:[가-힣]{1,8}[0-9]{0,2}(?:동|읍|면|리|가|로|길|번길|아파트|빌라|오피스텔|타워|마을|단지)(?=$|[^가-힣]|에|의|쪽|근처|입|까)|지하 ?\\d{1,4}|(?<![0-9])\\d{1,4}(?:-\\d{1,4})?"
                    + "(?:번길|번지|동|호|층|길)(?![가-힣])| \\d{1,4}-\\d{1,4}(?![-\\d])|(?<=[로길동리]) ?\\d{1,4}(?![\\d,.만억천세살명개년월일:%-]))");

    /** Many words end in 로 and are no road: there the number must go on like the number of a house. */
    private static final Pattern STREET = Pattern.compile(
            "(?<![가-힣0-9])(?:[가-힣]{2,10}(?:(?<![절그이제])대로|길)(?:\\d{1,3}[가나다라]?(?:번)?길)? ?[1-9]\\d{0,3}(?:-\\d{1,4})?(?:번지|호)?(?![\\d,.%~:ㅡ-])(?=[^가-힣a-z]|$|에|의)"
                    + "|[가-힣]{2,10}(?<!으)로 ?(?:\\d{1,3}[가나다라]?번?길 ?[1-9]\\d{0,3}|[1-9]\\d{0,3}(?:-\\d{1,4}(?!-)|번지|호|(?=, ?\\d{1,4}[동층호])|(?=에 ?살|에 ?있|에 ?위치|에서)))(?![\\d.%~:ㅡ-]))");

    private static final Pattern QUARTER =
            Pattern.compile("(?<![가-힣0-9])[가-힣]{2,6}\\d{0,2}(?:동|읍|면|리) ?\\d{1,4}(?:-\\d{1,4}| ?번지)(?![-.\\d])");
    private static final Pattern FLAT = Pattern.compile(
            "(?<![\\d-])\\d{1,4}동 ?\\d{2,4}호(?![가-힣]{2})|(?<![가-힣])[가-힣]{2,10}아파트(?: ?\\d{1,4}(?:동|단지|호)){1,3}");
    private static final Pattern ENGLISH_STREET = Pattern.compile(
            "(?<![\\w])\\d{1,5}[a-z]?,? (?:[a-z][a-z'.-]{0,20} ){1,3}(?:street|avenue|road|boulevard|lane|drive|court|st|ave|rd|blvd|ln)(?![a-z])\\.?"
                    + "(?:,? (?:apt|apartment|unit|suite|#)\\.? ?[a-z0-9-]{1,6}(?![\\w]))?");
    private static final Pattern ROMAN_STREET = Pattern.compile(
            "(?<![\\w-])(?:\\d{1,4}(?:-\\d{1,4})?,? )?[a-z]{2,20}(?:-?\\d{1,3})?-(?:daero|ro|gil|dong|eup|myeon)(?![a-z])(?: \\d{1,3}-?(?:beon)?-?gil)?(?:,? \\d{1,4}(?:-\\d{1,4})?(?![\\d,.:-]))?");

    private final Map<String, Area> korean;
    private final Map<String, Area> english;

    Places(Gazetteer gazetteer) {
        this.korean = gazetteer.korean();
        this.english = gazetteer.english();
    }

    @Override
    public void find(Canvas canvas) {
        addresses(canvas, STREET);
        addresses(canvas, QUARTER);
        addresses(canvas, FLAT);
        addresses(canvas, ENGLISH_STREET);
        addresses(canvas, ROMAN_STREET);
        koreanTowns(canvas);
        englishTowns(canvas);
    }

    private static void addresses(Canvas canvas, Pattern pattern) {
        Matcher found = pattern.matcher(canvas.lower());
        while (found.find()) {
            canvas.claim(found.start(), found.end(), Kind.PLACE, Token.address(canvas.korean()));
        }
    }

    private void koreanTowns(Canvas canvas) {
        String text = canvas.text();
        int at = 0;
        while (at < text.length()) {
            if (!Hangul.syllable(text.charAt(at)) || !Hangul.startsWord(text, at)) {
                at++;
                continue;
            }
            int end = town(text, at);
            if (end < 0) {
                at++;
                continue;
            }
            Area area = java.util.Objects.requireNonNull(korean.get(text.substring(at, end)));
            int next = end;
            while (next >= 0) {
                end = next;
                int from = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
                next = town(text, from);
                if (next >= 0 && area == Area.SOMEWHERE) {
                    area = java.util.Objects.requireNonNull(korean.get(text.substring(from, next)));
                }
            }
            Matcher finer = FINER.matcher(text);
            for (int i = 0;
                    i < 6
                            && finer.region(end, text.length())
                                    .useTransparentBounds(true)
                                    .lookingAt();
                    i++) {
                end = finer.end();
            }
            canvas.claim(at, end, Kind.PLACE, Token.area(area, canvas.korean()));
            at = end;
        }
    }

    /** Where the longest town that begins here ends, or -1. */
    private int town(String text, int at) {
        for (int end = Math.min(text.length(), at + LONGEST_KOREAN); end >= at + 2; end--) {
            if (korean.containsKey(text.substring(at, end)) && (Hangul.endsNoun(text, end) || another(text, end))) {
                return end;
            }
        }
        return -1;
    }

    /** Whether another town sticks to the first: 서울강남구. */
    private boolean another(String text, int at) {
        for (int end = Math.min(text.length(), at + LONGEST_KOREAN); end >= at + 2; end--) {
            if (korean.containsKey(text.substring(at, end)) && Hangul.endsNoun(text, end)) {
                return true;
            }
        }
        return false;
    }

    private void englishTowns(Canvas canvas) {
        String text = canvas.lower();
        int at = 0;
        while (at < text.length()) {
            if (!Words.latin(text.charAt(at))) {
                at++;
                continue;
            }
            int end = at;
            while (end < text.length() && (Words.latin(text.charAt(end)) || text.charAt(end) == '-')) {
                end++;
            }
            int stop = end;
            while (text.charAt(stop - 1) == '-') {
                stop--;
            }
            Area area = stop - at <= LONGEST_ENGLISH && (at == 0 || !Words.latinOrDigit(text.charAt(at - 1)))
                    ? english(text.substring(at, stop))
                    : null;
            if (area != null && !(end < text.length() && Words.digit(text.charAt(end)))) {
                canvas.claim(at, stop, Kind.PLACE, Token.area(area, canvas.korean()));
            }
            at = end;
        }
    }

    private @Nullable Area english(String word) {
        Area area = english.get(word);
        if (area == null && word.indexOf('-') > 0) {
            area = english.get(word.substring(0, word.indexOf('-')));
        }
        return area;
    }
}
