package org.somoim.benchmarks;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What people write in Korean and English. */
final class Words {
    private static final List<String> ALL = List.of(
            "오늘", "걷기", "좋은", "날이에요", "토요일", "아침에", "산", "책을", "같이", "읽어요", "모임", "장소는", "한강", "공원", "적금", "이야기", "the",
            "river", "morning", "tea", "slow", "bridge", "who", "comes", "along", "bicycle", "song", "budget", "we",
            "meet", "at", "seven");

    private Words() {}

    /** Five words to a few lines. */
    static String text(RandomGenerator chance) {
        return chance.ints(5 + chance.nextInt(40), 0, ALL.size())
                .mapToObj(ALL::get)
                .collect(Collectors.joining(" "));
    }

    static String title(RandomGenerator chance) {
        return chance.ints(4, 0, ALL.size()).mapToObj(ALL::get).collect(Collectors.joining(" "));
    }
}
