package org.somoim.http.wire;

import org.junit.jupiter.api.Test;
import org.somoim.http.testing.Client;
import org.somoim.http.wishes.WishRoutes;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;

class PatchTest {
    private static final Id<User> SUMI = Id.of("00000000-0000-7000-8000-000000000001");

    private final WishRoutes wishes = new WishRoutes();
    private final Client sumi = Client.of(wishes.clock, wishes.memory, wishes).as(SUMI);

    @Test
    void whatMustBeThereCannotBePatchedAwayAndTheRestIsCheckedAsEver() {
        String id = sumi.post("/wish/create", "{'wish_text': 'snow'}").ok(201).at("/id");
        sumi.patch("/wishes/" + id, "{'title': null, 'size': 'HUGE', 'tags': ['A'], 'id': 'x'}")
                .faults(
                        "/title http.null-field",
                        "/size http.unknown-value",
                        "/tags/0 kernel.not-a-word",
                        "/id http.unknown-field");
        sumi.patch("/wishes/" + id, "{}").ok();
    }
}
