package org.somoim.privacy.redaction;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names nobody told of, by what stands around them and by lists of common ones. Finds some, and promises none. */
final class NameGuess implements Finder {
    private static final String SURNAMES =
            "김이박최정강조윤장임한오서신권황안송류유홍전고문손양배백허남심노하곽성차주우구민나진지엄채원천방공현함변염추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용";
    private static final String SURNAME = "([가-힣])";
    private static final Set<String> GIVEN_NAMES = Words.of("""
            민준 서준 도윤 예준 시우 하준 주원 지호 지후 준우 준서 도현 건우 현우 우진 선우 지훈 유준 서진 연우 은우 정우 승우 승현 시윤
            준혁 민재 현준 수호 윤우 지우 지환 승민 유찬 준영 시후 진우 민성 수현 재윤 태윤 민규 성민 동현 재원 한결 승준 민우 지원 재민
            영수 영호 영철 영진 성호 성진 정훈 상훈 상현 성현 동훈 재훈 경수 정수 진호 종수 광수 철수 민수 민호 민석 준호 준석 태호 태현
            서연 서윤 지우 서현 하은 하윤 민서 지유 윤서 채원 수아 지아 지윤 은서 다은 예은 수빈 소율 예린 지민 예원 유진 채은 유나 가은
            서영 민지 예진 수민 수연 연우 예나 시은 시아 윤아 소윤 다인 아린 나은 지은 지영 은지 은영 은주 은경 은정 미영 미정 미경 영희
            영미 영숙 정숙 순자 영자 정희 경희 현정 현주 현숙 혜진 혜경 혜영 혜원 지현 지혜 수진 수정 수경 선영 선희 유정 소영 소연 보라
            슬기 아름 한나 하나 나래 다솜 세영 세진 미란 미선 미숙 명숙 명희 춘자 길동 창민 창수 용수 용준 병철 병훈 기훈 기현 대현""");

    private static final Pattern LISTED = Pattern.compile("(?<![가-힣])" + SURNAME + " ?([가-힣]{2})");
    private static final String TITLES =
            Words.any("씨 님 선생님 선생 교수님 교수 과장님 과장 부장님 부장 차장님 대리님 대리 팀장님 팀장 사장님 사장 대표님 원장님 군 양 쌤");
    private static final Pattern TITLED =
            Pattern.compile("(?<![가-힣])" + SURNAME + "[가-힣]{1,2} ?" + TITLES + "(?![가-힣]{4})");
    private static final Pattern SURNAME_TITLED = Pattern.compile("(?<![가-힣])" + SURNAME + " ?"
            + Words.any("씨 과장님 과장 부장님 부장 차장님 대리님 팀장님 팀장 사장님 교수님 선생님 대표님 원장님 쌤") + "(?![가-힣]{4})");
    private static final Pattern MASKED = Pattern.compile("(?<![가-힣])" + SURNAME + "(?:[oO○*xX]{2}|모 ?씨)");
    private static final Pattern CALLED = Pattern.compile(
            "(?:이름은|이름이|성함은|저는|나는|본명은) ?(" + SURNAME + "[가-힣]{1,3}?)(?=이고|이에요|예요|입니다|이라고|라고|이야|야(?![가-힣]))");

    private static final Set<String> NOT_NAMES = Words.of("""
            고객님 회원님 선생님 부모님 사장님 손님 주인님 임원 이분 하나님 형님 누님 한양 이모님 조원 서양 고양 안양 하양 정양 공군 해군 육군 장군
            주군 성군 이사님 장인님 나라님 원님 우리씨 어머님 아버님 이웃님 유저님 기사님 팀장님 점장님 원장님 반장님 소장님 조교님 구독자님 신부님
            우리님 마님 조씨 이씨 고모님 도사님 명씨 솜씨 날씨 글씨 말씨 마음씨 맵시 불씨 홍씨 전문 제 과장 강사님 은행님 연구원님 전문가님 주치의 변호사
            박사님 노동 방송 장기 여러분 남편 국민 지역""");

    private static final Set<String> FIRST_NAMES = Words.of("""
            james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony steven paul andrew
            joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry
            justin scott brandon benjamin samuel gregory patrick alexander jack dennis jerry tyler aaron jose adam nathan henry peter
            kyle noah ethan jeremy walter christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse
            bryan billy bruce gabriel logan alan juan albert willie elijah wayne randy vincent liam mason oliver lucas leo oscar hugo
            mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly
            emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy kathleen angela shirley
            emma brenda pamela nicole anna samantha katherine christine helen debra rachel carolyn janet maria catherine heather diane
            olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan cheryl jacqueline
            martha madison teresa gloria sara janice ann kathryn abigail sophia frances jean alice judy isabella julia denise amber
            marilyn danielle beverly charlotte natalie theresa diana brittany doris kayla alexis lori marie zoe chloe mia ella lily
            minsu minjun jihoon jiwoo seojun hyunwoo minji jimin sujin jisoo yuna eunji hyejin soyeon""");

    private static final Pattern ENGLISH_LISTED = Pattern.compile(
            "(?<![\\p{L}\\d])([A-Z][a-z]{1,14})(?![\\p{L}\\d])(?:'s(?![a-z]))?(?: (?:[A-Z]\\. ?)?(?:Mc|Mac|O'|de |van )?[A-Z][a-z]{1,20}(?:-[A-Z][a-z]{1,20})?(?![\\p{L}\\d]))?");
    private static final Pattern ENGLISH_TITLED = Pattern.compile(
            "(?<![\\p{L}\\d])(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Coach|Uncle|Aunt|Sir|Madam)\\.? [A-Z][a-z]{1,20}(?:[ -][A-Z][a-z]{1,20})?(?![\\p{L}\\d])");
    private static final Pattern ENGLISH_CALLED = Pattern.compile(
            "(?:[Mm]y name is|[Mm]y name's|[Cc]all me|[Nn]amed|[Tt]his is) ([A-Z][a-z]{1,20}(?:[ -][A-Z][a-z]{1,20}){0,2})(?![\\p{L}\\d])");

    @Override
    public void find(Canvas canvas) {
        String text = canvas.text();
        Matcher listed = LISTED.matcher(text);
        while (listed.find()) {
            if (surname(listed.group(1))
                    && GIVEN_NAMES.contains(listed.group(2))
                    && Hangul.endsNoun(text, listed.end())) {
                canvas.claim(listed.start(), listed.end(), Kind.NAME);
            }
        }
        for (Pattern pattern : new Pattern[] {TITLED, SURNAME_TITLED, MASKED}) {
            Matcher found = pattern.matcher(canvas.text());
            while (found.find()) {
                String plain = found.group().replace(" ", "");
                if (surname(found.group(1))
                        && !NOT_NAMES.contains(plain)
                        && NOT_NAMES.stream().noneMatch(word -> word.length() > 2 && plain.startsWith(word))) {
                    canvas.claim(found.start(), found.end(), Kind.NAME);
                }
            }
        }
        group(canvas, CALLED, 1);
        group(canvas, ENGLISH_CALLED, 1);
        group(canvas, ENGLISH_TITLED, 0);
        String rest = canvas.text();
        Matcher english = ENGLISH_LISTED.matcher(rest);
        int from = 0;
        while (from <= rest.length() && english.find(from)) {
            boolean name = FIRST_NAMES.contains(english.group(1).toLowerCase(Locale.ROOT));
            if (name) {
                canvas.claim(english.start(), english.end(), Kind.NAME);
            }
            from = name ? english.end() : english.end(1);
        }
    }

    private static void group(Canvas canvas, Pattern pattern, int group) {
        Matcher found = pattern.matcher(canvas.text());
        while (found.find()) {
            if (pattern != CALLED || surname(found.group(2))) {
                canvas.claim(found.start(group), found.end(group), Kind.NAME);
            }
        }
    }

    private static boolean surname(String syllable) {
        return SURNAMES.contains(syllable);
    }
}
