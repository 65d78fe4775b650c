package org.somoim.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.forum.ForumDraft;
import org.somoim.forum.ForumDraftStore;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

/** Drafts in memory. */
public final class MemoryForumDraftStore implements ForumDraftStore {
    private final MemoryForum forum;

    MemoryForumDraftStore(MemoryForum forum) {
        this.forum = forum;
    }

    @Override
    public void put(ForumDraft draft) {
        forum.drafts.put(draft.id(), draft);
    }

    @Override
    public Optional<ForumDraft> find(Id<ForumDraft> draft) {
        return forum.drafts.get(draft);
    }

    @Override
    public boolean remove(Id<ForumDraft> draft) {
        return forum.drafts.remove(draft);
    }

    @Override
    public List<ForumDraft> of(Id<User> person, @Nullable Cursor after, int limit) {
        return forum.drafts.all().stream()
                .filter(draft -> draft.userId().equals(person))
                .filter(draft -> Keyset.isBefore(draft.updatedAt(), draft.id(), after))
                .sorted(Comparator.comparing(ForumDraft::updatedAt)
                        .thenComparing(ForumDraft::id)
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public int count(Id<User> person) {
        return of(person, null, Integer.MAX_VALUE).size();
    }

    @Override
    public int removeOf(Id<User> person, int limit) {
        List<ForumDraft> theirs = of(person, null, limit);
        theirs.forEach(draft -> remove(draft.id()));
        return theirs.size();
    }

    @Override
    public int prune(Instant before, int limit) {
        List<ForumDraft> due = forum.drafts.all().stream()
                .filter(draft -> draft.updatedAt().isBefore(before))
                .limit(limit)
                .toList();
        due.forEach(draft -> remove(draft.id()));
        return due.size();
    }
}
