package org.somoim.http.guice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.somoim.Somoim;
import org.somoim.kernel.Actor;
import org.somoim.memory.Community;

class SomoimModuleTest {
    private final Somoim somoim = new Community().somoim;
    private final Injector injector = Guice.createInjector(new SomoimModule(somoim));

    @Test
    void everyFrontDoorCanBeInjected() throws ReflectiveOperationException {
        List<Method> doors = Arrays.stream(Somoim.class.getMethods())
                .filter(method -> method.getParameterCount() == 0)
                .filter(method -> takesAnActor(method.getReturnType()))
                .toList();

        assertThat(doors).hasSizeGreaterThan(5);
        for (Method door : doors) {
            assertThat(injector.getExistingBinding(Key.get(door.getReturnType())))
                    .as(door.getName())
                    .isNotNull();
            assertThat(injector.getInstance(door.getReturnType())).isSameAs(door.invoke(somoim));
        }
        assertThat(injector.getInstance(Somoim.class)).isSameAs(somoim);
    }

    private static boolean takesAnActor(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getParameterCount() > 0 && method.getParameterTypes()[0] == Actor.class);
    }
}
