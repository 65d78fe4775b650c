package org.somoim.architecture;

import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.stream.Stream;

/** A condition that is told by what there is to object to in a thing. */
final class Objecting<T> extends ArchCondition<T> {
    private final Function<T, Stream<String>> objections;

    /**
     * @param description goes on from "should"
     * @param objections none if all is well
     */
    Objecting(String description, Function<T, Stream<String>> objections) {
        super(description);
        this.objections = objections;
    }

    @Override
    public void check(T thing, ConditionEvents events) {
        objections.apply(thing).forEach(objection -> events.add(SimpleConditionEvent.violated(thing, objection)));
    }
}
