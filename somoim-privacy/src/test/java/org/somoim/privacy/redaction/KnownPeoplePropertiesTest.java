package org.somoim.privacy.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KnownPeoplePropertiesTest {
    private static final Redaction REDACTION = Redaction.of(text -> List.of());
    private static final int TEXTS = Boolean.getBoolean("somoim.nightly") ? 20_000 : 2_000;

    /** An invented person: a name in Hangul, and ways its owner and others write it. */
    private record Person(String surname, String given, List<String> spellings) {
        private static Person of(String surname, String given, String... romanised) {
            var all = new ArrayList<String>();
            String full = surname + given;
            all.addAll(List.of(
                    full,
                    given,
                    surname + " " + given,
                    String.join(" ", full.split("")),
                    String.join(".", full.split("")),
                    String.join("\u200b", full.split("")),
                    full.charAt(0) + "-" + full.substring(1),
                    java.text.Normalizer.normalize(full, java.text.Normalizer.Form.NFD)));
            for (String name : romanised) {
                all.add(name);
                all.add(name.toLowerCase(Locale.ROOT));
                all.add(name.toUpperCase(Locale.ROOT));
                all.add(name.replace(" ", ""));
                all.add(Samples.wide(name));
                String[] parts = name.split(" ", 2);
                all.add(parts[1] + " " + parts[0]);
                all.add(parts[1] + ", " + parts[0]);
                all.add(parts[1]);
                all.add(parts[1].replace("-", "").replace(" ", ""));
            }
            return new Person(surname, given, all);
        }
    }

    private static final List<Person> PEOPLE = List.of(
            Person.of("김", "민수", "Kim Min-su", "Kim Minsoo", "Gim Min-su", "Kim Min Soo"),
            Person.of("이", "서연", "Lee Seo-yeon", "Yi Seoyeon", "Rhee Seo Yun", "Lee Suh-yeon"),
            Person.of("박", "지훈", "Park Ji-hoon", "Bak Jihun", "Pak Jihoon"),
            Person.of("최", "은정", "Choi Eun-jung", "Choe Eunjeong", "Choi Eun Jeong"),
            Person.of("정", "현우", "Jung Hyun-woo", "Jeong Hyeonu", "Chung Hyunwoo"),
            Person.of("조", "경희", "Cho Kyung-hee", "Jo Gyeonghui", "Cho Kyunghee"),
            Person.of("윤", "보라", "Yoon Bora", "Yun Bo-ra"),
            Person.of("임", "철수", "Lim Chul-soo", "Im Cheolsu", "Rim Cheolsoo"),
            Person.of("한", "예진", "Han Ye-jin", "Han Yejin"),
            Person.of("오", "승환", "Oh Seung-hwan", "O Seunghwan"),
            Person.of("신", "혜원", "Shin Hye-won", "Sin Hyewon", "Shin Haewon"),
            Person.of("권", "태영", "Kwon Tae-young", "Gwon Taeyeong"),
            Person.of("황", "선우", "Hwang Sun-woo", "Hwang Seonu"),
            Person.of("류", "동현", "Ryu Dong-hyun", "Yoo Donghyeon"),
            Person.of("허", "준호", "Heo Jun-ho", "Hur Joonho", "Huh Junho"),
            Person.of("남궁", "하늘", "Namgung Ha-neul", "Namgung Haneul"),
            Person.of("강", "다은", "Kang Da-eun", "Gang Daeun"),
            Person.of("배", "성진", "Bae Sung-jin", "Pae Seongjin"),
            Person.of("문", "규리", "Moon Gyu-ri", "Mun Kyuri"),
            Person.of("유", "재석", "Yoo Jae-suk", "Yu Jaeseok", "You Jaesuk"));

    private static final String[] OTHERS = {
        "바다거북", "달리는 토끼", "night_owl", "SunnyDay", "hong.gd1987", "한빛전자", "Blue River Inc", "가람고등학교", "느티나무길", "책 읽는 저녁"
    };

    private static final String[] KOREAN_TAILS = {
        "", "이", "가", "는", "을", "랑", "이랑", "씨", "님이", "에게", "한테서", "네 집", "의", "도", "!", "(", "이가"
    };
    private static final String[] KOREAN_LEADS = {"", "어제 ", "우리 ", "\n", "(", "그때 ", "'"};
    private static final String[] ENGLISH_TAILS = {
        "", " said so", "'s idea", ".", ", who knows", "!", " and I", "는 말했다", "87"
    };
    private static final String[] ENGLISH_LEADS = {"", "yesterday ", "ask ", "\n", "(", "with ", "@"};

    @Test
    void everyKnownNameIsTakenOutHoweverItIsSpelled() {
        var random = new Random(77);
        var known = new ArrayList<Known>();
        PEOPLE.forEach(person -> known.add(Known.name(person.surname() + person.given())));
        known.addAll(others());
        KnownPeople people = KnownPeople.of(known);
        var all = new ArrayList<String>();
        PEOPLE.forEach(person -> all.addAll(person.spellings()));
        for (String other : OTHERS) {
            all.addAll(List.of(other, other.toUpperCase(Locale.ROOT), other.replace(" ", ""), Samples.wide(other)));
        }
        all.addAll(List.of("가람고", "blue river", "한빛", "ㅂㅏㄷㅏ거북", "sunny day", "n1ght_0wl", "hong gd", "느티나무 길"));
        assertAllHidden(all, people, random);
    }

    @Test
    void aNameKnownInLatinLettersIsTakenOutInHangulToo() {
        var people = KnownPeople.of(
                Known.name("Minsu Kim"),
                Known.name("Alex Turner"),
                Known.name("Sarah Connor Lee"),
                Known.nickname("haneul"));
        assertAllHidden(
                List.of(
                        "민수",
                        "김민수",
                        "김 민수",
                        "알렉스",
                        "사라",
                        "세라",
                        "하늘",
                        "Alex",
                        "Turner",
                        "Turner, Alex",
                        "alexturner",
                        "Minsu",
                        "KIM MINSU",
                        "Alexturner",
                        "Àlex Türner"),
                people,
                new Random(5));
    }

    /** What is known by one word does not keep a longer spelling of the same person from being found. */
    @Test
    void overlappingNamesAreTakenOutAsOne() {
        KnownPeople people = KnownPeople.of(
                Known.name("김민수"), Known.email("minsu@example.com"), Known.nickname("바다거북"), Known.group("거북 산책"));

        assertThat(REDACTION.redact("Minsu Kim here", people).text()).isEqualTo("[name] here");
        assertThat(REDACTION.redact("바다거북 산책은 좋다", people).text()).isEqualTo("[이름]은 좋다");
    }

    @Test
    void aSlipOfThePenHidesNobody() {
        var people = KnownPeople.of(Known.nickname("blueheron"), Known.name("Jonathan Fairweather"));
        assertAllHidden(
                List.of("bluehreon", "blueheon", "bluehheron", "Jonathon", "Fairwether", "jonathann"),
                people,
                new Random(6));
    }

    @Test
    void ordinaryWordsStay() {
        KnownPeople people = KnownPeople.of(Known.name("김민수"), Known.name("이소은"), Known.name("박하나"), Known.name("정수민"));
        for (String text : List.of(
                "국민 수준이 높아졌다",
                "my son and I can save some money",
                "we can do one more",
                "국민수준",
                "소는 은행에 없다",
                "come soon, the sun is up",
                "저축하는 습관을 들였다",
                "I sing a song in June")) {
            assertThat(REDACTION.redact(text, people).text()).isEqualTo(text);
        }
    }

    private static List<Known> others() {
        return List.of(
                Known.nickname(OTHERS[0]),
                Known.nickname(OTHERS[1]),
                Known.nickname(OTHERS[2]),
                Known.nickname(OTHERS[3]),
                Known.email(OTHERS[4] + "@example.com"),
                Known.employer("(주)" + OTHERS[5]),
                Known.employer(OTHERS[6]),
                Known.school(OTHERS[7]),
                Known.street(OTHERS[8] + " 12"),
                Known.group(OTHERS[9]));
    }

    private static void assertAllHidden(List<String> spellings, KnownPeople people, Random random) {
        var missed = new ArrayList<String>();
        int rounds = Math.max(1, TEXTS / spellings.size());
        int all = 0;
        for (int round = 0; round < rounds; round++) {
            for (String spelling : spellings) {
                boolean korean = Hangul.in(java.text.Normalizer.normalize(spelling, java.text.Normalizer.Form.NFC));
                String before = one(random, korean ? KOREAN_LEADS : ENGLISH_LEADS);
                String after = one(random, korean ? KOREAN_TAILS : ENGLISH_TAILS);
                String text = before + spelling + after;
                Redacted redacted = REDACTION.redact(text, people);
                all++;
                for (int i = before.length(); i < before.length() + spelling.length(); i++) {
                    int at = i;
                    if (Character.isLetter(text.charAt(i))
                            && redacted.marks().stream().noneMatch(mark -> mark.start() <= at && at < mark.end())) {
                        missed.add("<" + spelling + "> in <" + text + "> -> " + redacted.text());
                        break;
                    }
                }
            }
        }
        assertThat(missed).as("%d of %d missed", missed.size(), all).isEmpty();
    }

    private static String one(Random random, String[] of) {
        return of[random.nextInt(of.length)];
    }
}
