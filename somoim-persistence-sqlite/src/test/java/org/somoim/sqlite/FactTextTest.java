package org.somoim.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.somoim.kernel.BellFact;
import org.somoim.kernel.BellFact.Cracked;
import org.somoim.kernel.BellFact.Rang;
import org.somoim.kernel.BellFact.Tone;
import org.somoim.kernel.Fact;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;

class FactTextTest {
    private static final Id<User> RINGER = new Id<>(new UUID(1, 2));

    private final FactText text = new FactText(List.of(BellFact.class));

    @Test
    void aFactIsOneLineThatCanBeReadByEye() {
        Fact fact = new Cracked(RINGER, Tone.LOW, true, -5L);
        String line = "kernel.cracked ringerId=00000000-0000-0001-0000-000000000002 tone=LOW forGood=true grams=-5";

        assertThat(text.write(fact)).isEqualTo(line);
        assertThat(text.read(line)).isEqualTo(fact);
    }

    @Test
    void whatIsNotThereIsLeftOut() {
        Fact fact = new Cracked(null, Tone.HIGH, false, null);

        assertThat(text.write(fact)).isEqualTo("kernel.cracked tone=HIGH forGood=false");
        assertThat(text.read(text.write(fact))).isEqualTo(fact);
    }

    @Test
    void whatThisVersionDoesNotKnowIsNamed() {
        assertThatThrownBy(() -> text.read("kernel.melted")).hasMessageContaining("kernel.melted");
        assertThatThrownBy(() -> text.read("kernel.rang ringerId=" + RINGER)).hasMessageContaining("no times");
        assertThatThrownBy(() -> text.read("kernel.rang times=1 pitch=3")).hasMessageContaining("pitch");
        assertThatThrownBy(() -> text.read("kernel.cracked tone=SHRILL forGood=true"))
                .hasMessageContaining("tone=SHRILL");
        assertThatThrownBy(() -> text.read("kernel.cracked tone=LOW forGood=1")).hasMessageContaining("forGood=1");
        assertThatThrownBy(() -> text.read("kernel.rang times=many")).hasMessageContaining("times=many");
        assertThatThrownBy(() -> text.read("kernel.rang ringerId=1-1-1-1-1 times=1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ringerId=1-1-1-1-1");
        assertThatThrownBy(() -> text.read("kernel.rang times=1 times=2")).hasMessageContaining("garbled");
        assertThatThrownBy(() -> text.read("kernel.rang times")).hasMessageContaining("garbled");
    }

    @Test
    void aFactOfNoKnownFamilyIsNotWritten() {
        assertThatThrownBy(() -> text.write(new Stray(1))).hasMessageContaining("sqlite.stray");
    }

    @Test
    void factsHoldNoTextAndAreRecordsOfSealedFamilies() {
        assertThatThrownBy(() -> new FactText(List.of(Wordy.class))).hasMessageContaining("sqlite.said.words");
        assertThatThrownBy(() -> new FactText(List.of(Fact.class))).hasMessageContaining("sealed");
    }

    @Test
    void aNameIsGivenOnce() {
        assertThatThrownBy(() -> new FactText(List.of(Copy.class, Twin.class)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(text.write(new Rang(RINGER, 3))).startsWith("kernel.rang ");
    }

    record Stray(int number) implements Fact {}

    sealed interface Wordy extends Fact {
        record Said(Line words) implements Wordy {}
    }

    sealed interface Twin extends Fact {
        record Rang(int times) implements Twin {}
    }

    sealed interface Copy extends Fact {
        record Rang(int times) implements Copy {}
    }
}
