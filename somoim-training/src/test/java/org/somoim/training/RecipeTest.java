package org.somoim.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somoim.detection.Category;
import org.somoim.detection.NgramDetector;
import org.somoim.detection.NgramModel;
import org.somoim.detection.Ngrams;

class RecipeTest {

    @ParameterizedTest
    @ValueSource(strings = {"olid", "stormfront", "beep-ko", "kmhas-ko"})
    void nothingIsShippedFromSetsThatDoNotAllowIt(String set) {
        assertThatThrownBy(() ->
                        new Recipe(Category.ABUSE, EnumSet.of(Ngrams.Table.LATIN), List.of(Recipe.Portion.whole(set))))
                .hasMessageContaining(set);
    }

    @Test
    void whatIsShippedIsWhatTheRecipesSay() throws IOException {
        try (InputStream in = NgramDetector.class.getResourceAsStream("ngrams.model")) {
            assertThat(NgramModel.read(in).heads())
                    .extracting(NgramModel.Head::category)
                    .containsExactlyElementsOf(
                            Recipe.SHIPPED.stream().map(Recipe::category).toList());
        }
    }

    @Test
    void theNoticeInTheJarNamesEverySet() throws IOException {
        // Other jars have one too; ours is where the weights are.
        String weights = NgramDetector.class.getResource("ngrams.model").toString();
        var notice = URI.create(weights.replace("org/somoim/detection/ngrams.model", "META-INF/NOTICE"));
        try (InputStream in = notice.toURL().openStream()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(Credit.notice());
        }
        assertThat(Recipe.SHIPPED.stream().flatMap(it -> it.portions().stream()).map(Recipe.Portion::set))
                .allMatch(set -> Credit.notice().contains("- " + set + ": "));
    }
}
