package org.somoim.moderation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/** The plugs, by what they answer for. */
final class Handlers {
    private final Map<Word, ContentHandler> byKind;

    Handlers(List<? extends ContentHandler> handlers) {
        byKind = handlers.stream().collect(Collectors.toMap(ContentHandler::kind, Function.identity()));
    }

    List<Word> kinds() {
        return byKind.keySet().stream().sorted().toList();
    }

    Iterable<ContentHandler> all() {
        return byKind.values();
    }

    Snapshot read(Actor actor, Subject subject) {
        ContentHandler handler = byKind.get(subject.kind());
        if (handler == null) {
            throw ModerationReason.NO_SUCH_KIND.refuse();
        }
        return handler.read(actor, subject.id());
    }

    Optional<Snapshot> find(Subject subject) {
        return Optional.ofNullable(byKind.get(subject.kind())).flatMap(handler -> handler.find(subject.id()));
    }

    Optional<ContentHandler> of(Subject subject) {
        return Optional.ofNullable(byKind.get(subject.kind()));
    }

    /** Whether anyone may read this where it is now. */
    boolean isOpen(Snapshot seen) {
        return of(seen.subject()).filter(handler -> handler.isOpen(seen)).isPresent();
    }

    /** Whether this is {@code person}'s, and does not say so. */
    boolean isUnnamedOf(Id<User> person, Subject subject) {
        return unnamedOf(person, Set.of(subject.kind())).contains(subject.id());
    }

    /** What of these kinds is {@code person}'s, and does not say so. */
    Set<Id<?>> unnamedOf(Id<User> person, Set<Word> kinds) {
        return byKind.values().stream()
                .filter(handler -> kinds.contains(handler.kind()))
                .flatMap(handler -> handler.unnamedOf(person).stream())
                .collect(Collectors.toSet());
    }

    boolean takes(Subject subject, Measure.Kind kind) {
        return kind == Measure.Kind.NUDGE
                || kind.isAgainstPerson()
                || of(subject)
                        .filter(handler -> handler.measures().contains(kind))
                        .isPresent();
    }

    void mustTake(Subject subject, Measure.Kind kind) {
        if (!takes(subject, kind)) {
            throw ModerationReason.NOT_FOR_THIS.refuse(subject.id());
        }
    }
}
