package org.somoim.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.somoim.Covers;
import org.somoim.http.Api;
import org.somoim.http.testing.PlainTokens;
import org.somoim.kernel.Id;
import org.somoim.memory.Community;

@Covers("SEC-2")
class RecipeTest {
    record Letter(
            Id<? extends Letter> answers,
            List<Id<?>> copies,
            @Nullable Patch<Set<@Nullable Word>> words) {}

    record Word(String value) {}

    @Test
    void everyBodyOfTheApiCanBeReadToItsLastPart() {
        var town = new Community();
        Set<Class<?>> bodies = Api.capabilities(town.somoim, new PlainTokens(), town.clock).stream()
                .flatMap(capability -> capability.routes().stream())
                .map(Route::takes)
                .filter(type -> type != null)
                .collect(Collectors.toSet());
        Set<Class<?>> read = new HashSet<>();

        bodies.forEach(body -> read(body, read));

        assertThat(bodies).hasSizeGreaterThan(50);
        assertThat(read).containsAll(bodies);
    }

    private static void read(Class<?> type, Set<Class<?>> read) {
        if (read.add(type)) {
            Recipe.of(type).parts().forEach(part -> innermost(part.wanted(), read));
        }
    }

    private static void innermost(Recipe.Wanted wanted, Set<Class<?>> read) {
        if (wanted.argument() != null) {
            innermost(wanted.argument(), read);
        } else if (wanted.raw().isRecord() && !Types.isText(wanted.raw())) {
            read(wanted.raw(), read);
        }
    }

    @Test
    void whatIsInAListASetOrAPatchIsKnownAndWhatAnIdIsOfIsNoMatter() {
        List<Recipe.Part> parts = Recipe.of(Letter.class).parts();

        assertThat(parts).extracting(Recipe.Part::name).containsExactly("answers", "copies", "words");
        assertThat(parts.get(0).wanted()).isEqualTo(new Recipe.Wanted(Id.class, false, null));
        assertThat(parts.get(1).wanted())
                .isEqualTo(new Recipe.Wanted(List.class, false, new Recipe.Wanted(Id.class, false, null)));
        assertThat(parts.get(2).wanted())
                .isEqualTo(new Recipe.Wanted(
                        Patch.class,
                        true,
                        new Recipe.Wanted(Set.class, false, new Recipe.Wanted(Word.class, true, null))));
        assertThat(Recipe.of(Letter.class)).isSameAs(Recipe.of(Letter.class));
    }
}
