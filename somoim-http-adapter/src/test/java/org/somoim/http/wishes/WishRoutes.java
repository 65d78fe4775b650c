package org.somoim.http.wishes;

import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.patch;
import static org.somoim.http.wire.Route.post;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.access.AccessReason;
import org.somoim.http.wire.Patch;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Page;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Reason;
import org.somoim.kernel.StoreFailure;
import org.somoim.kernel.Word;
import org.somoim.memory.Memory;
import org.somoim.memory.TestClock;
import org.somoim.uuid.UuidIds;

/** Wishes over HTTP, kept in memory. */
public final class WishRoutes implements Routes {
    public final Memory memory = new Memory();
    public final TestClock clock = new TestClock();
    private final Memory.Table<Id<Wish>, Wish> table = memory.table();
    private final UuidIds ids = new UuidIds(clock, new java.util.Random(7));

    @Override
    public List<Route> routes() {
        return List.of(
                get("/wishes", this::list)
                        .query("size", Wish.Size.class)
                        .query("tag", Word.class)
                        .query("title", Line.class)
                        .query("before", Instant.class)
                        .query("vague", Boolean.class)
                        .query("like", Id.class)
                        .givesPage(WishView.class)
                        .says("Wishes, oldest first."),
                post("/wishes", this::add)
                        .takes(NewWish.class)
                        .creates(WishView.class)
                        .says("Adds a wish."),
                get("/wishes/{wish}", this::find).gives(WishView.class).says("One wish."),
                patch("/wishes/{wish}", this::change)
                        .takes(WishPatch.class)
                        .gives(WishView.class)
                        .says("Changes a wish."),
                delete("/wishes/{wish}", this::remove).says("Drops a wish."),
                post("/wishes/{wish}/refusal", this::refuse)
                        .takes(Which.class)
                        .says("Refuses for a reason of the caller's choice."),
                get("/fairies", request -> Response.ok(List.of()))
                        .givesList(WishView.class)
                        .forAnyone()
                        .says("There are none."),
                get("/accident/{kind}", WishRoutes::accident).forAnyone().says("Fails."),
                post("/wish/create", this::make)
                        .takes(OldWish.class)
                        .creates(WishView.class)
                        .aliasOf("POST /wishes")
                        .says("Adds a wish, as it was once called."));
    }

    @Override
    public List<? extends Reason> reasons() {
        return List.of(WishReason.values());
    }

    private Response list(Request request) {
        Page.Fetch<Wish> fetch = (after, limit) -> table.all().stream()
                .filter(wish -> after == null || wish.id().value().compareTo(after.id()) > 0)
                .limit(limit)
                .toList();
        Page<Wish> page =
                Page.of(request.ask(), fetch, wish -> Cursor.of(clock.instant(), wish.id()), wish -> request.query(
                                "size", Wish.Size.class)
                        .filter(s -> s != wish.size())
                        .isEmpty());
        request.word("tag");
        request.text("title");
        request.query("before", Instant.class);
        request.query("vague", Boolean.class);
        request.queryId("like");
        return Response.page(page.map(WishView::of));
    }

    private Response add(Request request) {
        var wanted = request.body(NewWish.class);
        return added(new Wish(
                ids.timeOrdered(),
                wanted.title(),
                wanted.reason(),
                wanted.size(),
                wanted.timesOver(),
                wanted.by(),
                wanted.tags()));
    }

    private Response make(Request request) {
        var wanted = request.body(OldWish.class);
        return added(new Wish(ids.timeOrdered(), wanted.wishText(), null, Wish.Size.SMALL, 1, null, List.of()));
    }

    private Response added(Wish wish) {
        memory.run(() -> table.add(wish.id(), wish));
        return Response.created("/wishes/" + wish.id(), WishView.of(wish));
    }

    private Response find(Request request) {
        return Response.ok(WishView.of(wished(request.id("wish"))));
    }

    private Wish wished(Id<Wish> id) {
        return table.get(id).orElseThrow(() -> AccessReason.NOT_FOUND.refuse(id));
    }

    private Response change(Request request) {
        Id<Wish> id = request.id("wish");
        var patch = request.body(WishPatch.class);
        return memory.call(() -> {
            Wish old = wished(id);
            Wish changed = new Wish(
                    id,
                    patch.title().over(old.title()),
                    patch.reason().over(old.reason()),
                    patch.size().over(old.size()),
                    patch.timesOver().over(old.times()),
                    patch.by().over(old.by()),
                    patch.tags().over(old.tags()));
            table.put(id, changed);
            return Response.ok(WishView.of(changed));
        });
    }

    private Response remove(Request request) {
        Id<Wish> id = request.id("wish");
        return memory.call(() -> {
            wished(id);
            table.remove(id);
            return Response.nothing();
        });
    }

    private Response refuse(Request request) {
        throw request.body(Which.class).reason().refuse(request.id("wish"));
    }

    private static Response accident(Request request) {
        switch (request.segment("kind")) {
            case "store" -> throw new StoreFailure("Wait.", new IllegalStateException("secret"));
            case "bug" -> throw new IllegalStateException("secret of a person");
            default -> throw new UncheckedIOException(new IOException("secret"));
        }
    }

    record NewWish(
            Line title,
            @Nullable Prose reason,
            Wish.Size size,
            int timesOver,
            @Nullable Instant by,
            List<Word> tags,
            @Nullable Giver giver) {}

    record Giver(Line name, @Nullable Id<Wish> owes) {
        Giver {
            if (name.value().equals("nobody")) {
                throw WishReason.IMPOSSIBLE.refuse();
            }
        }
    }

    record WishPatch(
            Patch<Line> title,
            Patch<@Nullable Prose> reason,
            Patch<Wish.Size> size,
            Patch<Integer> timesOver,
            Patch<@Nullable Instant> by,
            Patch<List<Word>> tags) {}

    record OldWish(Line wishText) {}

    record Which(WishReason reason) {}

    record WishView(
            String id,
            String title,
            @Nullable String reason,
            String size,
            int timesOver,
            @Nullable String by,
            List<String> tags)
            implements View {
        static WishView of(Wish wish) {
            return new WishView(
                    wish.id().toString(),
                    wish.title().value(),
                    wish.reason() == null ? null : wish.reason().value(),
                    wish.size().name(),
                    wish.times(),
                    wish.by() == null ? null : wish.by().toString(),
                    wish.tags().stream().map(Word::value).toList());
        }
    }
}
