package org.somoim.privacy.redaction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.somoim.privacy.redaction.Token.Currency;

/** Amounts of money, Korean and English, as ranges of a ladder. */
final class Money implements Finder {
    private static final String DIGITS = "일이삼사오육칠팔구";
    private static final String SIGNS = "₩$€£¥";
    /** More digits than this, written without commas, are no amount. */
    private static final int MOST_DIGITS = 13;

    private static final BigDecimal MOST = BigDecimal.TEN.pow(17);

    private static final Map<String, Currency> NAMES = Map.ofEntries(
            Map.entry("원", Currency.KRW),
            Map.entry("won", Currency.KRW),
            Map.entry("krw", Currency.KRW),
            Map.entry("₩", Currency.KRW),
            Map.entry("원화", Currency.KRW),
            Map.entry("달러", Currency.USD),
            Map.entry("불", Currency.USD),
            Map.entry("dollars", Currency.USD),
            Map.entry("dollar", Currency.USD),
            Map.entry("bucks", Currency.USD),
            Map.entry("usd", Currency.USD),
            Map.entry("us$", Currency.USD),
            Map.entry("$", Currency.USD),
            Map.entry("유로", Currency.EUR),
            Map.entry("euros", Currency.EUR),
            Map.entry("euro", Currency.EUR),
            Map.entry("eur", Currency.EUR),
            Map.entry("€", Currency.EUR),
            Map.entry("엔", Currency.JPY),
            Map.entry("yen", Currency.JPY),
            Map.entry("jpy", Currency.JPY),
            Map.entry("¥", Currency.JPY),
            Map.entry("위안", Currency.CNY),
            Map.entry("yuan", Currency.CNY),
            Map.entry("cny", Currency.CNY),
            Map.entry("파운드", Currency.GBP),
            Map.entry("pounds", Currency.GBP),
            Map.entry("pound", Currency.GBP),
            Map.entry("gbp", Currency.GBP),
            Map.entry("£", Currency.GBP));

    private static final Pattern AFTER =
            Pattern.compile(" ?(원화|원(?![칙소장래본])|달러|불(?![가-힣])|유로|엔(?![가-힣]{2})|위안|파운드|₩|\\$|€|£|¥|(?:"
                    + "won|krw|dollars?|bucks|usd|euros?|eur|yen|jpy|yuan|cny|pounds?|gbp)(?![a-z]))");

    private static final Pattern BEFORE = Pattern.compile("(?:us\\$|usd|krw|eur|jpy|cny|gbp|원화|[₩$€£¥]) ?$");

    private static final Pattern LATIN_UNIT =
            Pattern.compile("(?: ?(thousand|grand|million|mil|mln|mn|billion|bn|trillion)|(k|m|b))(?![a-z0-9])");

    /** What is counted in ten thousands and is not money. */
    private static final Pattern COUNTED = Pattern.compile(
            " ?(?:여 ?|천 ?|백 ?)?(?:명|개|번|회(?!사)|보(?![다증험])|걸음|권|대(?![출비])|마리|건|시간|km|킬로|미터|m(?![a-z])|점|표|장|그루|톤|kg|가구|세대|곳|"
                    + "분|일|년|평|글자|자(?![금산])|단어|조회|구독|팔로|뷰|포인트|마일|도|%|프로|퍼센트|호|층|세|살|번째|people|members|users|steps|"
                    + "miles|words|views|times|points|followers|hours|days|books|pages|km|kg|cal|kcal|칼로리|percent|years|months|weeks|"
                    + "minutes|meters|metres)");

    /** After these a bare number is an amount, in ten thousand won where Korean. */
    private static final Pattern KOREAN_CONTEXT =
            Pattern.compile("(?:연봉|월급|월세|전세|보증금|대출|적금|저축|시급|용돈|월수입|연수입|매출|빚|수입|생활비|비상금|종잣돈|목표액|목표 금액|예산)"
                    + "[은는이가을를도만에]? ?(?:약 ?|한 ?|총 ?|월 ?|매달 ?|연 ?|: ?)?$");

    private static final Pattern ENGLISH_CONTEXT = Pattern.compile(
            "(?:\\b(?:save|saved|saving|savings|earn|earned|earning|owe|owed|debt|loan|salary|income|rent|pay|paid|invest|invested|"
                    + "spend|spent|budget|wage|wages|mortgage|deposit|deposited|donate|donated|raise|raised|make|makes|made|worth|cost|costs)"
                    + "(?: (?:of|is|was|about|around|over|nearly|almost|up|to|me|at|another|only|just|under)){0,3}:? )$");

    private static final Set<Character> LARGE = Set.of('만', '억', '조');

    private final Ladder ladder;

    Money(Ladder ladder) {
        this.ladder = ladder;
    }

    @Override
    public void find(Canvas canvas) {
        String text = canvas.lower();
        int at = 0;
        while (at < text.length()) {
            char sign = text.charAt(at);
            if (!Words.digit(sign) && DIGITS.indexOf(sign) < 0 && unit(sign) == 0) {
                at++;
                continue;
            }
            Figure figure = figure(text, at);
            if (figure == null) {
                at = afterFigure(text, at);
                continue;
            }
            at = Math.max(settle(canvas, text, at, figure), at + 1);
        }
    }

    /** Claims it if it is money; says where to go on. */
    private int settle(Canvas canvas, String text, int start, Figure figure) {
        String before = text.substring(Math.max(0, start - 40), start);
        Matcher sign = BEFORE.matcher(before);
        boolean signed = endsLike(before, true) && sign.find() && wordEndsBefore(before, sign.start());
        int from = signed ? start - (before.length() - sign.start()) : start;
        if (!signed && inALongerNumber(text, start)) {
            return figure.end;
        }
        Currency currency = signed ? NAMES.get(sign.group().strip()) : null;
        int end = figure.end;
        BigDecimal value = figure.value;
        boolean scaled = figure.large;
        Matcher latin = LATIN_UNIT.matcher(text).region(end, Math.min(text.length(), end + 12));
        boolean shortUnit = false;
        if (figure.digitsOnly && latin.lookingAt()) {
            BigDecimal times = times(latin.group(1) == null ? latin.group(2) : latin.group(1));
            value = value.multiply(times);
            shortUnit = latin.group(2) != null;
            scaled = true;
            end = latin.end();
        }
        Matcher after = AFTER.matcher(text).region(end, Math.min(text.length(), end + 12));
        boolean named = after.lookingAt();
        if (named) {
            currency = NAMES.get(after.group(1));
            end = after.end();
            if (figure.spelled && !figure.hasUnit) {
                // A spelled digit and a word that begins like a currency: 이 원.
                return figure.end;
            }
        } else if (figure.openThousands) {
            value = value.add(figure.open.multiply(BigDecimal.valueOf(9_999)));
        }
        boolean money = named || signed || byItself(text, start, end, figure, scaled, shortUnit);
        if (!money && figure.digitsOnly && !figure.grouped && figure.digits >= 2 && !joined(text, end)) {
            Matcher korean = KOREAN_CONTEXT.matcher(before);
            if (endsLike(before, false)
                    && korean.find()
                    && !COUNTED.matcher(text).region(end, text.length()).lookingAt()) {
                money = true;
                currency = Currency.KRW;
                value = value.compareTo(BigDecimal.valueOf(100_000)) < 0 ? value.movePointRight(4) : value;
            } else if (endsLike(before, false)
                    && !looksLikeYear(figure)
                    && ENGLISH_CONTEXT.matcher(before).find()
                    && !COUNTED.matcher(text).region(end, text.length()).lookingAt()) {
                money = true;
            }
        }
        if (!money || !named && joined(text, end)) {
            return figure.end;
        }
        if (currency == null) {
            currency = figure.hasUnit ? Currency.KRW : Currency.NONE;
        }
        canvas.claim(lower(text, from), end, Kind.MONEY, token(value, currency, canvas.korean()));
        return end;
    }

    /** Where the lower end of 300~500만원 begins, or {@code from} if there is none. */
    private static int lower(String text, int from) {
        int at = from;
        if (at > 1 && text.charAt(at - 1) == ' ') {
            at--;
        }
        if (at < 2 || text.charAt(at - 1) != '~' && text.charAt(at - 1) != '-') {
            return from;
        }
        at--;
        if (text.charAt(at - 1) == ' ') {
            at--;
        }
        int digits = 0;
        while (at > 0 && digits < 12 && (Words.digit(text.charAt(at - 1)) || text.charAt(at - 1) == ',')) {
            at--;
            digits++;
        }
        return digits == 0 ? from : at;
    }

    private String token(BigDecimal value, Currency currency, boolean korean) {
        if (value.compareTo(MOST) >= 0) {
            return Token.of(Kind.MONEY, korean);
        }
        long whole = value.setScale(0, RoundingMode.FLOOR).longValueExact();
        return Token.amount(AmountRange.of(whole, ladder), currency, korean);
    }

    /** Whether it is an amount though no currency is named: 3,500만, 12억 5천, 1,200,000. */
    private static boolean byItself(String text, int start, int end, Figure figure, boolean scaled, boolean shortUnit) {
        boolean counted = COUNTED.matcher(text).region(end, text.length()).lookingAt();
        if (figure.large) {
            return !figure.spelled && !counted;
        }
        if (scaled) {
            return !counted
                    && (!shortUnit
                            || ENGLISH_CONTEXT
                                    .matcher(text.substring(Math.max(0, start - 40), start))
                                    .find());
        }
        return figure.grouped && (figure.digits >= 7 || !counted);
    }

    /** Whether it is worth looking for a currency or a word about money at the end of this. */
    private static boolean endsLike(String before, boolean currency) {
        int at = before.length() - 1;
        if (at >= 0 && before.charAt(at) == ' ') {
            at--;
        }
        return at >= 0
                && (Character.isLetter(before.charAt(at))
                        || (currency ? SIGNS.indexOf(before.charAt(at)) >= 0 : before.charAt(at) == ':'));
    }

    private static boolean looksLikeYear(Figure figure) {
        int value = figure.value.intValue();
        return figure.digits == 4 && value >= 1900 && value < 2100;
    }

    /** Whether more of a number follows right away, so that this is a part of something else. */
    private static boolean joined(String text, int end) {
        if (end >= text.length()) {
            return false;
        }
        char next = text.charAt(end);
        if (Words.latinOrDigit(next) || next == '@') {
            return true;
        }
        return (next == '-' || next == '.' || next == ',' || next == '/' || next == ':')
                && end + 1 < text.length()
                && Words.digit(text.charAt(end + 1));
    }

    private static boolean inALongerNumber(String text, int start) {
        if (start == 0) {
            return false;
        }
        char before = text.charAt(start - 1);
        if (Words.latinOrDigit(before) || before == '_' || before == '@' || before == '#') {
            return true;
        }
        if (start > 1 && (before == '.' || before == ',' || before == '/' || before == ':')) {
            return Words.digit(text.charAt(start - 2));
        }
        // 300-500만원 is a range, 010-1234-5678 is not: its first part begins with 0 or has a part before it.
        if (start > 1 && (before == '-' || before == '~') && Words.digit(text.charAt(start - 2))) {
            int first = start - 2;
            while (first > 0 && start - first < 12 && Words.digit(text.charAt(first - 1))) {
                first--;
            }
            return before == '-'
                    && (text.charAt(first) == '0'
                            || start - 1 - first > 4
                            || first > 0 && "-./+)".indexOf(text.charAt(first - 1)) >= 0);
        }
        return false;
    }

    private static boolean wordEndsBefore(String text, int at) {
        return at == 0 || !Words.latinOrDigit(text.charAt(at - 1)) || !Words.latin(text.charAt(at));
    }

    private static BigDecimal times(String unit) {
        return switch (unit) {
            case "k", "thousand", "grand" -> BigDecimal.valueOf(1_000);
            case "m", "million", "mil", "mln", "mn" -> BigDecimal.valueOf(1_000_000);
            case "b", "billion", "bn" -> BigDecimal.valueOf(1_000_000_000);
            default -> BigDecimal.valueOf(1_000_000_000_000L);
        };
    }

    private static long unit(char sign) {
        return switch (sign) {
            case '십' -> 10;
            case '백' -> 100;
            case '천' -> 1_000;
            case '만' -> 10_000;
            case '억' -> 100_000_000;
            case '조' -> 1_000_000_000_000L;
            default -> 0;
        };
    }

    private static int afterFigure(String text, int at) {
        int end = at;
        boolean digit = Words.digit(text.charAt(at));
        while (end < text.length() && digit && Words.digit(text.charAt(end))) {
            end++;
        }
        return Math.max(end, at + 1);
    }

    /**
     * A number as written.
     *
     * @param large whether it has 만, 억 or 조
     * @param spelled whether it begins with a Hangul digit or unit
     * @param openThousands whether it ends like 12억 5천, which means 5천만
     * @param open that end
     */
    private record Figure(
            int end,
            BigDecimal value,
            boolean large,
            boolean hasUnit,
            boolean spelled,
            boolean digitsOnly,
            boolean grouped,
            int digits,
            boolean openThousands,
            BigDecimal open) {}

    private static @Nullable Figure figure(String text, int start) {
        boolean spelled = !Words.digit(text.charAt(start));
        if (spelled && !Hangul.startsWord(text, start)) {
            return null;
        }
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal section = BigDecimal.ZERO;
        boolean large = false;
        boolean hasUnit = false;
        boolean grouped = false;
        boolean openThousands = false;
        int digits = 0;
        int at = start;
        int parts = 0;
        long lastLarge = Long.MAX_VALUE;
        while (at < text.length() && parts++ < 12) {
            int partStart = at;
            BigDecimal number = null;
            int next = at;
            if (Words.digit(text.charAt(at))) {
                int end = numberEnd(text, at);
                String plain = text.substring(at, end).replace(",", "");
                int count = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
                boolean commas = end - at != plain.length();
                if (!commas && (count > MOST_DIGITS || count > 1 && plain.charAt(0) == '0')) {
                    return null;
                }
                grouped |= commas;
                digits += count;
                number = new BigDecimal(plain);
                next = end;
            } else if (DIGITS.indexOf(text.charAt(at)) >= 0) {
                number = BigDecimal.valueOf(DIGITS.indexOf(text.charAt(at)) + 1);
                next = at + 1;
            }
            long unit = next < text.length() ? unit(text.charAt(next)) : 0;
            if (unit == 0 && number != null && next + 1 < text.length() && text.charAt(next) == ' ') {
                // 3,500 만원
                long spaced = unit(text.charAt(next + 1));
                if (LARGE.contains(text.charAt(next + 1)) && (spaced > 10_000 || moneyFollows(text, next + 2))) {
                    unit = spaced;
                    next++;
                }
            }
            if (unit == 0) {
                if (number == null) {
                    break;
                }
                if (hasUnit && Words.digit(text.charAt(at)) || !hasUnit) {
                    section = section.add(number);
                    at = next;
                } else {
                    // 삼만이 다: the digit may be a particle; it is too small to matter.
                    at = moneyFollows(text, next) ? next : at;
                }
                break;
            }
            hasUnit = true;
            at = next + 1;
            if (unit >= 10_000) {
                if (unit >= lastLarge) {
                    // 1만 2만: the next amount.
                    at = partStart;
                    break;
                }
                lastLarge = unit;
                BigDecimal whole = number == null ? section : section.add(number);
                total = total.add((whole.signum() == 0 ? BigDecimal.ONE : whole).multiply(BigDecimal.valueOf(unit)));
                section = BigDecimal.ZERO;
                large = true;
                openThousands = false;
                if (at + 1 < text.length() && text.charAt(at) == ' ' && continues(text, at + 1)) {
                    at++;
                }
            } else {
                section = section.add((number == null ? BigDecimal.ONE : number).multiply(BigDecimal.valueOf(unit)));
                openThousands = large && lastLarge > 10_000 && unit >= 100;
            }
        }
        if (at == start) {
            return null;
        }
        if (at > start && text.charAt(at - 1) == ' ') {
            at--;
        }
        boolean digitsOnly = !hasUnit && !spelled;
        return new Figure(
                at, total.add(section), large, hasUnit, spelled, digitsOnly, grouped, digits, openThousands, section);
    }

    /** After 억 and a space: a digit that itself has a unit, or the currency. */
    private static boolean continues(String text, int at) {
        if (!Words.digit(text.charAt(at))) {
            return false;
        }
        int end = numberEnd(text, at);
        return end < text.length() && (unit(text.charAt(end)) > 0 || moneyFollows(text, end));
    }

    private static boolean moneyFollows(String text, int at) {
        return at < text.length()
                && AFTER.matcher(text)
                        .region(at, Math.min(text.length(), at + 12))
                        .lookingAt();
    }

    private static int numberEnd(String text, int start) {
        int at = start;
        while (at < text.length() && Words.digit(text.charAt(at))) {
            at++;
        }
        if (at - start <= 3) {
            while (at + 3 < text.length()
                    && text.charAt(at) == ','
                    && Words.digit(text.charAt(at + 1))
                    && Words.digit(text.charAt(at + 2))
                    && Words.digit(text.charAt(at + 3))
                    && !(at + 4 < text.length() && Words.digit(text.charAt(at + 4)))
                    && at - start < 24) {
                at += 4;
            }
        }
        if (at + 1 < text.length() && text.charAt(at) == '.' && Words.digit(text.charAt(at + 1))) {
            int end = at + 1;
            while (end < text.length() && Words.digit(text.charAt(end)) && end - at <= 4) {
                end++;
            }
            boolean another = end < text.length()
                    && (Words.digit(text.charAt(end))
                            || text.charAt(end) == '.' && end + 1 < text.length() && Words.digit(text.charAt(end + 1)));
            if (!another) {
                return end;
            }
        }
        return at;
    }
}
