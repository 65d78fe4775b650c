package org.somoim.personaldata;

import java.util.Map;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;

/**
 * Someone who is being erased, and what they want to become of what they wrote.
 *
 * @param otherwise for every kind that {@code wishes} does not name
 * @param wishes by kind, which is the table it is kept in, such as {@code posts}
 */
public record Leaving(Id<User> person, Wish otherwise, Map<Word, Wish> wishes) {

    public Leaving {
        wishes = Map.copyOf(wishes);
    }

    /** @param kind such as {@code posts} */
    public boolean keeps(String kind) {
        return wishes.getOrDefault(new Word(kind), otherwise) == Wish.KEEP;
    }
}
