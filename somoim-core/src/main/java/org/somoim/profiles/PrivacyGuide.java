package org.somoim.profiles;

import java.util.Arrays;
import java.util.List;

/**
 * What there is to know about privacy in the community, for people to read before they decide. Made from the settings
 * themselves, so it cannot say anything else than what they do.
 *
 * @param entries one for every setting, in the order in which they should be read
 */
public record PrivacyGuide(List<Entry> entries) {
    public PrivacyGuide {
        entries = List.copyOf(entries);
    }

    static PrivacyGuide ofAllSettings() {
        return new PrivacyGuide(Arrays.stream(PrivacySetting.values())
                .map(setting -> new Entry(setting, setting.choices(), setting.first()))
                .toList());
    }

    /**
     * One setting; what it means is {@link PrivacySetting#inKorean()} and {@link PrivacySetting#inEnglish()}.
     *
     * @param choices everything it can be set to
     * @param first what it is until the person sets it
     */
    public record Entry(PrivacySetting setting, List<Choice> choices, Choice first) {}
}
