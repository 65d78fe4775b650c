package org.somoim.profiles;

import java.util.EnumMap;
import java.util.Map;
import org.somoim.access.Standing;
import org.somoim.access.Visibility;

/**
 * What one person has set about their privacy.
 *
 * @param choices one for every setting, each of the setting's own kind
 */
public record PrivacySettings(Map<PrivacySetting, Choice> choices) {
    /** What everyone begins with: nothing shown, nothing shared, nothing contributed. */
    public static final PrivacySettings FIRST = new PrivacySettings(Map.of());

    /**
     * @param choices settings that are missing are as at first
     * @throws org.somoim.kernel.Refusal {@link ProfileReason#NO_SUCH_CHOICE}
     */
    public PrivacySettings {
        Map<PrivacySetting, Choice> all = new EnumMap<>(PrivacySetting.class);
        for (PrivacySetting setting : PrivacySetting.values()) {
            Choice choice = choices.getOrDefault(setting, setting.first());
            if (!setting.choices().contains(choice)) {
                throw ProfileReason.NO_SUCH_CHOICE.refuse();
            }
            all.put(setting, choice);
        }
        choices = Map.copyOf(all);
    }

    public Choice choice(PrivacySetting setting) {
        return choices.getOrDefault(setting, setting.first());
    }

    /** How far the profile, and the person's page, can be seen from. */
    public Audience profileVisibility() {
        return audience(PrivacySetting.PROFILE_VISIBILITY);
    }

    /** The same, as the decisions about places know it. */
    Visibility ofPage() {
        return switch (profileVisibility()) {
            case EVERYONE -> Visibility.PUBLIC;
            case GROUPS -> Visibility.PRIVATE;
            case NOBODY -> Visibility.SECRET;
        };
    }

    public GoalSharing goalSharing() {
        return (GoalSharing) choice(PrivacySetting.GOAL_SHARING_LEVEL);
    }

    /** @param setting one that is answered with yes or no */
    public boolean allows(PrivacySetting setting) {
        return choice(setting) == Consent.YES;
    }

    /**
     * Whether someone who is {@code onPage} to the person's page may see a field.
     *
     * @param field a setting whose choices are audiences; it never reaches further than the profile as a whole
     */
    public boolean shows(PrivacySetting field, Standing onPage) {
        return audience(field).within(profileVisibility()).admits(onPage);
    }

    /** The same with some settings changed. */
    PrivacySettings with(Map<PrivacySetting, Choice> changes) {
        Map<PrivacySetting, Choice> changed = new EnumMap<>(choices);
        changed.putAll(changes);
        return new PrivacySettings(changed);
    }

    private Audience audience(PrivacySetting setting) {
        return (Audience) choice(setting);
    }
}
