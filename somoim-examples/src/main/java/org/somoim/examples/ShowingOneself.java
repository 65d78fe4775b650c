package org.somoim.examples;

import java.util.Map;
import org.somoim.Somoim;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.User;
import org.somoim.profiles.About;
import org.somoim.profiles.Audience;
import org.somoim.profiles.PrivacySetting;
import org.somoim.profiles.ShownProfile;
import org.somoim.profiles.Topics;

/** Someone fills in a profile and opens some of it. */
final class ShowingOneself {
    private ShowingOneself() {}

    static ShownProfile show(Somoim somoim, Actor minji, Id<User> minjiId, Actor junho) {
        // tag::show
        somoim.profiles()
                .edit(
                        minji,
                        now -> new About(
                                now.displayName(),
                                null,
                                null,
                                Prose.of("주말엔 북한산."),
                                null,
                                Line.of("서울"),
                                Topics.of("등산", "요리"),
                                Topics.NONE));
        somoim.profiles()
                .changeSettings(
                        minji,
                        Map.of(
                                PrivacySetting.PROFILE_VISIBILITY, Audience.EVERYONE,
                                PrivacySetting.BIO_VISIBILITY, Audience.EVERYONE));

        // The bio, and neither where she lives nor what she likes.
        ShownProfile shown = somoim.profiles().see(junho, minjiId);
        // end::show
        return shown;
    }
}
