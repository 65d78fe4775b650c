package org.somoim.privacy;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.somoim.privacy.Hierarchy.Band;
import org.somoim.privacy.Hierarchy.Level;

/** The traits that come with the house. */
public final class Hierarchies {
    /** Years at which an age band begins, after the first. */
    private static final List<Integer> AGES = List.of(20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80);
    /** Of ten thousand dollars a year, in order; where an income band begins, after the first. */
    private static final List<Integer> INCOMES = List.of(1, 2, 5, 10, 20, 50);

    /** How much of a currency goes as far as one dollar, to the next power of ten. */
    private static final Map<String, Long> DOLLARS = Map.of("KRW", 1_000L, "JPY", 100L, "IDR", 10_000L, "VND", 10_000L);

    private static final Label ALL = new Label("전체", "everyone");

    private Hierarchies() {}

    /** Five years, ten years, under 35 to 54 and over, everyone. */
    public static Hierarchy age() {
        return Hierarchy.of(
                "age",
                new Label("나이", "Age"),
                List.of(
                        new Level(new Label("5세 단위", "five years"), ages(AGES)),
                        new Level(new Label("10세 단위", "ten years"), ages(List.of(25, 35, 45, 55, 65, 75))),
                        new Level(new Label("청년, 중년, 장년", "thirds"), ages(List.of(35, 55))),
                        new Level(
                                ALL,
                                List.of(new Band("all", new Label("모든 나이", "all ages"), new Range(0, AGES.size()))))),
                bands -> ageLabel(start(bands.get(0)), end(bands.get(bands.size() - 1))));
    }

    /** The leaf of {@link #age()} for somebody that old; never fails. */
    public static int ageLeaf(int years) {
        return (int) AGES.stream().filter(start -> years >= start).count();
    }

    /** Yearly income of a household on the ladder 1, 2, 5, in steps that mean about the same in any currency; lower, middle, higher; everyone. */
    public static Hierarchy income(Currency currency) {
        List<Band> fine = new ArrayList<>();
        for (int leaf = 0; leaf <= INCOMES.size(); leaf++) {
            fine.add(new Band(
                    leaf == 0 ? "under-1" : "from-" + INCOMES.get(leaf - 1),
                    incomeLabel(currency, leaf, leaf),
                    new Range(leaf, leaf)));
        }
        return Hierarchy.of(
                "income-" + currency.getCurrencyCode().toLowerCase(Locale.ROOT),
                new Label("연 소득", "Yearly income"),
                List.of(
                        new Level(new Label("구간", "bands"), fine),
                        new Level(
                                new Label("하, 중, 상", "thirds"),
                                List.of(
                                        new Band("lower", incomeLabel(currency, 0, 2), new Range(0, 2)),
                                        new Band("middle", incomeLabel(currency, 3, 3), new Range(3, 3)),
                                        new Band("higher", incomeLabel(currency, 4, 6), new Range(4, 6)))),
                        new Level(ALL, List.of(new Band("all", new Label("모든 소득", "all incomes"), new Range(0, 6))))),
                bands -> incomeLabel(
                        currency,
                        bands.get(0).leaves().from(),
                        bands.get(bands.size() - 1).leaves().to()));
    }

    /** The leaf of {@link #income} for an income in whole units of the currency; never fails. */
    public static int incomeLeaf(Currency currency, long perYear) {
        long unit = unit(currency);
        return (int) INCOMES.stream().filter(start -> perYear >= start * unit).count();
    }

    /** The 17 provinces and cities of Korea by ISO 3166-2, seven areas, the country. */
    public static Hierarchy regionOfKorea() {
        List<Band> provinces = List.of(
                province(0, "kr-11", "서울", "Seoul"),
                province(1, "kr-28", "인천", "Incheon"),
                province(2, "kr-41", "경기", "Gyeonggi"),
                province(3, "kr-42", "강원", "Gangwon"),
                province(4, "kr-30", "대전", "Daejeon"),
                province(5, "kr-50", "세종", "Sejong"),
                province(6, "kr-43", "충북", "North Chungcheong"),
                province(7, "kr-44", "충남", "South Chungcheong"),
                province(8, "kr-29", "광주", "Gwangju"),
                province(9, "kr-45", "전북", "North Jeolla"),
                province(10, "kr-46", "전남", "South Jeolla"),
                province(11, "kr-27", "대구", "Daegu"),
                province(12, "kr-47", "경북", "North Gyeongsang"),
                province(13, "kr-26", "부산", "Busan"),
                province(14, "kr-31", "울산", "Ulsan"),
                province(15, "kr-48", "경남", "South Gyeongsang"),
                province(16, "kr-49", "제주", "Jeju"));
        List<Band> areas = List.of(
                area("capital", "수도권", "the capital area", 0, 2),
                area("gangwon", "강원권", "Gangwon", 3, 3),
                area("chungcheong", "충청권", "Chungcheong", 4, 7),
                area("honam", "호남권", "Honam", 8, 10),
                area("daegyeong", "대경권", "Daegu and North Gyeongsang", 11, 12),
                area("dongnam", "동남권", "Busan, Ulsan and South Gyeongsang", 13, 15),
                area("jeju", "제주권", "Jeju", 16, 16));
        return Hierarchy.of(
                "region-kr",
                new Label("지역", "Region"),
                List.of(
                        new Level(new Label("시도", "provinces and cities"), provinces),
                        new Level(new Label("권역", "areas"), areas),
                        new Level(new Label("전국", "the country"), List.of(area("all", "전국", "all of Korea", 0, 16)))),
                Hierarchy.Naming.listed());
    }

    private static List<Band> ages(List<Integer> starts) {
        List<Band> bands = new ArrayList<>();
        for (int at = 0; at <= starts.size(); at++) {
            int from = at == 0 ? 0 : starts.get(at - 1);
            int to = at == starts.size() ? 0 : starts.get(at);
            bands.add(new Band(
                    at == 0 ? "under-" + to : "from-" + from,
                    ageLabel(from, to),
                    new Range(ageLeaf(from), to == 0 ? AGES.size() : ageLeaf(to) - 1)));
        }
        return bands;
    }

    private static int start(Band band) {
        return band.leaves().from() == 0 ? 0 : AGES.get(band.leaves().from() - 1);
    }

    private static int end(Band band) {
        return band.leaves().to() == AGES.size() ? 0 : AGES.get(band.leaves().to());
    }

    /**
     * @param from 0 if it has no beginning
     * @param to exclusive; 0 if it has no end
     */
    private static Label ageLabel(int from, int to) {
        if (from == 0) {
            return new Label(to + "세 미만", "aged under " + to);
        }
        if (to == 0) {
            return new Label(from + "세 이상", "aged " + from + " and over");
        }
        return new Label(from + "–" + (to - 1) + "세", "aged " + from + "–" + (to - 1));
    }

    private static Label incomeLabel(Currency currency, int first, int last) {
        long unit = unit(currency);
        if (first == 0) {
            long top = INCOMES.get(last) * unit;
            return new Label("연 소득 " + korean(currency, top) + " 미만", "income under " + english(currency, top));
        }
        long bottom = INCOMES.get(first - 1) * unit;
        if (last == INCOMES.size()) {
            return new Label(
                    "연 소득 " + korean(currency, bottom) + " 이상", "income of " + english(currency, bottom) + " and over");
        }
        long top = INCOMES.get(last) * unit;
        return new Label(
                "연 소득 " + korean(currency, bottom) + " 이상 " + korean(currency, top) + " 미만",
                "income of " + english(currency, bottom) + " to under " + amount(top));
    }

    /** Won are told in ten thousands and hundred millions. */
    private static String korean(Currency currency, long units) {
        if (!currency.getCurrencyCode().equals("KRW")) {
            return english(currency, units);
        }
        return units % 100_000_000 == 0 ? amount(units / 100_000_000) + "억 원" : amount(units / 10_000) + "만 원";
    }

    private static String english(Currency currency, long units) {
        return currency.getCurrencyCode() + " " + amount(units);
    }

    private static String amount(long units) {
        return String.format(Locale.ROOT, "%,d", units);
    }

    private static long unit(Currency currency) {
        return 10_000 * DOLLARS.getOrDefault(currency.getCurrencyCode(), 1L);
    }

    private static Band province(int leaf, String key, String korean, String english) {
        return new Band(key, new Label(korean, english), new Range(leaf, leaf));
    }

    private static Band area(String key, String korean, String english, int from, int to) {
        return new Band(key, new Label(korean, english), new Range(from, to));
    }
}
