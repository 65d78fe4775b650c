package org.somoim.personaldata;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.somoim.Ports;

/** Ports, one of which is another. */
public final class Altered {
    private Altered() {}

    /** @param name of the component of {@link Ports} */
    public static Ports with(Ports ports, String name, Object other) {
        RecordComponent[] components = Ports.class.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> component.getName().equals(name) ? other : valueOf(component, ports))
                .toArray();
        try {
            return Ports.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object valueOf(RecordComponent component, Ports ports) {
        try {
            return component.getAccessor().invoke(ports);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
