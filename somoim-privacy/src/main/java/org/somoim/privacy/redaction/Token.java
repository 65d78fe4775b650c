package org.somoim.privacy.redaction;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is put in place of what was found. All of it can be told again, so that redacting twice is redacting once. */
final class Token {
    /** The longest there is, with its brackets, in UTF-16 code units; with room to spare. */
    static final int LONGEST = 32;

    private static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };

    private static final String[] KOREAN_UNITS = {"", "만", "억", "조", "경"};
    private static final String[] ENGLISH_UNITS = {"", "k", "m", "bn", "tn", "qn"};

    private static final Set<String> FIXED = fixed();
    private static final List<Pattern> SHAPES = List.of(
            Pattern.compile("\\[(?:0|[125]0{0,3}[만억조경]?)~[125]0{0,3}[만억조경]?(?:원|달러|유로|엔|위안|파운드)?]"),
            Pattern.compile(
                    "\\[(?:(?:KRW|USD|EUR|JPY|CNY|GBP) )?(?:0|[125]0{0,2}(?:k|m|bn|tn|qn)?)-[125]0{0,2}(?:k|m|bn|tn|qn)?]"),
            Pattern.compile("\\[[1-7]0대]|\\[[2-7]0s]"),
            Pattern.compile("\\[(?:19|20)\\d\\d년?]|\\[(?:19|20)\\d0(?:년대|s)]|\\[(?:[1-9]|1[0-2])월]"));

    private Token() {}

    static boolean is(String text) {
        return FIXED.contains(text)
                || SHAPES.stream().anyMatch(shape -> shape.matcher(text).matches());
    }

    static String of(Kind kind, boolean korean) {
        return kind == Kind.INVISIBLE ? "" : bracketed(kind.label(korean));
    }

    static String amount(AmountRange range, Currency currency, boolean korean) {
        return korean
                ? bracketed(edge(range.low(), 10_000, KOREAN_UNITS)
                        + "~"
                        + edge(range.high(), 10_000, KOREAN_UNITS)
                        + currency.korean)
                : bracketed((currency == Currency.NONE ? "" : currency.name() + " ")
                        + edge(range.low(), 1_000, ENGLISH_UNITS)
                        + "-"
                        + edge(range.high(), 1_000, ENGLISH_UNITS));
    }

    static String age(int years, boolean korean) {
        if (years < 10) {
            return korean ? "[10세 미만]" : "[under 10]";
        }
        if (years >= 80) {
            return korean ? "[80대 이상]" : "[80 or older]";
        }
        int band = years / 10 * 10;
        return korean ? "[" + band + "대]" : band == 10 ? "[teens]" : "[" + band + "s]";
    }

    static String year(int year, boolean korean) {
        return year < 1900 || year > 2099 ? of(Kind.DATE, korean) : "[" + year + (korean ? "년]" : "]");
    }

    static String decade(int year, boolean korean) {
        return year < 1900 || year > 2099 ? of(Kind.DATE, korean) : "[" + year / 10 * 10 + (korean ? "년대]" : "s]");
    }

    static String month(int month, boolean korean) {
        return korean ? "[" + month + "월]" : bracketed(MONTHS[month - 1]);
    }

    static String area(Area area, boolean korean) {
        return bracketed(korean ? area.korean : area.english);
    }

    static String address(boolean korean) {
        return korean ? "[주소]" : "[address]";
    }

    private static String edge(long value, int step, String[] units) {
        long rest = value;
        int unit = 0;
        while (rest >= step && rest % step == 0 && unit < units.length - 1) {
            rest /= step;
            unit++;
        }
        return rest + units[unit];
    }

    private static String bracketed(String words) {
        return "[" + words + "]";
    }

    private static Set<String> fixed() {
        Stream<String> kinds = Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.INVISIBLE)
                .flatMap(kind -> Stream.of(of(kind, true), of(kind, false)));
        Stream<String> areas =
                Arrays.stream(Area.values()).flatMap(area -> Stream.of(area(area, true), area(area, false)));
        Stream<String> months = Arrays.stream(MONTHS).map(Token::bracketed);
        Stream<String> rest = Stream.of(
                age(1, true),
                age(1, false),
                age(99, true),
                age(99, false),
                age(15, false),
                address(true),
                address(false));
        return Stream.of(kinds, areas, months, rest).flatMap(s -> s).collect(Collectors.toUnmodifiableSet());
    }

    /** What money is counted in. */
    enum Currency {
        KRW("원"),
        USD("달러"),
        EUR("유로"),
        JPY("엔"),
        CNY("위안"),
        GBP("파운드"),
        NONE("");

        private final String korean;

        Currency(String korean) {
            this.korean = korean;
        }
    }

    /** The parts of Korea towns and districts are shown as. */
    enum Area {
        CAPITAL("수도권", "Seoul area"),
        CHUNGCHEONG("충청권", "Chungcheong area"),
        HONAM("호남권", "Honam area"),
        YEONGNAM("영남권", "Yeongnam area"),
        GANGWON("강원권", "Gangwon area"),
        JEJU("제주권", "Jeju area"),
        /** A district whose name several towns have. */
        SOMEWHERE("지역", "area");

        private final String korean;
        private final String english;

        Area(String korean, String english) {
            this.korean = korean;
            this.english = english;
        }
    }
}
