package org.somoim.privacy.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names on services: @hong, 카톡 hong12. After the known names, which are longer than a handle: @Min-su Kim. */
final class Handles implements Finder {
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\d])@[\\p{L}\\d_][\\p{L}\\d_.]{1,40}");

    private static final String KOREAN_SERVICES =
            Words.any("카카오톡 카톡 카카오 텔레그램 텔레 라인 인스타그램 인스타 디스코드 위챗 페이스북 페북 트위터 스냅챗 틱톡 스레드 깃허브 유튜브 스카이프 왓츠앱 밴드 오픈채팅");
    private static final String ENGLISH_SERVICES = Words.any(
            "kakaotalk kakao telegram line instagram insta ig discord wechat facebook fb twitter snapchat snap whatsapp tiktok threads github youtube skype signal");
    private static final String OF_ID =
            "(?:\\s?(?:my|제|내|is|us)?\\s?(?:id|아이디|계정|account|handle|username|user name|name|닉|닉네임)(?![a-z])\\s?(?:은|는|이|가|is)?)";
    private static final String ID = "@?([a-z0-9][a-z0-9._-]{2,40})(?![a-z0-9])";
    private static final Pattern KOREAN_SERVICE =
            Pattern.compile("(?=[가-힣])" + KOREAN_SERVICES + OF_ID + "?(?:으로|로|은|는|에)?\\s{0,2}[:=\\-(]?\\s{0,2}" + ID);
    private static final Pattern ENGLISH_SERVICE = Pattern.compile("(?=[a-z])(?<![a-z])" + ENGLISH_SERVICES
            + "(?![a-z])(?:" + OF_ID + "\\s{0,2}[:=\\-(]?|\\s{0,2}[:=(]|(?= @| ?@))\\s{0,2}" + ID);
    private static final Pattern SERVICE_AND_ODD = Pattern.compile(
            "(?=[a-z])(?<![a-z])" + ENGLISH_SERVICES
                    + "(?![a-z])(?: me)?(?: at| on| as| is)?\\s{1,2}((?=[a-z0-9.-]{0,40}[0-9_])[a-z0-9][a-z0-9._-]{2,40})(?![a-z0-9])");
    private static final Pattern PLAIN_ID =
            Pattern.compile("(?=[가-힣])(?:아이디|닉네임|계정|이메일|메일)\\s?(?:은|는|이|가)?\\s?[:=]?\\s?" + ID);
    private static final Pattern ENGLISH_ID = Pattern.compile(
            "(?=[uihn])(?<![a-z])(?:user ?name|user ?id|id|handle|nickname)(?:\\s?(?:is)?\\s?[:=]?\\s?@?((?=[a-z0-9.-]{0,40}[0-9_])[a-z0-9][a-z0-9._-]{2,40})(?![a-z0-9])|\\s?[:=]\\s?@?([a-z0-9][a-z0-9._-]{2,40}))");
    private static final Pattern TAGGED =
            Pattern.compile("(?<![\\p{L}\\d_.#])[\\p{L}][\\p{L}\\d_.]{1,31}#\\d{4}(?!\\d)");

    @Override
    public void find(Canvas canvas) {
        each(canvas, MENTION, 0);
        each(canvas, KOREAN_SERVICE, 1);
        each(canvas, ENGLISH_SERVICE, 1);
        each(canvas, SERVICE_AND_ODD, 1);
        each(canvas, PLAIN_ID, 1);
        each(canvas, ENGLISH_ID, 0);
        each(canvas, TAGGED, 0);
    }

    private static void each(Canvas canvas, Pattern pattern, int group) {
        Matcher found = pattern.matcher(canvas.lower());
        while (found.find()) {
            canvas.claim(found.start(group), found.end(group), Kind.HANDLE);
        }
    }
}
