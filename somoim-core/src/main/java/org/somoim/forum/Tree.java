package org.somoim.forum;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;

/** All categories, to find one's way among them. */
final class Tree {
    private final Map<Id<Category>, Category> byId;

    Tree(Collection<Category> all) {
        byId = all.stream().collect(Collectors.toMap(Category::id, Function.identity()));
    }

    /** Itself first, the top last. Empty if there is no such category. */
    List<Category> path(Id<Category> id) {
        List<Category> path = new ArrayList<>();
        for (Category at = byId.get(id); at != null; at = above(at)) {
            path.add(at);
        }
        return path;
    }

    private @Nullable Category above(Category category) {
        return category.parentId() == null ? null : byId.get(category.parentId());
    }

    /** Itself and all below it. */
    Set<Id<Category>> under(Id<Category> id) {
        Set<Id<Category>> found = new HashSet<>();
        for (Id<Category> each : byId.keySet()) {
            if (path(each).stream().anyMatch(category -> category.id().equals(id))) {
                found.add(each);
            }
        }
        return found;
    }

    /** How many stand in one another from this one down, itself included. */
    int height(Id<Category> id) {
        int above = path(id).size() - 1;
        return under(id).stream()
                .mapToInt(each -> path(each).size() - above)
                .max()
                .orElse(0);
    }

    Set<Id<Category>> ids() {
        return byId.keySet();
    }
}
