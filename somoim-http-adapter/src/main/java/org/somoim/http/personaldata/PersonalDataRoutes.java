package org.somoim.http.personaldata;

import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.post;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.accounts.Password;
import org.somoim.accounts.Passwords;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.kernel.Id;
import org.somoim.kernel.Reason;
import org.somoim.kernel.Word;
import org.somoim.limits.RateLimiter;
import org.somoim.personaldata.Erasure;
import org.somoim.personaldata.Export;
import org.somoim.personaldata.PersonalData;
import org.somoim.personaldata.PersonalDataAction;
import org.somoim.personaldata.PersonalDataReason;
import org.somoim.personaldata.Wish;

/** What is kept about people: given to them, and taken away for good. */
public final class PersonalDataRoutes implements Routes {
    private final PersonalData personalData;
    private final Passwords passwords;

    public PersonalDataRoutes(PersonalData personalData, Passwords passwords) {
        this.personalData = personalData;
        this.passwords = passwords;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/me/export", this::export)
                        .counted(RateLimiter.Kind.COSTLY)
                        .givesFile()
                        .says("Everything that is kept about oneself, as one JSON document."),
                post("/me/erasure", this::erase)
                        .takes(Erase.class)
                        .promises(ErasureView.class)
                        .says("Erases oneself for good. What `keep` names stays, under nobody's name."),
                get("/me/erasure", this::mine)
                        .givesList(ErasureView.class)
                        .says("How one's own erasure stands, if there is one."),
                get("/erasures", this::find)
                        .forAnyone()
                        .query("erasure", Id.class)
                        .givesList(ErasureView.class)
                        .says("How an erasure stands, for whoever was given its id."),
                get("/admin/erasures", this::pending)
                        .needs(PersonalDataAction.WATCH)
                        .givesPage(ErasureView.class)
                        .says("Erasures that are not finished, oldest first."));
    }

    @Override
    public List<? extends Reason> reasons() {
        return List.of(PersonalDataReason.values());
    }

    private Response export(Request request) {
        Export export = personalData.export(request.actor());
        return Response.stream("application/json", "export.json", out -> new Archive(out).write(export));
    }

    private Response erase(Request request) {
        var wanted = request.body(Erase.class);
        Map<Word, Wish> kept = wanted.keep() == null
                ? Map.of()
                : wanted.keep().stream().collect(Collectors.toMap(kind -> kind, kind -> Wish.KEEP));
        var proof = passwords.proveAgain(request.actor(), wanted.password());
        return Response.of(202, ErasureView.of(personalData.erase(request.actor(), proof, Wish.REMOVE, kept)));
    }

    private Response mine(Request request) {
        return Response.ok(
                personalData.mine(request.actor()).stream().map(ErasureView::of).toList());
    }

    private Response find(Request request) {
        Optional<Id<Erasure>> wanted = request.queryId("erasure");
        return Response.ok(wanted.flatMap(id -> personalData.find(request.actor(), id)).stream()
                .map(ErasureView::of)
                .toList());
    }

    private Response pending(Request request) {
        return Response.page(
                personalData.pending(request.actor(), request.ask()).map(ErasureView::of));
    }

    /** @param keep kinds of what one wrote, such as {@code posts}, that are to stay; without it nothing does */
    record Erase(@Nullable Password password, @Nullable Set<Word> keep) {}

    record ErasureView(String erasureId, String state, String createdAt, String updatedAt) implements View {
        static ErasureView of(Erasure erasure) {
            return new ErasureView(
                    erasure.id().toString(),
                    erasure.state().name(),
                    erasure.createdAt().toString(),
                    erasure.updatedAt().toString());
        }
    }
}
