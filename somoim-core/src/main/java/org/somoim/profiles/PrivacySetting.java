package org.somoim.profiles;

import java.util.List;
import java.util.Locale;

/**
 * Everything a person can set about their privacy. Each is at first set to what gives away least. The constant holds all
 * there is to say about a setting: what it can be, what it is at first, and what it means, in Korean and English; the
 * {@link PrivacyGuide} is made from it.
 */
public enum PrivacySetting {
    PROFILE_VISIBILITY(
            Audience.NOBODY,
            "프로필과 내 페이지를 누가 볼 수 있는지 정합니다. 아래의 항목별 설정은 이 범위를 넘지 못합니다. 같은 모임에 있는 사람에게는 표시 이름이 항상 보입니다.",
            "Who may see your profile and your page. The settings for single fields never reach further than this one. People"
                    + " who share a group with you always see your display name."),
    GIVEN_NAME_VISIBILITY(Audience.NOBODY, "이름을 누가 볼 수 있는지 정합니다.", "Who may see your given name."),
    FAMILY_NAME_VISIBILITY(Audience.NOBODY, "성을 누가 볼 수 있는지 정합니다.", "Who may see your family name."),
    BIO_VISIBILITY(Audience.NOBODY, "자기소개를 누가 볼 수 있는지 정합니다.", "Who may see what you wrote about yourself."),
    AVATAR_VISIBILITY(Audience.NOBODY, "프로필 사진을 누가 볼 수 있는지 정합니다.", "Who may see your picture."),
    LOCATION_VISIBILITY(Audience.NOBODY, "지역을 누가 볼 수 있는지 정합니다.", "Who may see where you live."),
    INTERESTS_VISIBILITY(Audience.NOBODY, "관심사를 누가 볼 수 있는지 정합니다.", "Who may see what you are interested in."),
    EXPERTISE_VISIBILITY(Audience.NOBODY, "전문 분야를 누가 볼 수 있는지 정합니다.", "Who may see what you know about."),
    STANDING_VISIBILITY(
            Audience.NOBODY,
            "기여 점수와 경험 수준을 누가 볼 수 있는지 정합니다.",
            "Who may see your reputation score, your number of contributions and your level."),
    DISCOVERABLE(
            Consent.NO,
            "다른 사람이 검색이나 추천에서 나를 찾을 수 있게 합니다.",
            "Whether others may find you by searching, or have you suggested to them."),
    GOAL_SHARING_LEVEL(
            GoalSharing.NOTHING,
            "저축 목표를 공유할 때 어디까지 보여 줄지 정합니다: 공유 안 함, 종류만, 진행률까지, 이야기까지.",
            "How much of a savings goal is in what you share of it: nothing, its kind, also its progress, also your story."),
    SHARE_GOAL_AMOUNTS(
            Consent.NO,
            "공유하는 목표에 금액을 구간으로 표시합니다. 정확한 금액은 결코 표시하지 않습니다.",
            "Whether what you share of a goal says its amount, as a range. The exact amount is never shown."),
    SHARE_AGE_RANGE(
            Consent.NO,
            "공유하는 목표에 나이를 구간으로 표시합니다.",
            "Whether what you share of a goal says how old you are, as a range."),
    SHARE_INCOME_RANGE(
            Consent.NO,
            "공유하는 목표에 한 해 소득을 구간으로 표시합니다. 정확한 소득은 결코 표시하지 않습니다.",
            "Whether what you share of a goal says your income of a year, as a range. The exact income is never shown."),
    SHARE_REGION(
            Consent.NO,
            "공유하는 목표에 사는 지역을 넓은 단위로 표시합니다.",
            "Whether what you share of a goal says roughly where you live."),
    CONTRIBUTE_TO_COMPARISONS(
            Consent.NO,
            "내 수치를 다른 사람과의 비교 통계에 포함합니다. 포함하지 않아도 비교는 볼 수 있습니다.",
            "Whether your figures count towards comparisons with others. You may look at comparisons without it."),
    ANONYMIZE_IN_COMPARISONS(
            Consent.YES,
            "비교 통계에는 잡음을 더한 익명의 합계로만 포함됩니다. 끄면 더 자세히 공개되는 것이 아니라 통계에서 완전히 빠집니다.",
            "Your figures count only within anonymous totals to which noise was added. Saying no does not show more of you: it"
                    + " takes you out of comparisons altogether.");

    private final Choice first;
    private final String korean;
    private final String english;

    PrivacySetting(Choice first, String korean, String english) {
        this.first = first;
        this.korean = korean;
        this.english = english;
    }

    /** Stable name, such as {@code share_goal_amounts}. Part of the public API. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is until the person sets it. */
    public Choice first() {
        return first;
    }

    /** Everything it can be set to. */
    public List<Choice> choices() {
        return List.of(first.getClass().getEnumConstants());
    }

    /**
     * Reads the name of a choice.
     *
     * @throws org.somoim.kernel.Refusal {@link ProfileReason#NO_SUCH_CHOICE}
     */
    public Choice choice(String name) {
        return choices().stream()
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .orElseThrow(ProfileReason.NO_SUCH_CHOICE::refuse);
    }

    /** What it means, to be shown to people. */
    public String inKorean() {
        return korean;
    }

    /** What it means, to be shown to people. */
    public String inEnglish() {
        return english;
    }
}
