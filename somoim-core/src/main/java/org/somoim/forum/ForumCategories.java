package org.somoim.forum;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Access;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.profiles.Profiles;

/** The tree of categories: what topics stand in, who may read and write there, and who looks after it. */
public final class ForumCategories {
    private final CategoryStore store;
    private final ForumGate gate;
    private final Access access;
    private final Work work;

    public ForumCategories(
            CategoryStore store, TopicStore topics, ForumPostStore posts, Profiles profiles, Access access, Work work) {
        this.store = store;
        this.gate = new ForumGate(store, topics, posts, profiles.levels(), access);
        this.access = access;
        this.work = work;
    }

    /**
     * Makes a category.
     *
     * @param parent where it is to stand, or null for the top
     * @throws org.somoim.kernel.Refusal {@link ForumReason#TOO_DEEP}, {@link ForumReason#TOO_MANY_CATEGORIES}, {@code
     *     access.not-found} if there is no such parent, {@code access.not-allowed}
     */
    public Category make(Actor actor, @Nullable Id<Category> parent, CategoryDraft draft) {
        return work.call(tx -> {
            Id<User> by = access.requireSite(actor, ForumSiteAction.BUILD).orElse(null);
            List<Category> all = store.all();
            if (all.size() >= ForumTerms.MOST_CATEGORIES) {
                throw ForumReason.TOO_MANY_CATEGORIES.refuse();
            }
            if (parent != null && pathOf(parent).size() >= Category.MOST_LEVELS) {
                throw ForumReason.TOO_DEEP.refuse(parent);
            }
            Category category = Category.made(tx.newId(), parent, draft, tx.now());
            store.add(category);
            tx.announce(new ForumFact.CategoryMade(category.id(), by));
            return category;
        });
    }

    /**
     * Changes what a category is.
     *
     * @param change makes the new from the present; called inside the change
     * @throws org.somoim.kernel.Refusal {@code access.not-found}, {@code access.not-allowed}
     */
    public Category change(Actor actor, Id<Category> id, UnaryOperator<CategoryDraft> change) {
        return work.call(tx -> {
            Id<User> by = access.requireSite(actor, ForumSiteAction.BUILD).orElse(null);
            Category category = pathOf(id).get(0);
            CategoryDraft draft = change.apply(category.draft());
            if (draft.equals(category.draft())) {
                return category;
            }
            Category changed = category.changed(draft, tx.now());
            store.put(changed);
            tx.announce(new ForumFact.CategoryChanged(id, by));
            return changed;
        });
    }

    /**
     * Puts a category, with everything in it, into another one.
     *
     * @param parent where it is to stand, or null for the top
     * @throws org.somoim.kernel.Refusal {@link ForumReason#CIRCLE}, {@link ForumReason#TOO_DEEP}, {@code access.not-found},
     *     {@code access.not-allowed}
     */
    public Category move(Actor actor, Id<Category> id, @Nullable Id<Category> parent) {
        return work.call(tx -> {
            Id<User> by = access.requireSite(actor, ForumSiteAction.BUILD).orElse(null);
            Category category = pathOf(id).get(0);
            if (Objects.equals(parent, category.parentId())) {
                return category;
            }
            List<Category> above = parent == null ? List.of() : pathOf(parent);
            if (above.stream().anyMatch(each -> each.id().equals(id))) {
                throw ForumReason.CIRCLE.refuse(id);
            }
            if (above.size() + gate.tree().height(id) > Category.MOST_LEVELS) {
                throw ForumReason.TOO_DEEP.refuse(id);
            }
            Category moved = category.under(parent, tx.now());
            store.put(moved);
            tx.announce(new ForumFact.CategoryMoved(id, parent, by));
            return moved;
        });
    }

    /**
     * Removes a category in which nothing stands.
     *
     * @throws org.somoim.kernel.Refusal {@link ForumReason#NOT_EMPTY}, {@code access.not-found}, {@code access.not-allowed}
     */
    public void remove(Actor actor, Id<Category> id) {
        work.call(tx -> {
            Id<User> by = access.requireSite(actor, ForumSiteAction.BUILD).orElse(null);
            pathOf(id);
            if (!store.isEmpty(id)) {
                throw ForumReason.NOT_EMPTY.refuse(id);
            }
            store.remove(id);
            tx.announce(new ForumFact.CategoryRemoved(id, by));
            return id;
        });
    }

    /**
     * Lets somebody look after a category and all below it. Appointing them again changes nothing.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found} if there is no such category or person, {@code
     *     access.not-allowed}
     */
    public void appoint(Actor actor, Id<Category> id, Id<User> person) {
        work.call(tx -> {
            Id<User> by = access.requireSite(actor, ForumSiteAction.BUILD).orElse(null);
            pathOf(id);
            if (!access.isActive(person)) {
                throw access.notFound(person);
            }
            if (store.addModerator(id, person, tx.now())) {
                tx.announce(new ForumFact.ModeratorAppointed(id, person, by));
            }
            return id;
        });
    }

    /**
     * Takes that back. Nothing changes if they did not look after it.
     *
     * @throws org.somoim.kernel.Refusal {@code access.not-found}, {@code access.not-allowed}
     */
    public void dismiss(Actor actor, Id<Category> id, Id<User> person) {
        work.call(tx -> {
            Id<User> by = access.requireSite(actor, ForumSiteAction.BUILD).orElse(null);
            pathOf(id);
            if (store.removeModerator(id, person)) {
                tx.announce(new ForumFact.ModeratorDismissed(id, person, by));
            }
            return id;
        });
    }

    /** @throws org.somoim.kernel.Refusal {@code access.not-found} */
    public ShownCategory get(Actor actor, Id<Category> id) {
        return work.read(() -> {
            access.requirePerson(actor);
            ForumGate.OpenedCategory opened = gate.category(actor, id);
            return shown(opened.reader(), List.of(opened.path())).get(0);
        });
    }

    /** Every category that the actor may read, in the order in which they were made; their parents tell the tree. */
    public List<ShownCategory> all(Actor actor) {
        return work.read(() -> {
            ForumGate.Reader reader = gate.reader(access.requirePerson(actor));
            List<Category> all = store.all();
            var tree = new Tree(all);
            return shown(
                    reader,
                    all.stream()
                            .map(category -> tree.path(category.id()))
                            .filter(reader::mayRead)
                            .toList());
        });
    }

    private List<ShownCategory> shown(ForumGate.Reader reader, List<List<Category>> paths) {
        Set<Id<Category>> ids = paths.stream().map(path -> path.get(0).id()).collect(Collectors.toSet());
        Map<Id<Category>, Set<Id<User>>> moderators = store.moderators(ids).stream()
                .collect(Collectors.groupingBy(
                        CategoryStore.Moderator::categoryId,
                        Collectors.mapping(CategoryStore.Moderator::userId, Collectors.toSet())));
        Set<Id<User>> apart = access.apart(
                reader.person(),
                moderators.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        moderators.values().forEach(people -> people.removeAll(apart));
        return paths.stream()
                .map(path -> new ShownCategory(
                        path.get(0), moderators.getOrDefault(path.get(0).id(), Set.of()), reader.looksAfter(path)))
                .toList();
    }

    private List<Category> pathOf(Id<Category> id) {
        List<Category> path = store.path(id);
        if (path.isEmpty()) {
            throw access.notFound(id);
        }
        return path;
    }
}
