package org.somoim.sqlite.moderation;

import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.Policies;
import org.somoim.memory.Community;
import org.somoim.moderation.Detector;
import org.somoim.moderation.ModerationTerms;
import org.somoim.moderation.WatchContract;
import org.somoim.sqlite.OpenDatabase;

@Covers("DAT-14")
class SqliteWatchTest implements WatchContract {
    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    @Override
    public Community town(ModerationTerms terms, List<? extends Detector> detectors) {
        return new Community(database::ports, Policies.PRESET.moderating(terms), detectors);
    }
}
