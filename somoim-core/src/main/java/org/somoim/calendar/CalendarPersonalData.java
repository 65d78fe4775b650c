package org.somoim.calendar;

import java.util.List;
import java.util.function.Consumer;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Work;
import org.somoim.personaldata.Excerpt;
import org.somoim.personaldata.Inventory;
import org.somoim.personaldata.Leaving;
import org.somoim.personaldata.OnErasure;
import org.somoim.personaldata.PersonalDataSource;
import org.somoim.personaldata.Purpose;

/** Plug. Answers for links to calendars. */
public final class CalendarPersonalData implements PersonalDataSource {
    private static final Inventory KEPT = Inventory.of("calendar")
            .table("calendar-links", Purpose.OPERATION)
            .person("user-id", OnErasure.REMOVED)
            .about("user-id", "name", "place-id", "created-at")
            .plain("id", "digest")
            .done();

    private final CalendarLinkStore store;

    public CalendarPersonalData(CalendarLinkStore store) {
        this.store = store;
    }

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        for (CalendarLink link : store.of(person)) {
            to.accept(Excerpt.of("calendar-links")
                    .text("name", link.name())
                    .id("place-id", link.placeId())
                    .time("created-at", link.createdAt())
                    .done());
        }
    }

    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        List<CalendarLink> links =
                store.of(leaving.person()).stream().limit(most).toList();
        links.forEach(link -> store.remove(link.id()));
        return links.size();
    }
}
