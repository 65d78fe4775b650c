package org.somoim.privacy.redaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names of known people and groups in all their spellings, made ready to be looked for. Looks where a word begins and
 * walks a tree of folded spellings; what is written in the other alphabet is compared by {@link Romanisation}.
 */
final class Identities implements Finder {
    private static final int LONGEST_LATIN = 40;
    private static final int MOST_WORDS = 4;
    /** Of words and of turns of case, which may end a word too. */
    private static final int MOST_ENDS = 8;

    private static final int SHORTEST_FOR_A_SLIP = 7;

    private static final Set<String> DOUBLE_SURNAMES = Words.of("남궁 황보 제갈 사공 선우 서문 독고 동방 망절");
    private static final String LEADS_IN = "우리 내 제 저희 울 그 이 친구 후배 선배 동기 막내 첫째 둘째 큰 작은";
    private static final Set<String> LEADS = Words.of(LEADS_IN);

    private static final Set<String> ENGLISH_WORDS = Words.of("""
            a an and any are as at be been but by can come day do for from get give go good had has have he her here him his how i if in
            into is it its just know like long look main make man many may me mean men mine more my near need new no not now of on one
            only or our out over own said same say see she so some son soon still such sun sure take than that the their them then there
            they this time to too two under up us use very want was way we well were what when which who will with work would year you
            your june july april august may hope joy grace rose mark park song young sung moon lee sea sue soon hand hair home june jean
            she shy yes june king queen can could bean been seen son sin sun sum some jam gum game came coin join kin kind long lung song
            sang sing gun gone none noon nun many money mini menu union onion yuan yen yoga hanger manner mama papa baby""");

    private static final Map<String, String> FIRST_NAMES = firstNames();

    /** Folded spellings to look for, letter by letter. */
    private final Spellings spellings = new Spellings();
    /** Known words in Hangul by what their Latin spellings have in common. */
    private final Map<String, List<Spoken>> hangul = new HashMap<>();
    /** Known words in Latin letters, by the same. */
    private final Map<String, List<String>> latin = new HashMap<>();

    private final Set<String> latinBeginnings = new HashSet<>();

    private final Set<String> initials = new HashSet<>();
    /** Long words in Latin letters, each with one letter left out; and whole. */
    private final Set<String> slips = new HashSet<>();

    private final Set<String> seen = new HashSet<>();

    private record Spoken(String syllables, int surname, boolean loose) {}

    Identities(List<Known> known) {
        for (Known one : known) {
            String text = one.text().strip();
            if (text.isEmpty()) {
                continue;
            }
            switch (one.what()) {
                case NAME -> name(text);
                case EMAIL -> email(text);
                case EMPLOYER, SCHOOL, STREET, GROUP -> institution(text);
                case NICKNAME -> word(text);
            }
        }
    }

    private void name(String text) {
        word(text);
        String folded = Normal.of(text);
        if (Hangul.in(folded)) {
            String name = folded.replaceAll("[^가-힣]", "");
            int cut = name.length() > 3 && DOUBLE_SURNAMES.contains(name.substring(0, 2))
                    ? 2
                    : name.length() == 1 ? 0 : 1;
            String surname = name.substring(0, cut);
            String given = name.substring(cut);
            spelling(name);
            if (given.length() >= 2) {
                spelling(given);
                spoken(given, -1, false);
            } else if (!given.isEmpty()) {
                spelling(given + "씨");
                spelling(given + "아");
                spelling(given + "이가");
                spelling(given + "님");
                spelling(Romanisation.revised(given));
            }
            if (!surname.isEmpty() && !given.isEmpty()) {
                spoken(surname + given, 0, false);
                spoken(given + surname, given.length(), false);
                initials(surname, given);
            }
            String firsts = firsts(name);
            if (firsts.length() >= 3 && firsts.chars().distinct().count() > 1) {
                spelling(firsts);
            }
        }
        List<String> words = latinWords(folded);
        if (words.size() > 1) {
            spelling(String.join("", words));
            for (String word : words) {
                if (word.length() >= 2) {
                    latinWord(word);
                }
            }
            for (int i = 1; i < words.size(); i++) {
                var turned = new ArrayList<>(words.subList(i, words.size()));
                turned.addAll(words.subList(0, i));
                spelling(String.join("", turned));
                latinWord(String.join("", turned));
                // Kim Min Su: the two parts of the given name as one.
                latinWord(String.join("", words.subList(i, words.size())));
                latinWord(String.join("", words.subList(0, i)));
            }
            latinWord(String.join("", words));
        }
    }

    private void email(String text) {
        String local = text.indexOf('@') < 0 ? text : text.substring(0, text.indexOf('@'));
        word(local);
        String bare = local.replaceAll("[0-9]+$", "");
        if (bare.length() >= 4) {
            word(bare);
        }
        int plus = local.indexOf('+');
        if (plus >= 3) {
            word(local.substring(0, plus));
        }
        for (String part : local.split("[._+-]")) {
            if (part.length() >= 5) {
                word(part);
            }
        }
    }

    private void institution(String text) {
        word(text);
        String plain = Normal.of(text);
        for (String form : List.of("(주)", "주식회사", "(유)", "유한회사", "재단법인", "사단법인")) {
            plain = plain.replace(form, " ");
        }
        plain = plain.strip();
        word(plain);
        String small = plain.toLowerCase(Locale.ROOT);
        String bare = small.replaceAll(
                "[ ,.]+(?:inc|ltd|llc|co|corp|corporation|company|gmbh|university|college|school|high school|"
                        + "street|st|road|rd|avenue|ave|lane)\\.?$",
                "");
        if (bare.length() >= 3 && !bare.equals(small)) {
            word(bare);
        }
        for (String[] pair : new String[][] {
            {"대학교", "대"}, {"고등학교", "고"}, {"중학교", "중"}, {"초등학교", "초"}, {"전자", ""}, {"병원", ""}, {"은행", ""}
        }) {
            if (plain.endsWith(pair[0]) && plain.length() - pair[0].length() >= 2) {
                word(plain.substring(0, plain.length() - pair[0].length()) + pair[1]);
            }
        }
        String street = plain.replaceAll(" ?\\d+.*$", "");
        if (!street.equals(plain) && street.length() >= 3) {
            word(street);
        }
    }

    /** A word as it stands, and in the other alphabet. */
    private void word(String text) {
        String plain = Normal.of(text);
        spelling(plain);
        String syllables = plain.replaceAll("[^가-힣]", "");
        if (syllables.length() >= 2 && latinWords(plain).isEmpty()) {
            spoken(syllables, -1, syllables.length() >= 3);
        }
        List<String> words = latinWords(plain);
        if (syllables.isEmpty() && !words.isEmpty()) {
            latinWord(String.join("", words));
        }
    }

    private void spelling(String text) {
        String folded = Letters.folded(text);
        if (folded.isEmpty() || !seen.add(folded)) {
            return;
        }
        spellings.add(folded);
    }

    private void spoken(String syllables, int surname, boolean loose) {
        var spoken = new Spoken(syllables, surname, loose);
        for (String skeleton : Skeleton.ofHangul(syllables, surname, loose)) {
            List<Spoken> alike = hangul.computeIfAbsent(skeleton, s -> new ArrayList<>(1));
            if (!alike.contains(spoken)) {
                alike.add(spoken);
            }
        }
    }

    private void latinWord(String letters) {
        String word = letters.toLowerCase(Locale.ROOT);
        if (word.length() < 2 || word.length() > LONGEST_LATIN) {
            return;
        }
        if (word.length() >= 3 || !ENGLISH_WORDS.contains(word)) {
            spelling(word);
        }
        String korean = FIRST_NAMES.get(word);
        if (korean != null) {
            for (String one : korean.split("/")) {
                spelling(one);
            }
        }
        if (word.length() >= 3) {
            String skeleton = Skeleton.of(word);
            for (int i = 0; i <= skeleton.length(); i++) {
                latinBeginnings.add(skeleton.substring(0, i));
            }
            List<String> alike = latin.computeIfAbsent(skeleton, s -> new ArrayList<>(1));
            if (!alike.contains(word)) {
                alike.add(word);
            }
        }
        if (word.length() >= SHORTEST_FOR_A_SLIP) {
            slips.add(word);
            for (int i = 0; i < word.length(); i++) {
                slips.add(word.substring(0, i) + word.substring(i + 1));
            }
        }
    }

    /** M. S. Kim, Kim MS. */
    private void initials(String surname, String given) {
        List<String> letters = List.of("");
        for (int i = 0; i < given.length(); i++) {
            var longer = new ArrayList<String>();
            for (String so : letters) {
                for (String one : Romanisation.initials(given.charAt(i))) {
                    longer.add(so + one);
                }
            }
            letters = longer;
        }
        for (String family : Romanisation.surnames(surname)) {
            for (String first : letters) {
                initials.add(first + family);
                initials.add(family + first);
            }
        }
    }

    private static String firsts(String name) {
        var out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            out.append("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ".charAt((name.charAt(i) - 0xAC00) / 588));
        }
        return out.toString();
    }

    private static List<String> latinWords(String text) {
        var words = new ArrayList<String>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    @Override
    public void find(Canvas canvas) {
        String text = canvas.text();
        var spans = new Spans(text);
        spellings.find(text, spans, (letters, from, to) -> stands(text, letters, from, to));
        if (!hangul.isEmpty() || !initials.isEmpty() || !slips.isEmpty()) {
            inLatin(text, canvas.lower(), spans);
        }
        if (!latin.isEmpty()) {
            inHangul(text, spans);
        }
        spans.claim(canvas, Kind.NAME);
    }

    /** Whether what was found stands by itself, and is not a part of another word. */
    private static boolean stands(String text, Letters letters, int from, int to) {
        int length = to - from + 1;
        int start = letters.start(from);
        int end = letters.end(to);
        char first = text.charAt(start);
        char last = text.charAt(end - 1);
        boolean koreanStart = Hangul.syllable(first) || Hangul.letter(first);
        boolean begins = koreanStart
                ? length >= 3 || !korean(text, start - 1) || led(text, start)
                : length >= 6 || !Words.latinOrDigit(start == 0 ? ' ' : text.charAt(start - 1)) || turn(text, start);
        if (!begins) {
            return false;
        }
        if (Hangul.syllable(last) || Hangul.letter(last)) {
            return length >= 4
                    || !korean(text, end)
                    || Hangul.endsNoun(text, end)
                    || length >= 2 && Hangul.tailBegins(text, end);
        }
        if (length < 4 && Words.latin(last) && plainWord(text.substring(start, end))) {
            return false;
        }
        return length >= 6
                || end == text.length()
                || !Words.latin(text.charAt(end))
                || Character.isUpperCase(text.charAt(end)) && Character.isLowerCase(last);
    }

    private static boolean plainWord(String word) {
        return ENGLISH_WORDS.contains(word);
    }

    private static boolean korean(String text, int at) {
        return at >= 0 && at < text.length() && (Hangul.syllable(text.charAt(at)) || Hangul.letter(text.charAt(at)));
    }

    /** 우리민수. */
    private static boolean led(String text, int start) {
        for (int length = 1; length <= 2 && length <= start; length++) {
            if (LEADS.contains(text.substring(start - length, start))
                    && (start == length || !Hangul.syllable(text.charAt(start - length - 1)))) {
                return true;
            }
        }
        return false;
    }

    /** camelCase. */
    private static boolean turn(String text, int start) {
        return start > 0 && Character.isUpperCase(text.charAt(start)) && Character.isLowerCase(text.charAt(start - 1));
    }

    private void inLatin(String text, String lower, Spans spans) {
        int at = 0;
        while (at < lower.length()) {
            if (!Words.latin(lower.charAt(at)) || at > 0 && Words.latin(lower.charAt(at - 1)) && !turn(text, at)) {
                at++;
                continue;
            }
            int end = longest(text, lower, at);
            if (end > at) {
                at = spans.add(at, end);
            } else {
                at++;
            }
        }
    }

    /** Where the longest run of whole words that begins here and spells somebody ends, or {@code start}. */
    private int longest(String text, String lower, int start) {
        var letters = new StringBuilder();
        int best = start;
        int at = start;
        int ends = 0;
        for (int words = 1; words <= MOST_WORDS; words++) {
            int from = at;
            while (at < lower.length() && Words.latin(lower.charAt(at)) && letters.length() <= LONGEST_LATIN) {
                letters.append(lower.charAt(at++));
                boolean end = at == lower.length() || !Words.latin(lower.charAt(at)) || turn(text, at);
                if (end
                        && ends++ < MOST_ENDS
                        && letters.length() >= 2
                        && known(letters.toString(), text.substring(start, at), words)) {
                    best = at;
                }
            }
            if (at == from || letters.length() > LONGEST_LATIN) {
                break;
            }
            int next = at;
            while (next < lower.length() && next - at < 3 && " .,-_'\n&".indexOf(lower.charAt(next)) >= 0) {
                next++;
            }
            if (next == at || next == lower.length() || !Words.latin(lower.charAt(next))) {
                break;
            }
            at = next;
        }
        return best;
    }

    private boolean known(String letters, String asWritten, int words) {
        boolean plain = ENGLISH_WORDS.contains(letters) && !Character.isUpperCase(asWritten.charAt(0));
        if (words > 1 && initials.contains(letters)) {
            return true;
        }
        if (words == 1 && letters.length() >= SHORTEST_FOR_A_SLIP - 1 && slips(letters)) {
            return true;
        }
        if (letters.length() < 3 || plain) {
            return false;
        }
        for (Spoken spoken : hangul.getOrDefault(Skeleton.of(letters), List.of())) {
            if (Romanisation.spells(spoken.syllables, spoken.surname, letters, spoken.loose)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one letter too many, too few, wrong, or two turned around lead to a long known word. */
    private boolean slips(String word) {
        if (slips.contains(word)) {
            return true;
        }
        if (slips.isEmpty()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (slips.contains(word.substring(0, i) + word.substring(i + 1)) && word.length() >= SHORTEST_FOR_A_SLIP) {
                return true;
            }
        }
        return false;
    }

    private void inHangul(String text, Spans spans) {
        int at = 0;
        while (at < text.length()) {
            if (!Hangul.syllable(text.charAt(at)) || !Hangul.startsWord(text, at)) {
                at++;
                continue;
            }
            int end = at;
            int best = at;
            var syllables = new StringBuilder();
            Set<String> skeletons = Set.of("");
            while (end < text.length() && syllables.length() < 8) {
                char sign = text.charAt(end);
                if (Hangul.syllable(sign)) {
                    skeletons = Skeleton.longer(skeletons, sign, syllables.length() == 0, latinBeginnings);
                    if (skeletons.isEmpty()) {
                        break;
                    }
                    syllables.append(sign);
                } else if (sign != ' ' && sign != '-' && sign != '·'
                        || end + 1 >= text.length()
                        || !Hangul.syllable(text.charAt(end + 1))) {
                    break;
                }
                end++;
                if (Hangul.syllable(sign)
                        && syllables.length() >= 2
                        && Hangul.endsNoun(text, end)
                        && spokenLatin(syllables.toString(), skeletons)) {
                    best = end;
                }
            }
            if (best > at) {
                spans.add(at, best);
                at = best;
            } else {
                at++;
            }
        }
    }

    private boolean spokenLatin(String syllables, Set<String> skeletons) {
        for (String skeleton : skeletons) {
            for (String word : latin.getOrDefault(skeleton, List.of())) {
                if (Romanisation.spells(syllables, 0, word, syllables.length() >= 3)
                        || Romanisation.spells(syllables, syllables.length() - 1, word, false)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Map<String, String> firstNames() {
        var names = new HashMap<String, String>();
        for (String pair : Words.of("""
                michael=마이클 david=데이비드/데이빗 john=존 james=제임스 robert=로버트 william=윌리엄 daniel=다니엘/대니얼 joseph=조셉/요셉
                thomas=토마스 charles=찰스 christopher=크리스토퍼 chris=크리스 matthew=매튜 anthony=앤서니/안토니 mark=마크 paul=폴/바울
                andrew=앤드류 joshua=조슈아 kevin=케빈 brian=브라이언 george=조지 eric=에릭 edward=에드워드 jason=제이슨 ryan=라이언
                jacob=제이콥 peter=피터 henry=헨리 justin=저스틴 alex=알렉스 alexander=알렉산더 benjamin=벤자민/벤저민 samuel=사무엘/새뮤얼
                sam=샘 jack=잭 jonathan=조나단/조너선 steven=스티븐 stephen=스티븐 nathan=네이선 noah=노아 lucas=루카스 mary=메리/마리
                jennifer=제니퍼 jenny=제니 linda=린다 elizabeth=엘리자베스 susan=수잔 jessica=제시카 sarah=사라/세라 sara=사라 karen=카렌
                lisa=리사 nancy=낸시 emily=에밀리 emma=엠마 olivia=올리비아 sophia=소피아 grace=그레이스 rachel=레이첼 amy=에이미
                anna=안나/애나 julia=줄리아 alice=앨리스 rose=로즈 hannah=한나/해나 michelle=미셸 christine=크리스틴 angela=안젤라
                esther=에스더 claire=클레어 chloe=클로이 stella=스텔라 maria=마리아 kate=케이트 jane=제인 helen=헬렌 sophie=소피""")) {
            names.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return Map.copyOf(names);
    }

    /** A known word, normalised as texts are. */
    private static final class Normal {
        private static String of(String text) {
            return new Canvas(text).text();
        }
    }
}
