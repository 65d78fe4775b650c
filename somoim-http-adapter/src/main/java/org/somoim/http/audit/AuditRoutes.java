package org.somoim.http.audit;

import static org.somoim.http.wire.Route.get;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.somoim.audit.Audit;
import org.somoim.audit.AuditAction;
import org.somoim.audit.AuditFilter;
import org.somoim.audit.Entry;
import org.somoim.audit.Verification;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.limits.RateLimiter;

/** The audit log, for administrators to read and to check. */
public final class AuditRoutes implements Routes {
    private final Audit audit;

    public AuditRoutes(Audit audit) {
        this.audit = audit;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/admin/audit", this::entries)
                        .needs(AuditAction.READ)
                        .query("who", Id.class)
                        .query("about", Id.class)
                        .givesPage(EntryView.class)
                        .says(
                                "What was done that matters most, newest first; by one person, or to one person or thing."),
                get("/admin/audit/verification", this::verify)
                        .counted(RateLimiter.Kind.COSTLY)
                        .needs(AuditAction.VERIFY)
                        .gives(VerificationView.class)
                        .says("Walks the whole audit log and says where it is broken, if it is."));
    }

    private Response entries(Request request) {
        Optional<Id<User>> who = request.queryId("who");
        Optional<Id<User>> about = request.queryId("about");
        var filter = new AuditFilter(who.orElse(null), about.orElse(null));
        return Response.page(
                audit.entries(request.actor(), filter, request.ask()).map(EntryView::of));
    }

    private Response verify(Request request) {
        return Response.ok(VerificationView.of(audit.verify(request.actor())));
    }

    record EntryView(
            long number,
            String createdAt,
            String who,
            @Nullable String whoId,
            String deed,
            @Nullable String aboutId,
            @Nullable String thingId,
            String previous,
            String hash)
            implements View {
        static EntryView of(Entry entry) {
            return new EntryView(
                    entry.number(),
                    entry.at().toString(),
                    entry.who().kind().name(),
                    text(entry.who().id()),
                    entry.deed().name(),
                    text(entry.about()),
                    text(entry.thing()),
                    entry.previous().hex(),
                    entry.hash().hex());
        }

        private static @Nullable String text(@Nullable Id<?> id) {
            return id == null ? null : id.toString();
        }
    }

    /**
     * @param entries how many are as they must be, from the first on
     * @param hash of the last of them
     * @param brokenAt number of the entry where something is wrong, or null if nothing is
     */
    record VerificationView(
            boolean intact,
            long entries,
            String hash,
            @Nullable Long brokenAt,
            @Nullable String flaw,
            String verifiedAt)
            implements View {
        static VerificationView of(Verification found) {
            Verification.Break broken = found.broken();
            return new VerificationView(
                    found.isIntact(),
                    found.head().entries(),
                    found.head().hash().hex(),
                    broken == null ? null : broken.number(),
                    broken == null ? null : broken.flaw().name(),
                    found.at().toString());
        }
    }
}
