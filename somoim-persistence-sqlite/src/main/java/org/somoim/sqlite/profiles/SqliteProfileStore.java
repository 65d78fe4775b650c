package org.somoim.sqlite.profiles;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.profiles.About;
import org.somoim.profiles.Audience;
import org.somoim.profiles.Badge;
import org.somoim.profiles.Block;
import org.somoim.profiles.Choice;
import org.somoim.profiles.ContributionStanding;
import org.somoim.profiles.PrivacySetting;
import org.somoim.profiles.PrivacySettings;
import org.somoim.profiles.Profile;
import org.somoim.profiles.ProfileStore;
import org.somoim.profiles.Topics;
import org.somoim.sqlite.access.Predicates;

/**
 * Profiles in {@code somoim_profiles} with their interests and expertise, settings in {@code somoim_privacy_settings}, and
 * {@code somoim_blocks} and {@code somoim_muted_keywords}. Made from its annotations.
 */
public interface SqliteProfileStore extends ProfileStore {

    @Override
    default boolean add(Profile profile) {
        if (!addRow(profile)) {
            return false;
        }
        putTopics(profile);
        addSettings(profile.userId(), byColumn(PrivacySettings.FIRST), profile.createdAt());
        return true;
    }

    @Insert("""
            insert into somoim_profiles (
                user_id, display_name, given_name, family_name, bio, avatar_url, location,
                reputation_score, total_contributions, experience_level, visibility, created_at, updated_at)
            values (
                #{userId}, #{about.displayName},
                somoim_seal('profiles.given_name', #{userId}, #{userId}, #{about.givenName}),
                somoim_seal('profiles.family_name', #{userId}, #{userId}, #{about.familyName}),
                #{about.bio}, #{about.avatar}, #{about.location}, #{standing.reputationScore}, #{standing.totalContributions},
                #{standing.experienceLevel}, 'NOBODY', #{createdAt}, #{updatedAt})
            on conflict (user_id) do nothing
            """)
    boolean addRow(Profile profile);

    @Override
    default void put(Profile profile) {
        putRow(profile);
        removeInterests(profile.userId());
        removeExpertise(profile.userId());
        putTopics(profile);
    }

    @Update("""
            update somoim_profiles
            set display_name = #{about.displayName},
                given_name = somoim_seal('profiles.given_name', #{userId}, #{userId}, #{about.givenName}),
                family_name = somoim_seal('profiles.family_name', #{userId}, #{userId}, #{about.familyName}),
                bio = #{about.bio}, avatar_url = #{about.avatar}, location = #{about.location},
                reputation_score = #{standing.reputationScore}, total_contributions = #{standing.totalContributions},
                experience_level = #{standing.experienceLevel}, updated_at = #{updatedAt}
            where user_id = #{userId}
            """)
    void putRow(Profile profile);

    private void putTopics(Profile profile) {
        Set<Line> interests = profile.about().interests().lines();
        if (!interests.isEmpty()) {
            addInterests(profile.userId(), interests, profile.updatedAt());
        }
        Set<Line> expertise = profile.about().expertise().lines();
        if (!expertise.isEmpty()) {
            addExpertise(profile.userId(), expertise, profile.updatedAt());
        }
    }

    @Insert("""
            insert into somoim_profile_interests (user_id, interest, created_at)
            select #{owner}, value, #{at} from json_each(#{interests})
            """)
    void addInterests(Id<User> owner, Set<Line> interests, Instant at);

    @Delete("delete from somoim_profile_interests where user_id = #{owner}")
    void removeInterests(Id<User> owner);

    @Insert("""
            insert into somoim_profile_expertise (user_id, expertise, created_at)
            select #{owner}, value, #{at} from json_each(#{expertise})
            """)
    void addExpertise(Id<User> owner, Set<Line> expertise, Instant at);

    @Delete("delete from somoim_profile_expertise where user_id = #{owner}")
    void removeExpertise(Id<User> owner);

    @Override
    default Optional<Profile> find(Id<User> owner) {
        return kept(owner)
                .map(kept -> new Profile(owner, about(owner), standing(owner), kept.createdAt(), kept.updatedAt()));
    }

    @Select("select created_at, updated_at from somoim_profiles where user_id = #{owner}")
    Optional<Kept> kept(Id<User> owner);

    /** Since when there is a profile, and when it last changed. */
    record Kept(Instant createdAt, Instant updatedAt) {}

    /** Topics as one text. A line holds no line feed, so one joins many. */
    static String joined(Topics topics) {
        return topics.lines().stream().map(Line::value).collect(Collectors.joining("\n"));
    }

    /** Reads what {@link #joined} wrote. */
    static Topics split(String joined) {
        return new Topics(joined.lines().map(Line::new).collect(Collectors.toUnmodifiableSet()));
    }

    @Select("""
            select
                display_name,
                somoim_open('profiles.given_name', user_id, user_id, given_name) as given_name,
                somoim_open('profiles.family_name', user_id, user_id, family_name) as family_name,
                bio, avatar_url as avatar, location,
                coalesce(
                    (select group_concat(interest, char(10)) from somoim_profile_interests where user_id = #{owner}),
                    '') as interests,
                coalesce(
                    (select group_concat(expertise, char(10)) from somoim_profile_expertise where user_id = #{owner}),
                    '') as expertise
            from somoim_profiles
            where user_id = #{owner}
            """)
    About about(Id<User> owner);

    @Select("""
            select reputation_score, total_contributions, experience_level
            from somoim_profiles
            where user_id = #{owner}
            """)
    ContributionStanding standing(Id<User> owner);

    @Override
    default void putSettings(Id<User> owner, PrivacySettings settings, Instant at) {
        putVisibility(owner, settings.profileVisibility());
        putRestOfSettings(owner, byColumn(settings), at);
    }

    @Update("update somoim_profiles set visibility = #{visibility} where user_id = #{owner}")
    void putVisibility(Id<User> owner, Audience visibility);

    @Insert("""
            insert into somoim_privacy_settings (
                user_id, given_name_visibility, family_name_visibility, bio_visibility, avatar_visibility,
                location_visibility, interests_visibility, expertise_visibility, standing_visibility, discoverable,
                goal_sharing_level, share_goal_amounts, share_age_range, share_income_range, share_region,
                contribute_to_comparisons,
                anonymize_in_comparisons, created_at, updated_at)
            values (
                #{owner}, #{choices.given_name_visibility}, #{choices.family_name_visibility},
                #{choices.bio_visibility}, #{choices.avatar_visibility}, #{choices.location_visibility},
                #{choices.interests_visibility}, #{choices.expertise_visibility}, #{choices.standing_visibility},
                #{choices.discoverable}, #{choices.goal_sharing_level}, #{choices.share_goal_amounts},
                #{choices.share_age_range}, #{choices.share_income_range}, #{choices.share_region},
                #{choices.contribute_to_comparisons},
                #{choices.anonymize_in_comparisons}, #{at}, #{at})
            """)
    void addSettings(Id<User> owner, Map<String, Choice> choices, Instant at);

    @Update("""
            update somoim_privacy_settings
            set given_name_visibility = #{choices.given_name_visibility},
                family_name_visibility = #{choices.family_name_visibility},
                bio_visibility = #{choices.bio_visibility},
                avatar_visibility = #{choices.avatar_visibility},
                location_visibility = #{choices.location_visibility},
                interests_visibility = #{choices.interests_visibility},
                expertise_visibility = #{choices.expertise_visibility},
                standing_visibility = #{choices.standing_visibility},
                discoverable = #{choices.discoverable},
                goal_sharing_level = #{choices.goal_sharing_level},
                share_goal_amounts = #{choices.share_goal_amounts},
                share_age_range = #{choices.share_age_range},
                share_income_range = #{choices.share_income_range},
                share_region = #{choices.share_region},
                contribute_to_comparisons = #{choices.contribute_to_comparisons},
                anonymize_in_comparisons = #{choices.anonymize_in_comparisons},
                updated_at = #{at}
            where user_id = #{owner}
            """)
    void putRestOfSettings(Id<User> owner, Map<String, Choice> choices, Instant at);

    private static Map<String, Choice> byColumn(PrivacySettings settings) {
        return settings.choices().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(entry -> entry.getKey().key(), Map.Entry::getValue));
    }

    @Override
    default Optional<PrivacySettings> settings(Id<User> owner) {
        List<Chosen> chosen = chosen(owner);
        return chosen.isEmpty()
                ? Optional.empty()
                : Optional.of(new PrivacySettings(
                        chosen.stream().collect(Collectors.toMap(Chosen::setting, one -> one.setting()
                                .choice(one.choice())))));
    }

    /** A column, and what is in it. */
    record Chosen(PrivacySetting setting, String choice) {}

    @Select("""
            select upper(key) as setting, value as choice
            from json_each((
                select json_object(
                    'profile_visibility', p.visibility,
                    'given_name_visibility', s.given_name_visibility,
                    'family_name_visibility', s.family_name_visibility,
                    'bio_visibility', s.bio_visibility,
                    'avatar_visibility', s.avatar_visibility,
                    'location_visibility', s.location_visibility,
                    'interests_visibility', s.interests_visibility,
                    'expertise_visibility', s.expertise_visibility,
                    'standing_visibility', s.standing_visibility,
                    'discoverable', s.discoverable,
                    'goal_sharing_level', s.goal_sharing_level,
                    'share_goal_amounts', s.share_goal_amounts,
                    'share_age_range', s.share_age_range,
                    'share_income_range', s.share_income_range,
                    'share_region', s.share_region,
                    'contribute_to_comparisons', s.contribute_to_comparisons,
                    'anonymize_in_comparisons', s.anonymize_in_comparisons)
                from somoim_profiles p
                join somoim_privacy_settings s on s.user_id = p.user_id
                where p.user_id = #{owner}))
            order by key
            """)
    List<Chosen> chosen(Id<User> owner);

    @Override
    @Select("select visibility from somoim_profiles where user_id = #{owner}")
    Optional<Audience> visibility(Id<User> owner);

    @Override
    default Map<Id<User>, Line> names(Set<Id<User>> people) {
        return named(people).stream().collect(Collectors.toUnmodifiableMap(Named::userId, Named::displayName));
    }

    /** Someone, and what they are called. */
    record Named(Id<User> userId, Line displayName) {}

    @Select("""
            select user_id, display_name
            from somoim_profiles
            where user_id in (select unhex(value) from json_each(#{people}))
            order by user_id
            """)
    List<Named> named(Set<Id<User>> people);

    @Override
    @Insert("""
            insert into somoim_blocks (blocker_id, blocked_id, created_at)
            values (#{blocker}, #{blocked}, #{at})
            on conflict (blocker_id, blocked_id) do nothing
            """)
    boolean addBlock(Id<User> blocker, Id<User> blocked, Instant at);

    @Override
    @Delete("delete from somoim_blocks where blocker_id = #{blocker} and blocked_id = #{blocked}")
    boolean removeBlock(Id<User> blocker, Id<User> blocked);

    @Override
    @Select("""
            select b.blocked_id as user_id,
                case when exists (
                    select 1 from somoim_blocks back
                    where back.blocker_id = b.blocked_id and back.blocked_id = b.blocker_id
                ) then null else p.display_name end as display_name,
                b.created_at as since
            from somoim_blocks b
            join somoim_profiles p on p.user_id = b.blocked_id
            where b.blocker_id = #{blocker}
            order by b.created_at desc, b.blocked_id desc
            """)
    List<Block> blocked(Id<User> blocker);

    @Override
    @Select(Predicates.APART)
    Set<Id<User>> apart(Id<User> person, Set<Id<User>> others);

    @Override
    @Insert("""
            insert into somoim_muted_keywords (user_id, keyword, created_at)
            values (#{person}, #{word}, #{at})
            on conflict (user_id, keyword) do nothing
            """)
    boolean addMutedWord(Id<User> person, Line word, Instant at);

    @Override
    @Delete("delete from somoim_muted_keywords where user_id = #{person} and keyword = #{word}")
    boolean removeMutedWord(Id<User> person, Line word);

    @Override
    @Select(Predicates.MUTED_WORDS)
    Set<Line> mutedWords(Id<User> person);

    /** Interests, expertise and settings go with the profile by foreign keys. */
    @Override
    default int removeAll(Id<User> person) {
        return removeProfile(person) + removeBlocksBy(person) + removeBlocksOf(person) + removeMutedWords(person);
    }

    @Delete("delete from somoim_profiles where user_id = #{person}")
    int removeProfile(Id<User> person);

    @Delete("delete from somoim_blocks where blocker_id = #{person}")
    int removeBlocksBy(Id<User> person);

    @Delete("delete from somoim_blocks where blocked_id = #{person}")
    int removeBlocksOf(Id<User> person);

    @Delete("delete from somoim_muted_keywords where user_id = #{person}")
    int removeMutedWords(Id<User> person);

    @Override
    default boolean addBadge(Id<User> person, Badge badge) {
        return addBadgeRow(person, badge.badge(), badge.since());
    }

    @Insert("""
            insert into somoim_profile_badges (user_id, badge, created_at)
            values (#{person}, #{badge}, #{since})
            on conflict (user_id, badge) do nothing
            """)
    boolean addBadgeRow(Id<User> person, Word badge, Instant since);

    @Override
    @Delete("delete from somoim_profile_badges where user_id = #{person} and badge = #{badge}")
    boolean removeBadge(Id<User> person, Word badge);

    @Override
    @Select("""
            select badge, created_at as since
            from somoim_profile_badges
            where user_id = #{person}
            order by created_at, badge
            """)
    List<Badge> badges(Id<User> person);
}
