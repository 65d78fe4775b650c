package org.somoim.forum;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.somoim.forum.ForumPostStore.Place;
import org.somoim.forum.TopicStore.Redirect;
import org.somoim.kernel.Id;

/** Works out new places for posts: dense, in their order, and where the old ones lead. */
final class Renumbering {
    private static final Comparator<Place> AS_THEY_CAME =
            Comparator.comparingLong(Place::rank).thenComparing(Place::postId);

    private Renumbering() {}

    /** Numbers 1, 2, 3 and so on in the topic, in the given order; what awaits approval goes along without one. */
    static List<Place> of(Id<Topic> topic, List<Place> inOrder) {
        List<Place> places = new ArrayList<>();
        int number = 0;
        long rank = 0;
        for (Place place : inOrder) {
            if (place.number() == 0) {
                places.add(new Place(place.postId(), topic, 0, 0));
            } else {
                number++;
                rank = Math.max(place.rank(), rank + 1);
                places.add(new Place(place.postId(), topic, number, rank));
            }
        }
        return places;
    }

    /** Both in the order in which they came, but what opens {@code into} stays first. */
    static List<Place> merged(List<Place> into, List<Place> from) {
        List<Place> all = new ArrayList<>(into.subList(Math.min(1, into.size()), into.size()));
        all.addAll(from);
        all.sort(AS_THEY_CAME);
        all.addAll(0, into.subList(0, Math.min(1, into.size())));
        return all;
    }

    /** Where the numbers of {@code topic} led that lead elsewhere, or nowhere, now. */
    static List<Redirect> redirects(Topic topic, List<Place> before, List<Place> after) {
        Map<Id<ForumPost>, Place> byPost = after.stream().collect(Collectors.toMap(Place::postId, Function.identity()));
        return before.stream()
                .filter(place -> place.number() > 0)
                .filter(place -> {
                    Place now = byPost.get(place.postId());
                    return now == null || !now.topicId().equals(topic.id()) || now.number() != place.number();
                })
                .map(place -> new Redirect(topic.id(), topic.edition(), place.number(), place.postId()))
                .toList();
    }

    /** How many have a place. */
    static int count(List<Place> places) {
        return (int) places.stream().filter(place -> place.number() > 0).count();
    }

    /** About when the last of them came. */
    static Instant lastCame(List<Place> places) {
        return Instant.ofEpochMilli(places.stream().mapToLong(Place::rank).max().orElse(0));
    }
}
