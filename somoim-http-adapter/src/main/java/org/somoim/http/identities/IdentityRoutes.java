package org.somoim.http.identities;

import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.post;

import java.util.List;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.identities.Arrival;
import org.somoim.identities.Identities;
import org.somoim.identities.IdentityReason;
import org.somoim.identities.LinkedIdentity;
import org.somoim.kernel.Reason;
import org.somoim.kernel.Word;

/** By which outside identities one enters. */
public final class IdentityRoutes implements Routes {
    private final Identities identities;
    private final List<? extends OutsideTokens> providers;

    public IdentityRoutes(Identities identities, List<? extends OutsideTokens> providers) {
        this.identities = identities;
        this.providers = List.copyOf(providers);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/me/identities", this::list)
                        .givesList(IdentityView.class)
                        .says("The outside identities by which one enters."),
                post("/me/identities", this::link)
                        .takes(Proof.class)
                        .gives(IdentityView.class)
                        .says("Links an outside identity to one's account; takes its provider's token as proof."),
                delete("/me/identities/{provider}", this::unlink)
                        .says("Takes an outside identity away, unless it is the last way in."));
    }

    @Override
    public List<? extends Reason> reasons() {
        return List.of(IdentityReason.values());
    }

    private Response list(Request request) {
        return Response.ok(
                identities.list(request.actor()).stream().map(IdentityView::of).toList());
    }

    private Response link(Request request) {
        var proof = request.body(Proof.class);
        return Response.ok(IdentityView.of(identities.link(request.actor(), proved(proof))));
    }

    private Arrival proved(Proof proof) {
        return providers.stream()
                .filter(provider -> provider.provider().equals(proof.provider()))
                .findFirst()
                .orElseThrow(IdentityReason.UNKNOWN_PROVIDER::refuse)
                .check(proof.token())
                .orElseThrow(IdentityReason.NOT_PROVED::refuse);
    }

    private Response unlink(Request request) {
        identities.unlink(request.actor(), new Word(request.segment("provider")));
        return Response.nothing();
    }

    record Proof(Word provider, String token) {}

    record IdentityView(String provider, String linkedAt) implements View {
        static IdentityView of(LinkedIdentity link) {
            return new IdentityView(link.provider().value(), link.createdAt().toString());
        }
    }
}
