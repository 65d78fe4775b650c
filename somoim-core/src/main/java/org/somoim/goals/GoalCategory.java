package org.somoim.goals;

/** What somebody saves or works for. */
public enum GoalCategory {
    EMERGENCY_FUND("비상금", "Emergency fund"),
    DEBT("빚 갚기", "Paying off debt"),
    HOME("집 마련", "A home"),
    DEPOSIT("전세·월세 보증금", "A rental deposit"),
    WEDDING("결혼", "A wedding"),
    CHILDREN("아이", "Children"),
    EDUCATION("공부", "Education"),
    TRAVEL("여행", "Travel"),
    CAR("자동차", "A car"),
    HEALTH("건강", "Health"),
    PARENTS("부모님", "Parents"),
    BUSINESS("내 사업", "A business of one's own"),
    RETIREMENT("노후", "Retirement"),
    GIVING("나눔", "Giving"),
    OTHER("그 밖의 목표", "Something else");

    private final String korean;
    private final String english;

    GoalCategory(String korean, String english) {
        this.korean = korean;
        this.english = english;
    }

    /** To be shown to people. */
    public String inKorean() {
        return korean;
    }

    /** To be shown to people. */
    public String inEnglish() {
        return english;
    }
}
