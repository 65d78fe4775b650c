package org.somoim.goals;

import java.util.List;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Word;

/**
 * A beginning for a share, to be filled in. Says nothing of itself once it is used.
 *
 * @param ask what to write about, one question each
 */
public record GoalTemplate(Word id, GoalCategory category, Wording korean, Wording english) {

    /** In one language. */
    public record Wording(Line title, Prose description, List<Line> ask) {
        public Wording {
            ask = List.copyOf(ask);
        }

        public static Wording of(String title, String description, List<String> ask) {
            return new Wording(
                    Line.of(title),
                    Prose.of(description),
                    ask.stream().map(Line::of).toList());
        }
    }

    /** What everybody is offered. */
    public static final List<GoalTemplate> PRESET = List.of(
            of(
                    "three-months-of-expenses",
                    GoalCategory.EMERGENCY_FUND,
                    Wording.of(
                            "석 달 생활비 모으기",
                            "갑자기 수입이 끊겨도 석 달은 버틸 수 있는 비상금을 만듭니다.",
                            List.of("한 달 생활비를 어떻게 계산했나요?", "어디에 따로 두었나요?", "쓰고 싶은 마음을 어떻게 참았나요?")),
                    Wording.of(
                            "Three months of expenses",
                            "An emergency fund that carries you for three months without income.",
                            List.of(
                                    "How did you work out a month's expenses?",
                                    "Where do you keep it apart?",
                                    "What kept you from spending it?"))),
            of(
                    "card-debt-free",
                    GoalCategory.DEBT,
                    Wording.of("카드빚 없애기", "이자가 높은 카드빚부터 차례로 갚아 나갑니다.", List.of("어떤 순서로 갚고 있나요?", "무엇을 줄였나요?")),
                    Wording.of(
                            "Free of card debt",
                            "Paying off card debt, the dearest first.",
                            List.of("In which order do you pay?", "What did you cut?"))),
            of(
                    "student-loan",
                    GoalCategory.DEBT,
                    Wording.of("학자금 대출 갚기", "졸업 뒤 학자금 대출을 계획보다 빨리 갚습니다.", List.of("매달 얼마의 비율로 갚나요?")),
                    Wording.of(
                            "Paying back a student loan",
                            "Faster than the plan asks for.",
                            List.of("Which share of your income goes into it?"))),
            of(
                    "first-deposit",
                    GoalCategory.DEPOSIT,
                    Wording.of("첫 전세 보증금", "독립해서 살 첫 집의 보증금을 모읍니다.", List.of("어떤 적금이나 청약을 쓰나요?", "얼마나 걸릴 것 같나요?")),
                    Wording.of(
                            "A first deposit",
                            "For a first place of one's own.",
                            List.of("Which savings plan do you use?", "How long do you think it will take?"))),
            of(
                    "down-payment",
                    GoalCategory.HOME,
                    Wording.of("내 집 마련 종잣돈", "집을 살 때 필요한 자기 돈을 모읍니다.", List.of("대출과 저축의 비율을 어떻게 정했나요?")),
                    Wording.of(
                            "A down payment",
                            "The part of a home that no bank lends.",
                            List.of("How did you decide how much to borrow?"))),
            of(
                    "small-wedding",
                    GoalCategory.WEDDING,
                    Wording.of("작은 결혼식", "빚 없이 우리답게 치르는 결혼을 준비합니다.", List.of("무엇을 빼고 무엇을 남겼나요?")),
                    Wording.of(
                            "A small wedding",
                            "One's own way and without debt.",
                            List.of("What did you leave out, and what did you keep?"))),
            of(
                    "child-account",
                    GoalCategory.CHILDREN,
                    Wording.of("아이 이름 통장", "아이가 자란 뒤 쓸 돈을 조금씩 모읍니다.", List.of("언제 시작했나요?", "선물로 받은 돈은 어떻게 하나요?")),
                    Wording.of(
                            "An account for a child",
                            "A little at a time, for later.",
                            List.of("When did you begin?", "What becomes of money given as presents?"))),
            of(
                    "learn-a-trade",
                    GoalCategory.EDUCATION,
                    Wording.of("새로 배우기", "자격증이나 공부에 드는 돈과 시간을 마련합니다.", List.of("일하면서 어떻게 시간을 냈나요?")),
                    Wording.of(
                            "Learning something new",
                            "Money and time for a course or a certificate.",
                            List.of("How do you find the time beside work?"))),
            of(
                    "one-long-trip",
                    GoalCategory.TRAVEL,
                    Wording.of("긴 여행 한 번", "한 달쯤 떠나는 여행을 빚 없이 다녀옵니다.", List.of("하루 예산을 어떻게 잡았나요?")),
                    Wording.of(
                            "One long trip",
                            "About a month, and no debt afterwards.",
                            List.of("How did you set a budget for a day?"))),
            of(
                    "for-my-parents",
                    GoalCategory.PARENTS,
                    Wording.of("부모님 병원비", "부모님이 아프실 때를 위해 형제들과 함께 모읍니다.", List.of("가족끼리 어떻게 나누나요?")),
                    Wording.of(
                            "For my parents' health",
                            "Put aside together, for when it is needed.",
                            List.of("How does the family share it?"))),
            of(
                    "small-shop",
                    GoalCategory.BUSINESS,
                    Wording.of("작은 가게 열기", "퇴직금을 다 쓰지 않고 작은 가게를 시작합니다.", List.of("잘 안 되면 어디서 멈추기로 했나요?")),
                    Wording.of(
                            "A small shop",
                            "Without putting all savings into it.",
                            List.of("Where would you stop if it did not work?"))),
            of(
                    "pension-gap",
                    GoalCategory.RETIREMENT,
                    Wording.of("연금의 빈자리", "국민연금만으로 모자란 몫을 미리 채웁니다.", List.of("얼마가 모자란지 어떻게 알았나요?")),
                    Wording.of(
                            "The gap in a pension",
                            "Filling what the public pension leaves open.",
                            List.of("How did you find out how much is missing?"))));

    private static GoalTemplate of(String id, GoalCategory category, Wording korean, Wording english) {
        return new GoalTemplate(new Word(id), category, korean, english);
    }
}
