package org.somoim.imports;

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

/** Plug. Answers for the names under which people came. */
public final class ImportPersonalData implements PersonalDataSource {
    static final Inventory KEPT = Inventory.of("imports")
            .table("import-references", Purpose.OPERATION)
            .person("user-id", OnErasure.EMPTIED)
            .about("user-id", "source", "mark", "created-at")
            .plain("thing-id")
            .done();

    private final ReferenceStore store;

    public ImportPersonalData(ReferenceStore store) {
        this.store = store;
    }

    @Override
    public Inventory inventory() {
        return KEPT;
    }

    @Override
    public void tell(Id<User> person, Consumer<Excerpt> to) {
        store.sourcesOf(person)
                .forEach(source -> to.accept(
                        Excerpt.of("import-references").text("source", source).done()));
    }

    @Override
    public int erase(Work.Tx tx, Leaving leaving, int most) {
        return store.erase(leaving.person());
    }
}
