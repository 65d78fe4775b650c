package org.somoim.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.forum.Category;
import org.somoim.forum.CategoryStore;
import org.somoim.forum.ForumDraft;
import org.somoim.forum.ForumPost;
import org.somoim.forum.ForumPostStore;
import org.somoim.forum.Topic;
import org.somoim.forum.TopicStore;
import org.somoim.forum.Vote;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.profiles.ProfileStore;

/** The tables of the forum in memory, which its stores share. */
final class MemoryForum {
    final Memory.Table<Id<Category>, Category> categories;
    final Memory.Table<Memory.Pair<Id<Category>, Id<User>>, CategoryStore.Moderator> moderators;
    final Memory.Table<Id<Topic>, Topic> topics;
    final Memory.Table<Memory.Pair<Id<Topic>, Id<User>>, TopicStore.Follow> follows;
    final Memory.Table<Memory.Pair<Id<Topic>, Spot>, TopicStore.Redirect> redirects;
    final Memory.Table<Id<ForumPost>, ForumPost> posts;
    final Memory.Table<Id<ForumPost>, Instant> emptied;
    final Memory.Table<Memory.Pair<Id<ForumPost>, Id<User>>, ForumPostStore.Like> likes;
    final Memory.Table<Memory.Pair<Id<ForumPost>, Id<User>>, Vote> votes;
    final Memory.Table<Id<ForumDraft>, ForumDraft> drafts;
    private final ProfileStore profiles;

    MemoryForum(Memory memory, ProfileStore profiles) {
        categories = memory.table();
        moderators = memory.table();
        topics = memory.table();
        follows = memory.table();
        redirects = memory.table();
        posts = memory.table();
        emptied = memory.table();
        likes = memory.table();
        votes = memory.table();
        drafts = memory.table();
        this.profiles = profiles;
    }

    /** A number in an edition. */
    record Spot(int number, int edition) implements Comparable<Spot> {
        @Override
        public int compareTo(Spot other) {
            int byNumber = Integer.compare(number, other.number);
            return byNumber != 0 ? byNumber : Integer.compare(edition, other.edition);
        }
    }

    Set<Id<User>> apart(@Nullable Id<User> from, Collection<Id<User>> people) {
        return from == null || people.isEmpty() ? Set.of() : profiles.apart(from, Set.copyOf(people));
    }

    boolean lives(Id<Topic> topic) {
        return topics.get(topic).filter(found -> !found.isDeleted()).isPresent();
    }

    boolean lives(ForumPost post) {
        return !post.isDeleted() && lives(post.topicId());
    }

    /** With everything that hangs on it. */
    void removePost(Id<ForumPost> post) {
        removeGiven(post);
        emptied.remove(post);
        redirects.removeAll(redirects.all().stream()
                .filter(redirect -> redirect.postId().equals(post))
                .map(MemoryForum::key)
                .collect(Collectors.toSet()));
        posts.remove(post);
    }

    void removeGiven(Id<ForumPost> post) {
        likes.removeAll(
                likes.keys().stream().filter(key -> key.first().equals(post)).toList());
        votes.removeAll(
                votes.keys().stream().filter(key -> key.first().equals(post)).toList());
    }

    static Memory.Pair<Id<Topic>, Spot> key(TopicStore.Redirect redirect) {
        return new Memory.Pair<>(redirect.topicId(), new Spot(redirect.number(), redirect.edition()));
    }
}
