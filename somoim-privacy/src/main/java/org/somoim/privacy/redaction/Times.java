package org.somoim.privacy.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ages as bands of ten years; days as their year or month, births as their decade. */
final class Times implements Finder {
    private static final String MONTH =
            "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|t|ober|ember)?\\.?";
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String OPEN = "(?<![\\p{L}\\d])(?<!\\d[.\\-/,:])(?<![+#])";
    private static final String SHUT = "(?!\\d)(?![.\\-/,:]\\d)";
    private static final String CLOCK = "(?:t\\d{1,2}:\\d\\d(?::\\d\\d)?(?:\\.\\d{1,6})?(?:z|[+-]\\d\\d:?\\d\\d)?)?";
    private static final String WEEKDAY = "(?: ?\\([월화수목금토일]\\))?";

    private static final Pattern YEAR_FIRST = Pattern.compile(
            "(?=['\\d])(?<![\\d])(?<!\\d[.\\-/,:])(?<![+#a-z])((?:19|20)\\d\\d) ?([.\\-/]) ?(?:0?[1-9]|1[0-2])"
                    + "(?: ?\\2 ?" + DAY + "(?!\\d))?" + CLOCK + SHUT + "\\.?" + WEEKDAY);
    private static final Pattern YEAR_LAST =
            Pattern.compile("(?=\\d)" + OPEN + "(\\d{1,2})([./-])(\\d{1,2})\\2((?:19|20)\\d\\d)" + SHUT);
    private static final Pattern SHORT = Pattern.compile(
            "(?=['\\d])(?<![\\d])(?<!\\d[.\\-/,:])(?<![+#a-z])'?(\\d\\d)([./-]) ?(\\d{1,2})\\2 ?(\\d{1,2})" + SHUT);
    private static final Pattern KOREAN =
            Pattern.compile("(?=\\d)(?<!\\d)((?:19|20)?\\d\\d)년 ?(?:0?[1-9]|1[0-2])월(?: ?" + DAY + "일)?");
    private static final Pattern KOREAN_BIRTH =
            Pattern.compile("(?=\\d)(?<![\\d.\\-])((?:19|20)?\\d\\d)(?:년 ?)?(?:년생|월생|생(?![각활일산선명])|출생|태생|에 태어|에 출생)");
    private static final Pattern MONTH_DAY = Pattern.compile("(?=\\d)(?<!\\d)(0?[1-9]|1[0-2])월 ?" + DAY + "일");
    private static final Pattern ENGLISH_MONTH_FIRST = Pattern.compile("(?=[jfmasond])" + OPEN + MONTH + " " + DAY
            + "(?:st|nd|rd|th)?(?![\\d:]|[.,]\\d|[a-z%])(?:,? ((?:19|20)\\d\\d)(?!\\d))?");
    private static final Pattern ENGLISH_DAY_FIRST = Pattern.compile("(?=\\d)" + OPEN + DAY
            + "(?:st|nd|rd|th)?(?: of)?[ -]" + MONTH + "(?![a-z])(?:,?[ -]((?:19|20)\\d\\d)(?!\\d))?");
    private static final Pattern ENGLISH_MONTH_YEAR =
            Pattern.compile("(?=[jfmasond])" + OPEN + MONTH + ",? ((?:19|20)\\d\\d)(?![\\d,.]\\d)(?!\\d)");
    private static final Pattern EIGHT = Pattern.compile(
            "(?<![\\p{L}\\d])(?<!\\d[.\\-/, ])(?<![+#])((?:19|20)\\d\\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?![a-z\\d])(?![.\\-/, ]{1,3}\\d)");
    private static final Pattern BORN_IN =
            Pattern.compile("born (?:in|on|around)(?: the year)? ((?:19|20)\\d\\d)(?!\\d)");

    private static final Pattern BIRTH_BEFORE =
            Pattern.compile("(?:생년월일|생일|태어|출생|birthday|date of birth|dob|born)[^\\d\\n\uFFFF]{0,14}$");
    private static final Pattern BIRTH_AFTER = Pattern.compile("\\.? ?(?:일?생(?!각)|출생|에 태어|일에 태어)");

    private static final String TENS = "열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔";
    private static final String ONES = "하나|한|둘|두|셋|세|넷|네|다섯|여섯|일곱|여덟|아홉";
    private static final Pattern KOREAN_AGE =
            Pattern.compile("(?=[만\\d])(?<![\\d.,\\-/:])(?:만 ?)?(\\d{1,3}) ?(?:세(?![기대트상계월금]|입자)|살(?![균림]))");
    private static final Pattern KOREAN_DECADE =
            Pattern.compile("(?<![\\d.,\\-/])([1-9])0대 ?(?:초반|중반|후반|초중반|중후반|(?:초|중|후)(?![가-힣]))");
    private static final Pattern NATIVE_AGE = Pattern.compile("(?=[가-힣])(?<![가-힣])(?:만 ?)?(?:(" + TENS + ") ?(" + ONES
            + ")?|(" + ONES + ")) ?(?:살(?!균)|세(?![기대트상계월금가-힣]))");
    private static final Pattern NATIVE_ALONE = Pattern.compile(
            "(?=[가-힣])(?<![가-힣])(스물|서른|마흔|쉰|예순|일흔|여든|아흔)" + "(?: ?(?:초반|중반|후반)|(?:하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉))");
    private static final Pattern SINO_AGE =
            Pattern.compile("(?=[가-힣])(?<![가-힣])(?:만 ?)?([일이삼사오육칠팔구])?십([일이삼사오육칠팔구])? ?(?:세(?![기대트상계월금]|입자)|살)");
    private static final Pattern AGE_LABEL = Pattern.compile("나이[는가도]? ?:? ?(\\d{1,3})(?![\\d,.]\\d)(?!\\d)");

    private static final String ENGLISH_TENS = "twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety";
    private static final String ENGLISH_ONES = "one|two|three|four|five|six|seven|eight|nine";
    private static final String TEENS =
            "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
    private static final String SPELLED =
            "(?:(?:" + ENGLISH_TENS + ")(?:[ -]?(?:" + ENGLISH_ONES + "))?|" + TEENS + "|" + ENGLISH_ONES + ")";
    private static final String OLD = "[ -]?(?:years?|yrs?|yr)[ -]?(?:old|of age)|[ -]?y/?o(?![a-z])|[ -]?yrs old";
    private static final Pattern ENGLISH_AGE = Pattern.compile("(?=\\d)(?<![\\w.,\\-/])(\\d{1,3})(?:" + OLD + ")");
    private static final Pattern SPELLED_AGE =
            Pattern.compile("(?=[tfsneo])(?<![a-z])(" + SPELLED + ")(?:" + OLD + ")");
    private static final String NOT_COUNTED =
            "(?![\\d,.:/\\-]\\d)(?!\\d)(?! ?(?:%|k\\b|m\\b|won|dollars|percent|minutes|hours|days|weeks|months|people|min\\b|km|kg|cm|miles|steps|points|times|of ))";
    private static final Pattern AGED = Pattern.compile("(?=a)(?<![a-z])aged? ?:? ?(\\d{1,3})" + NOT_COUNTED);
    private static final Pattern I_AM = Pattern.compile(
            "(?=[itsha])(?<![a-z])(?:i'm|i’m|i am|im|she's|she is|he's|he is|turned|turning|turn)(?: now| just| only| almost| nearly)? (\\d{2})(?![a-z])"
                    + NOT_COUNTED);
    private static final Pattern I_AM_SPELLED = Pattern.compile(
            "(?=[itsha])(?<![a-z])(?:i'm|i’m|i am|im|she's|she is|he's|he is|turned|turning|turn|aged?)(?: now| just| only| almost| nearly)? ("
                    + "(?:" + ENGLISH_TENS + ")(?:[ -]?(?:" + ENGLISH_ONES + "))?|" + TEENS + ")(?![a-z])"
                    + "(?! (?:percent|minutes|hours|days|weeks|months|people|dollars|won|thousand|million|times|steps))");
    private static final Pattern PART_OF_DECADE =
            Pattern.compile("(?=[eml])(?<![a-z])(?:early|mid|middle|late)(?:[- ]to[- ]late)?[- ]([1-9])0'?s(?![a-z])");
    private static final Pattern PART_OF_SPELLED = Pattern.compile("(?=[eml])(?<![a-z])(?:early|mid|middle|late)[- ]"
            + "(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)");

    private static final List<String> TEN_NAMES = List.of("열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔");
    private static final List<String> ENGLISH_TEN_STEMS =
            List.of("ten", "twent", "thirt", "fo", "fift", "sixt", "sevent", "eight", "ninet");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    @Override
    public void find(Canvas canvas) {
        if (canvas.text().chars().anyMatch(sign -> sign >= '0' && sign <= '9')) {
            days(canvas);
        }
        ages(canvas);
    }

    private static void days(Canvas canvas) {
        boolean korean = canvas.korean();
        String text = canvas.lower();
        each(canvas, YEAR_FIRST, Kind.DATE, found -> year(text, found, found.group(1), korean));
        each(canvas, YEAR_LAST, Kind.DATE, found -> {
            int one = Integer.parseInt(found.group(1));
            int two = Integer.parseInt(found.group(3));
            boolean day = one >= 1 && two >= 1 && (one <= 12 && two <= 31 || two <= 12 && one <= 31);
            return day ? year(text, found, found.group(4), korean) : null;
        });
        each(canvas, KOREAN, Kind.DATE, found -> year(text, found, found.group(1), korean));
        each(canvas, KOREAN_BIRTH, Kind.DATE, found -> Token.decade(full(found.group(1)), korean));
        each(canvas, BORN_IN, Kind.DATE, found -> Token.decade(full(found.group(1)), korean));
        each(canvas, SHORT, Kind.DATE, found -> shortDay(text, found, korean));
        each(canvas, MONTH_DAY, Kind.DATE, found -> Token.month(Integer.parseInt(found.group(1)), korean));
        each(canvas, ENGLISH_DAY_FIRST, Kind.DATE, found -> english(text, found, korean));
        each(canvas, ENGLISH_MONTH_FIRST, Kind.DATE, found -> english(text, found, korean));
        each(canvas, ENGLISH_MONTH_YEAR, Kind.DATE, found -> english(text, found, korean));
        each(canvas, EIGHT, Kind.DATE, found -> year(text, found, found.group(1), korean));
    }

    private static void ages(Canvas canvas) {
        boolean korean = canvas.korean();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(KOREAN_AGE, found -> Integer.parseInt(found.group(1))));
        steps.add(new Step(KOREAN_DECADE, found -> Integer.parseInt(found.group(1)) * 10));
        steps.add(new Step(NATIVE_AGE, found -> found.group(1) == null ? 5 : tens(found.group(1))));
        steps.add(new Step(NATIVE_ALONE, found -> tens(found.group(1))));
        steps.add(new Step(
                SINO_AGE, found -> 10 * (found.group(1) == null ? 1 : "일이삼사오육칠팔구".indexOf(found.group(1)) + 1)));
        steps.add(new Step(AGE_LABEL, found -> Integer.parseInt(found.group(1))));
        steps.add(new Step(ENGLISH_AGE, found -> Integer.parseInt(found.group(1))));
        steps.add(new Step(SPELLED_AGE, found -> spelled(found.group(1))));
        steps.add(new Step(AGED, found -> Integer.parseInt(found.group(1))));
        steps.add(new Step(I_AM, found -> Integer.parseInt(found.group(1))));
        steps.add(new Step(I_AM_SPELLED, found -> spelled(found.group(1))));
        steps.add(new Step(PART_OF_DECADE, found -> Integer.parseInt(found.group(1)) * 10));
        steps.add(new Step(PART_OF_SPELLED, found -> spelled(found.group(1))));
        for (Step step : steps) {
            Matcher found = step.pattern.matcher(canvas.lower());
            while (found.find()) {
                int years = step.years.of(found);
                if (years <= 130) {
                    int from = step.pattern == AGE_LABEL
                                    || step.pattern == AGED
                                    || step.pattern == I_AM
                                    || step.pattern == I_AM_SPELLED
                            ? found.start(1)
                            : found.start();
                    canvas.claim(from, found.end(), Kind.AGE, Token.age(years, korean));
                }
            }
        }
    }

    private record Step(Pattern pattern, Years years) {}

    private interface Years {
        int of(Matcher found);
    }

    private interface Band {
        @Nullable
        String of(Matcher found);
    }

    private static void each(Canvas canvas, Pattern pattern, Kind kind, Band band) {
        Matcher found = pattern.matcher(canvas.lower());
        while (found.find()) {
            String replacement = band.of(found);
            if (replacement != null) {
                canvas.claim(found.start(), found.end(), kind, replacement);
            }
        }
    }

    private static String year(String text, Matcher found, String digits, boolean korean) {
        int year = full(digits);
        return ofBirth(text, found) ? Token.decade(year, korean) : Token.year(year, korean);
    }

    private static @Nullable String shortDay(String text, Matcher found, boolean korean) {
        int one = Integer.parseInt(found.group(1));
        int two = Integer.parseInt(found.group(3));
        int three = Integer.parseInt(found.group(4));
        if (two >= 1 && two <= 12 && three >= 1 && three <= 31) {
            return korean ? year(text, found, found.group(1), true) : Token.of(Kind.DATE, false);
        }
        return one >= 1 && one <= 12 && two >= 1 && two <= 31 ? Token.of(Kind.DATE, korean) : null;
    }

    private static String english(String text, Matcher found, boolean korean) {
        return found.group(2) == null
                ? Token.month(MONTHS.indexOf(found.group(1)) + 1, korean)
                : year(text, found, found.group(2), korean);
    }

    private static boolean ofBirth(String text, Matcher found) {
        return BIRTH_BEFORE
                        .matcher(text.substring(Math.max(0, found.start() - 30), found.start()))
                        .find()
                || BIRTH_AFTER.matcher(text).region(found.end(), text.length()).lookingAt();
    }

    /** 87 is 1987, 26 is 2026. */
    private static int full(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year <= 40 ? 2000 + year : 1900 + year;
    }

    private static int tens(String word) {
        return 10 * (word.equals("스무") ? 2 : TEN_NAMES.indexOf(word) + 1);
    }

    private static int spelled(String word) {
        if (word.matches(TEENS)) {
            return 10;
        }
        for (int i = 1; i < ENGLISH_TEN_STEMS.size(); i++) {
            String stem = ENGLISH_TEN_STEMS.get(i);
            if (word.startsWith(stem + "y") || word.startsWith(stem + "ies")) {
                return 10 * (i + 1);
            }
        }
        return word.startsWith("fort") || word.startsWith("fourty") ? 40 : 5;
    }
}
