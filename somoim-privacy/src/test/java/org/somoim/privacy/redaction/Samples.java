package org.somoim.privacy.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Invented Korean and English texts that hold identifiers, amounts, ages and days, in many spellings; the same for a seed. */
final class Samples {
    private final Random random;

    Samples(long seed) {
        this.random = new Random(seed);
    }

    /** A text and what was put into it. */
    record Sample(String text, List<Planted> planted) {}

    /** Where something was put, and what it is. */
    record Planted(Kind kind, int start, int end) {}

    static final List<Kind> IDENTIFIERS = List.of(
            Kind.EMAIL,
            Kind.URL,
            Kind.HANDLE,
            Kind.IP,
            Kind.RESIDENT_NUMBER,
            Kind.BUSINESS_NUMBER,
            Kind.PASSPORT,
            Kind.DRIVING_LICENCE,
            Kind.CARD,
            Kind.IBAN,
            Kind.ACCOUNT,
            Kind.PHONE);

    static final List<Kind> HARMLESS = List.of(Kind.MONEY, Kind.AGE, Kind.DATE);

    private static final String[] KOREAN_BEFORE = {
        "안녕하세요 ", "궁금하면 ", "연락은 ", "참고로 ", "올해 목표를 이루려고 ", "자세한 건 ", "저는 ", "\n", "(", "혹시 필요하면 ", "제 것은 ", "예전에는 "
    };
    private static final String[] KOREAN_AFTER = {
        "로 주세요", "입니다.", " 이에요!", "으로 부탁드려요", "", ".", ") 확인", "\n감사합니다", "라고 했어요", "를 썼어요", " 입니다~", "가 맞아요"
    };
    private static final String[] ENGLISH_BEFORE = {
        "Hello, ",
        "please use ",
        "you can find it under ",
        "mine was ",
        "\n",
        "(",
        "for questions: ",
        "I wrote down ",
        "it said ",
        "just "
    };
    private static final String[] ENGLISH_AFTER = {
        " thanks!", ".", "", ", as always", ")", " and that was it", "\nbye", " - so far", "!", " or later"
    };

    /** With one identifier of each of the kinds and something harmless. */
    Sample identifying(Kind... kinds) {
        boolean korean = random.nextBoolean();
        var text = new StringBuilder();
        var planted = new ArrayList<Planted>();
        for (Kind kind : kinds) {
            put(text, planted, kind, korean);
            text.append(
                    one(korean ? new String[] {" 그리고 ", ". 또 ", "\n\n"} : new String[] {" also ", ". Then ", "\n\n"}));
        }
        put(text, planted, one(HARMLESS.toArray(new Kind[0])), korean);
        return new Sample(text.toString(), planted);
    }

    /** With three harmless things and nothing else. */
    Sample harmless() {
        boolean korean = random.nextBoolean();
        var text = new StringBuilder();
        var planted = new ArrayList<Planted>();
        for (int i = 0; i < 3; i++) {
            put(text, planted, one(HARMLESS.toArray(new Kind[0])), korean);
            text.append(one(korean ? new String[] {" 그리고 ", ". 또 ", "\n"} : new String[] {" also ", ". Then ", "\n"}));
        }
        return new Sample(text.toString(), planted);
    }

    private void put(StringBuilder text, List<Planted> planted, Kind kind, boolean korean) {
        text.append(one(korean ? KOREAN_BEFORE : ENGLISH_BEFORE));
        String lead = lead(kind, korean);
        text.append(lead);
        int start = text.length();
        text.append(spelling(kind, korean));
        planted.add(new Planted(kind, start, text.length()));
        text.append(
                kind == Kind.AGE || kind == Kind.MONEY || kind == Kind.DATE
                        ? one(
                                korean
                                        ? new String[] {"", "에", " 정도", "입니다.", "쯤이에요", "!"}
                                        : new String[] {"", ".", " or so", ", yes", "!"})
                        : one(korean ? KOREAN_AFTER : ENGLISH_AFTER));
    }

    private String lead(Kind kind, boolean korean) {
        return switch (kind) {
            case HANDLE ->
                one(
                        korean
                                ? new String[] {"카톡 아이디 ", "카카오톡 ", "텔레그램: ", "인스타 ", "아이디는 "}
                                : new String[] {
                                    "telegram: ", "my insta is id ", "kakao id ", "discord: ", "KakaoTalk ID: "
                                });
            case ACCOUNT ->
                one(
                        korean
                                ? new String[] {"국민은행 ", "계좌번호 ", "카카오뱅크 ", "우리 ", "주문번호 ", "회원번호: "}
                                : new String[] {"account ", "acct no. ", "order ", "bank account: ", "member number "});
            case CARD -> one(korean ? new String[] {"카드 ", "카드번호는 ", ""} : new String[] {"card ", "Visa ", ""});
            case PASSPORT -> one(korean ? new String[] {"여권번호 ", "여권 "} : new String[] {"passport ", "Passport no. "});
            case AGE -> korean ? one("저는 ", "제 나이는 ", "") : one("she was about ", "a ", "");
            case MONEY -> korean ? one("매달 ", "모은 돈은 ", "약 ", "") : one("saved ", "about ", "it cost ", "");
            default -> "";
        };
    }

    private String spelling(Kind kind, boolean korean) {
        return switch (kind) {
            case EMAIL -> email(korean);
            case URL -> url();
            case HANDLE -> handle();
            case IP -> ip();
            case RESIDENT_NUMBER -> resident();
            case BUSINESS_NUMBER -> digits(3) + "-" + digits(2) + "-" + digits(5);
            case PASSPORT ->
                random.nextBoolean()
                        ? one("M", "S", "R", "m") + digits(8)
                        : "M" + digits(3) + one("A", "B", "x") + digits(4);
            case DRIVING_LICENCE ->
                random.nextBoolean()
                        ? one("11", "12", "26") + "-" + digits(2) + "-" + digits(6) + "-" + digits(2)
                        : one("서울", "경기", "부산") + " " + digits(2) + "-" + digits(6) + "-" + digits(2);
            case CARD -> card();
            case IBAN -> iban();
            case ACCOUNT -> account();
            case PHONE -> phone(korean);
            case MONEY -> money(korean);
            case AGE -> age(korean);
            case DATE -> date(korean);
            default -> throw new AssertionError(kind);
        };
    }

    private String email(boolean korean) {
        String local = one(
                "hong.gildong", "minsu_87", "j.park", "kim-92", "sunny", "a1b2c3", "lee+goal", "ㅁnara".substring(1));
        String host = one("naver", "gmail", "daum", "hanmail", "example", "my-company");
        String end = one("com", "net", "co.kr", "org", "kr");
        return switch (random.nextInt(korean ? 12 : 8)) {
            case 0 -> local + " at " + host + " dot " + end.replace(".", " dot ");
            case 1 -> local + "(at)" + host + "(dot)com";
            case 2 -> local + " [at] " + host + " [dot] " + "com";
            case 3 -> local + " @ " + host + "." + end;
            case 4 -> wide(local + "@" + host + "." + end);
            case 5 -> local + "\u200b@" + host + "\u200b." + end;
            case 6 -> local.toUpperCase(java.util.Locale.ROOT) + "@" + host + "." + end;
            case 7 -> local + "@" + host + "." + end;
            case 8 -> local + "골뱅이" + host + "점컴";
            case 9 -> local + " 골뱅이 " + one("네이버", "지메일", "다음") + " 닷컴";
            case 10 -> local + "앳" + host + "쩜com";
            default -> local + "@" + one("naver", "gmail") + "점컴";
        };
    }

    private String url() {
        return one(
                "https://blog.example.com/people/hong?id=12",
                "http://192.0.2.17:8080/x",
                "www.hong-gildong.net",
                "open.kakao.com/o/sAbCdEf",
                "blog.naver.com/hong1987",
                "hong.tistory.com",
                "t.me/hong_gd",
                "HTTPS://EXAMPLE.ORG/A_B",
                "instagram.com/sunny.day",
                "naver점컴",
                "ｅｘａｍｐｌｅ.ｃｏｍ",
                "bit.ly/3xYzAb",
                "hong dot example dot com",
                "linkedin.com/in/hong-gildong");
    }

    private String handle() {
        return one(
                "hong_87", "sunny.day", "min-su", "kdh1234", "nabi2", "@hong_gd", "x_park_x", "blue.whale", "jenny92");
    }

    private String ip() {
        if (random.nextBoolean()) {
            return random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256) + "."
                    + (1 + random.nextInt(255));
        }
        return one(
                "2001:0db8:85a3:0000:0000:8a2e:0370:7334",
                "2001:db8::8a2e:370:7334",
                "fe80::1%eth0",
                "2001:DB8::1",
                "::ffff:192.0.2.128",
                "2001:db8:1:2:3:4:5:6");
    }

    private String resident() {
        String birth =
                String.format("%02d%02d%02d", random.nextInt(100), 1 + random.nextInt(12), 1 + random.nextInt(28));
        String rest = (1 + random.nextInt(8)) + digits(6);
        return switch (random.nextInt(8)) {
            case 0 -> birth + rest;
            case 1 -> birth + " " + rest;
            case 2 -> birth + " - " + rest;
            case 3 -> birth + "–" + rest;
            case 4 -> wide(birth + "-" + rest);
            case 5 -> birth + "-" + rest.charAt(0) + "******";
            case 6 -> birth + "\u200b-" + rest.substring(0, 3) + "\u2060" + rest.substring(3);
            default -> birth + "-" + rest;
        };
    }

    private String card() {
        String prefix = one("4", "51", "35", "9410", "37");
        int length = prefix.equals("37") ? 15 : 16;
        String body = prefix + digits(length - 1 - prefix.length());
        for (char check = '0'; check <= '9'; check++) {
            String card = body + check;
            if (luhn(card)) {
                String[] groups = length == 15
                        ? new String[] {card.substring(0, 4), card.substring(4, 10), card.substring(10)}
                        : new String[] {
                            card.substring(0, 4), card.substring(4, 8), card.substring(8, 12), card.substring(12)
                        };
                return switch (random.nextInt(7)) {
                    case 0 -> String.join("-", groups);
                    case 1 -> String.join(" ", groups);
                    case 2 -> card;
                    case 3 -> String.join(".", groups);
                    case 4 -> wide(String.join("-", groups));
                    case 5 -> String.join("\n", groups);
                    default -> String.join(" - ", groups);
                };
            }
        }
        throw new AssertionError();
    }

    /** Written apart from the one that is tested. */
    private static boolean luhn(String card) {
        int sum = 0;
        for (int i = 0; i < card.length(); i++) {
            int digit = card.charAt(card.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum % 10 == 0;
    }

    private String iban() {
        // Published examples of the registry; their check digits hold, the accounts are nobody's.
        String iban = one(
                "DE89370400440532013000",
                "GB29NWBK60161331926819",
                "FR1420041010050500013M02606",
                "NL91ABNA0417164300",
                "BE68539007547034",
                "CH9300762011623852957",
                "ES9121000418450200051332",
                "NO9386011117947");
        return switch (random.nextInt(4)) {
            case 0 -> iban;
            case 1 -> iban.replaceAll("(.{4})", "$1 ").strip();
            case 2 -> iban.toLowerCase(java.util.Locale.ROOT);
            default -> wide(iban);
        };
    }

    private String account() {
        return switch (random.nextInt(11)) {
            case 0 -> digits(6) + "-" + digits(2) + "-" + digits(6);
            case 1 -> "110-" + digits(3) + "-" + digits(6);
            case 2 -> "1002-" + digits(3) + "-" + digits(6);
            case 3 -> "3333-" + digits(2) + "-" + digits(7);
            case 4 -> digits(14);
            case 5 -> "302-" + digits(4) + "-" + digits(4) + "-" + digits(2) + "1";
            case 6 -> "3333 " + digits(2) + " " + digits(7);
            case 7 -> wide("110-" + digits(3) + "-" + digits(6));
            case 8 -> "9" + digits(6);
            case 9 -> "100-" + digits(3) + "." + digits(6);
            default -> "7" + digits(9);
        };
    }

    private String phone(boolean korean) {
        String middle = (1 + random.nextInt(9)) + digits(3);
        String last = digits(4);
        return switch (random.nextInt(korean ? 22 : 17)) {
            case 0 -> "010-" + middle + "-" + last;
            case 1 -> "010 " + middle + " " + last;
            case 2 -> "010." + middle + "." + last;
            case 3 -> "010" + middle + last;
            case 4 -> "+82 10-" + middle + "-" + last;
            case 5 -> "+8210" + middle + last;
            case 6 -> "(010) " + middle + "-" + last;
            case 7 -> "02-" + middle + "-" + last;
            case 8 -> "031-" + middle.substring(1) + "-" + last;
            case 9 -> wide("010-" + middle + "-" + last);
            case 10 -> "010\n" + middle + "\n" + last;
            case 11 -> "010–" + middle + "–" + last;
            case 12 -> "0 1 0 " + String.join(" ", (middle + last).split(""));
            case 13 -> "010\u200b" + middle + "\u200d" + last;
            case 14 -> "o1o-" + middle + "-" + last;
            case 15 -> english("010" + middle + last);
            case 16 -> "1588-" + last;
            case 17 -> korean("010") + " " + korean(middle) + " " + korean(last);
            case 18 -> korean("010" + middle + last);
            case 19 -> "영일영-" + middle + "-" + last;
            case 20 -> "공일공에 " + korean(middle) + "에 " + korean(last);
            default -> "010ㅡ" + middle + "ㅡ" + last;
        };
    }

    private String money(boolean korean) {
        int much = 1 + random.nextInt(99);
        return korean
                ? switch (random.nextInt(16)) {
                    case 0 -> much + "만원";
                    case 1 -> "3,500만원";
                    case 2 -> much + "만 원";
                    case 3 -> much + "억 5천";
                    case 4 -> "1억 2,000만원";
                    case 5 -> much + ",000,000원";
                    case 6 -> "₩" + much + ",500,000";
                    case 7 -> much + "00000원";
                    case 8 -> "1.5억";
                    case 9 -> "오백만원";
                    case 10 -> "삼천만 원";
                    case 11 -> "300~500만원";
                    case 12 -> "$" + much + ",000";
                    case 13 -> much + "00달러";
                    case 14 -> "천만원";
                    default -> "3500만";
                }
                : switch (random.nextInt(13)) {
                    case 0 -> "$" + much + ",000";
                    case 1 -> much + "k USD";
                    case 2 -> "USD " + much + "00";
                    case 3 -> "₩" + much + ",000,000";
                    case 4 -> "$" + much + "k";
                    case 5 -> much + " million won";
                    case 6 -> much + ",000,000 KRW";
                    case 7 -> "$1." + much % 10 + "m";
                    case 8 -> much + "000 dollars";
                    case 9 -> "€" + much + ",250.50";
                    case 10 -> much + " thousand dollars";
                    case 11 -> much + ",345,000";
                    default -> "KRW " + much + ",500,000";
                };
    }

    private String age(boolean korean) {
        int years = 10 + random.nextInt(80);
        return korean
                ? one(
                        years + "세",
                        "만 " + years + "세",
                        years + "살",
                        "30대 초반",
                        "40대 후반",
                        "서른다섯 살",
                        "스물두 살",
                        "마흔 살",
                        "쉰하나",
                        "삼십오 세",
                        "서른 중반")
                : one(
                        years + " years old",
                        years + "-year-old",
                        "aged " + years,
                        "mid-30s",
                        "early forties",
                        "thirty-five years old",
                        years + "yo",
                        years + " y/o");
    }

    private String date(boolean korean) {
        int month = 1 + random.nextInt(12);
        int day = 1 + random.nextInt(28);
        String padded = String.format("%02d.%02d", month, day);
        return korean
                ? one(
                        "2026.11.21",
                        "2026. " + month + ". " + day + ".",
                        "2025-" + padded.replace('.', '-'),
                        "2024년 " + month + "월 " + day + "일",
                        month + "월 " + day + "일",
                        "24." + padded,
                        "1987년 " + month + "월 " + day + "일",
                        "2024년 " + month + "월",
                        "87년생",
                        "2026." + padded + "(토)",
                        "2026/" + padded.replace('.', '/') + " 18:30")
                : one(
                        "2026-" + padded.replace('.', '-'),
                        "November " + day + ", 2026",
                        day + " Mar 2025",
                        "Jan " + day + "th",
                        month + "/" + day + "/2024",
                        day + ".05.2024",
                        "2026-" + padded.replace('.', '-') + "T18:30:00Z",
                        "the " + day + "th of June 2023",
                        "December 2025");
    }

    private String digits(int count) {
        var out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(random.nextInt(10));
        }
        return out.toString();
    }

    private String korean(String digits) {
        String zero = one("공", "영");
        return digits.chars()
                .mapToObj(digit -> digit == '0' ? zero : "일이삼사오육칠팔구".substring(digit - '1', digit - '0'))
                .collect(Collectors.joining());
    }

    private String english(String digits) {
        String[] names = {one("zero", "oh"), "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
        return digits.chars().mapToObj(digit -> names[digit - '0']).collect(Collectors.joining(one(" ", "-", ", ")));
    }

    static String wide(String plain) {
        return plain.chars()
                .mapToObj(sign -> String.valueOf((char) (sign > 0x20 && sign < 0x7f ? sign + 0xfee0 : sign)))
                .collect(Collectors.joining());
    }

    @SafeVarargs
    final <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}
