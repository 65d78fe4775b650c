package org.somoim.privacy;

import java.util.Objects;
import java.util.function.Function;

/**
 * The answer to a question about many people: let out, or withheld.
 *
 * <p>Only this package can make a {@link Released}, so a method that returns {@code Release} cannot return a raw aggregate
 * by mistake.
 */
public sealed interface Release<T> {

    /** An answer that may be shown to whoever may ask. */
    final class Released<T> implements Release<T> {
        private final T value;

        Released(T value) {
            this.value = Objects.requireNonNull(value, "value");
        }

        public T value() {
            return value;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Released<?> that && value.equals(that.value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }

        @Override
        public String toString() {
            return "Released[" + value + "]";
        }
    }

    /** No answer, and why. */
    record Withheld<T>(Why why) implements Release<T> {}

    /**
     * Why nothing was let out. Says nothing about how far from the limit it was: each is decided by public facts, by what the
     * one who asks told of themselves, or by counts that were noised before.
     */
    enum Why {
        /** Too few people stand behind the answer. */
        NOT_ENOUGH_PEOPLE(
                new Label(
                        "아직 사람이 충분하지 않아, 누구도 드러내지 않고는 비교할 수 없습니다.",
                        "There are not enough people yet to compare without exposing anyone."),
                new Label(
                        "더 많은 사람이 참여하면 다음 기간부터 볼 수 있습니다.",
                        "It becomes possible in a later period once more people take part.")),
        /** Nearly all give the same answer, so a range would be everyone's value. */
        NOT_DIVERSE(
                new Label(
                        "비교할 사람들의 값이 거의 같아, 범위만 보여도 각자의 값이 드러납니다.",
                        "Those you would be compared with are nearly all alike; even a range would give each of them away."),
                new Label(
                        "값이 더 다양해지면 다음 기간부터 볼 수 있습니다.",
                        "It becomes possible in a later period once values differ more.")),
        /** Nobody is asked for this here. */
        NOT_COLLECTED(
                new Label("이 커뮤니티는 이 항목을 모으지 않습니다.", "This community does not collect this."),
                new Label("운영자가 이 항목을 켜야 합니다.", "Whoever runs the community would have to add it.")),
        /** There is nothing of one's own to compare. */
        VIEWER_VALUE_MISSING(
                new Label("비교할 본인의 값이 없습니다.", "There is no value of your own to compare."),
                new Label("값을 입력하세요. 저장되지 않습니다.", "Enter a value; it is used once and not kept.")),
        /** It is not known whom one should be compared with. */
        VIEWER_BAND_MISSING(
                new Label("누구와 비교해야 할지 알 수 없습니다.", "It is not known whom to compare you with."),
                new Label("나이대, 소득 구간, 지역을 고르세요.", "Choose your bands of age, income and region.")),
        /** The first period has not ended. */
        EPOCH_NOT_READY(
                new Label("첫 기간의 결과가 아직 없습니다.", "The first period has no results yet."),
                new Label("기간이 끝나면 볼 수 있습니다.", "Come back when the period has ended.")),
        /** The year's privacy budget is used up. */
        BUDGET_SPENT(
                new Label("올해 쓸 수 있는 개인정보 보호 한도를 모두 썼습니다.", "This year's privacy budget has been used."),
                new Label("한도가 다시 생길 때까지 새 결과를 내지 않습니다.", "Nothing new is published until some of it is free again.")),
        /** The host has not turned it on. */
        FEATURE_OFF(
                new Label("이 커뮤니티에서는 비교 기능을 쓰지 않습니다.", "Comparison is turned off in this community."),
                new Label("운영자가 기능을 켜야 합니다.", "Whoever runs the community would have to turn it on."));

        private final Label meaning;
        private final Label help;

        Why(Label meaning, Label help) {
            this.meaning = meaning;
            this.help = help;
        }

        /** What it means, to whoever asked. */
        public Label meaning() {
            return meaning;
        }

        /** What would help. */
        public Label help() {
            return help;
        }
    }

    /** Reads both cases; neither can be forgotten. */
    default <R> R fold(Function<Released<T>, R> released, Function<Withheld<T>, R> withheld) {
        if (this instanceof Released<T> r) {
            return released.apply(r);
        }
        return withheld.apply((Withheld<T>) this);
    }

    /** What follows from an answer that was let out. Costs no privacy, whatever it is. */
    default <R> Release<R> map(Function<T, R> next) {
        return fold(r -> new Released<>(next.apply(r.value())), w -> new Withheld<>(w.why()));
    }

    /** What follows from an answer that was let out, which may be withheld itself. */
    default <R> Release<R> flatMap(Function<T, Release<R>> next) {
        return fold(r -> next.apply(r.value()), w -> new Withheld<>(w.why()));
    }
}
