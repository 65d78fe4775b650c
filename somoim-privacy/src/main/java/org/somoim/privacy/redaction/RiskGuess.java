package org.somoim.privacy.redaction;

import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.somoim.privacy.redaction.Risk.Sign;

/** Guesses how telling a redacted text still is. */
final class RiskGuess {
    private static final int LONG = 600;

    private static final Pattern NAMES =
            Pattern.compile("(?<=[a-z,] )[A-Z][a-z]{2,20}(?![\\p{L}])|(?<![가-힣])[가-힣]{2,3}(?:이가|이랑|이한테|씨|님)(?![가-힣])");
    private static final Pattern OTHERS = Pattern.compile(
            "(?<![a-z])(?:my|our) (?:sister|brother|wife|husband|mother|father|mom|dad|son|daughter|boss|friend|partner|aunt|uncle|boyfriend|girlfriend)"
                    + "|아내|남편|엄마|아빠|어머니|아버지|언니|오빠|누나|동생|아들|딸|상사|시어머니|장모|여자친구|남자친구|와이프");
    private static final Pattern INSTITUTIONS = Pattern.compile(
            "(?<![a-z])(?:hospital|university|college|school|church|company|clinic|bank)(?![a-z])|[가-힣]{1,8}(?:병원|대학교?|고등학교|중학교|초등학교|교회|회사|학원|은행|전자|그룹|의원|성당)");
    private static final Pattern RARE = Pattern.compile(
            "(?<![a-z])(?:the only|first ever|ceo|founder|mayor|professor|surgeon|champion|award|twins?|triplets|diagnosed|divorced)(?![a-z])"
                    + "|유일한|최초|대표이사|창업자|교수|수상|쌍둥이|진단|이혼|암 |희귀|국가대표");

    private RiskGuess() {}

    static Risk of(String text, String lower, List<Mark> marks, int length) {
        var signs = EnumSet.noneOf(Sign.class);
        int points = 0;
        if (NAMES.matcher(text).find()) {
            signs.add(Sign.MAY_HOLD_NAMES);
            points += 30;
        }
        if (OTHERS.matcher(lower).find()) {
            signs.add(Sign.SPEAKS_OF_OTHERS);
            points += 15;
        }
        if (INSTITUTIONS.matcher(lower).find()) {
            signs.add(Sign.NAMES_AN_INSTITUTION);
            points += 20;
        }
        if (RARE.matcher(lower).find()) {
            signs.add(Sign.SAYS_SOMETHING_RARE);
            points += 20;
        }
        if (marks.size() >= 5 || marks.stream().anyMatch(mark -> mark.kind() == Kind.TANGLE)) {
            signs.add(Sign.MUCH_WAS_HIDDEN);
            points += 15;
        }
        if (length > LONG) {
            signs.add(Sign.LONG);
            points += 10;
        }
        return new Risk(Math.min(100, points), signs);
    }
}
