package org.somoim.posts;

import java.util.List;
import java.util.Set;
import org.somoim.groups.Group;
import org.somoim.imports.Importer;
import org.somoim.imports.References;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;

/** Plug. Brings in posts. */
public final class PostImport implements Importer<ImportedPost> {
    private final PostStore store;

    public PostImport(PostStore store) {
        this.store = store;
    }

    @Override
    public Class<ImportedPost> entry() {
        return ImportedPost.class;
    }

    @Override
    public Intake<ImportedPost> begin(Work.Tx tx, References references, List<ImportedPost> all) {
        return entry -> bring(tx, entry, references);
    }

    private boolean bring(Work.Tx tx, ImportedPost entry, References references) {
        if (references.find(entry.ref()).isPresent()) {
            return false;
        }
        Id<Group> group = references.get(entry.group());
        Id<User> author = references.get(entry.author());
        var draft = new Draft(entry.title(), entry.body(), Set.of());
        Post post = Post.inGroup(tx.newId(), group, author, draft, entry.since());
        store.add(post);
        tx.announce(new PostFact.PostBroughtIn(post.id(), group, author));
        references.thing(entry.ref(), post.id());
        return true;
    }
}
