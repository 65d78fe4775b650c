package org.somoim.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.somoim.forum.Category;
import org.somoim.forum.CategoryStore;
import org.somoim.forum.ForumDraft;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Categories in memory. */
public final class MemoryCategoryStore implements CategoryStore {
    private final MemoryForum forum;

    MemoryCategoryStore(MemoryForum forum) {
        this.forum = forum;
    }

    @Override
    public void add(Category category) {
        forum.categories.add(category.id(), category);
    }

    @Override
    public void put(Category category) {
        forum.categories.put(category.id(), category);
    }

    @Override
    public Optional<Category> find(Id<Category> category) {
        return forum.categories.get(category);
    }

    @Override
    public List<Category> path(Id<Category> category) {
        List<Category> path = new ArrayList<>();
        Optional<Category> at = find(category);
        while (at.isPresent()) {
            path.add(at.get());
            at = Optional.ofNullable(at.get().parentId()).flatMap(this::find);
        }
        return path;
    }

    @Override
    public List<Category> all() {
        return forum.categories.all().stream()
                .sorted(Comparator.comparing(Category::createdAt).thenComparing(Category::id))
                .toList();
    }

    @Override
    public boolean isEmpty(Id<Category> category) {
        return forum.categories.all().stream().noneMatch(each -> category.equals(each.parentId()))
                && forum.topics.all().stream()
                        .noneMatch(topic -> topic.categoryId().equals(category));
    }

    @Override
    public boolean remove(Id<Category> category) {
        forum.moderators.removeAll(forum.moderators.keys().stream()
                .filter(key -> key.first().equals(category))
                .toList());
        forum.drafts.removeAll(forum.drafts.all().stream()
                .filter(draft -> category.equals(draft.categoryId()))
                .map(ForumDraft::id)
                .toList());
        return forum.categories.remove(category);
    }

    @Override
    public boolean addModerator(Id<Category> category, Id<User> person, Instant at) {
        var key = new Memory.Pair<>(category, person);
        if (forum.moderators.get(key).isPresent()) {
            return false;
        }
        forum.moderators.add(key, new Moderator(category, person, at));
        return true;
    }

    @Override
    public boolean removeModerator(Id<Category> category, Id<User> person) {
        return forum.moderators.remove(new Memory.Pair<>(category, person));
    }

    @Override
    public List<Moderator> moderators(Set<Id<Category>> categories) {
        return forum.moderators.all().stream()
                .filter(each -> categories.contains(each.categoryId()))
                .toList();
    }

    @Override
    public List<Moderator> moderatorships(Id<User> person) {
        return forum.moderators.all().stream()
                .filter(each -> each.userId().equals(person))
                .toList();
    }

    @Override
    public int removeModeratorships(Id<User> person) {
        List<Moderator> theirs = moderatorships(person);
        theirs.forEach(each -> removeModerator(each.categoryId(), person));
        return theirs.size();
    }
}
