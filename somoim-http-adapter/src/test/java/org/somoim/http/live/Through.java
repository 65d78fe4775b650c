package org.somoim.http.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.somoim.http.wire.View;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.live.Hint;

/**
 * A feed with something in between whenever it is asked what is new.
 *
 * @param asking is given the question, and answers it
 */
record Through(Feed feed, Asking asking) implements Feed {

    interface Asking {
        Map<Id<User>, Spot.Portion> answer(Set<Id<User>> readers, Supplier<Map<Id<User>, Spot.Portion>> next);
    }

    @Override
    public Id<?> channel() {
        return feed.channel();
    }

    @Override
    public Spot spot() {
        return new Between(feed.spot(), asking);
    }

    @Override
    public View greeting() {
        return feed.greeting();
    }

    @Override
    public void take(JsonNode said) {
        feed.take(said);
    }

    @Override
    public void check() {
        feed.check();
    }

    private record Between(Spot spot, Asking asking) implements Spot {
        @Override
        public boolean knows(Hint hint) {
            return spot.knows(hint);
        }

        @Override
        public Map<Id<User>, Portion> next(Set<Id<User>> readers) {
            Map<Id<User>, Portion> portions = new HashMap<>(asking.answer(readers, () -> spot.next(readers)));
            portions.replaceAll((reader, portion) ->
                    new Portion(portion.frame(), new Between(portion.then(), asking), portion.isAll()));
            return portions;
        }

        @Override
        public Map<Id<User>, Frame> typing(Set<Id<User>> readers, Id<User> person) {
            return spot.typing(readers, person);
        }

        @Override
        public Set<Id<User>> present(Set<Id<User>> readers) {
            return spot.present(readers);
        }
    }
}
