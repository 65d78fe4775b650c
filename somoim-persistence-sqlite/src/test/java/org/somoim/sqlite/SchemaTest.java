package org.somoim.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.somoim.Covers;
import org.somoim.access.SiteRole;
import org.somoim.access.Visibility;
import org.somoim.accounts.Account;
import org.somoim.accounts.Ticket;
import org.somoim.audit.Deed;
import org.somoim.audit.Who;
import org.somoim.comparison.KeptEpoch;
import org.somoim.events.Admission;
import org.somoim.events.Event;
import org.somoim.events.Rsvp;
import org.somoim.events.Venue;
import org.somoim.forum.ForumType;
import org.somoim.forum.PostType;
import org.somoim.forum.TopicStatus;
import org.somoim.forum.Verdict;
import org.somoim.goals.AgeBand;
import org.somoim.goals.Cheer;
import org.somoim.goals.GoalCategory;
import org.somoim.groups.Group;
import org.somoim.groups.Invite;
import org.somoim.groups.Membership;
import org.somoim.moderation.Appeal;
import org.somoim.moderation.Case;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Report;
import org.somoim.personaldata.Erasure;
import org.somoim.personaldata.Wish;
import org.somoim.posts.Reaction;
import org.somoim.profiles.Audience;
import org.somoim.profiles.Consent;
import org.somoim.profiles.ContributionStanding;
import org.somoim.profiles.GoalSharing;
import org.somoim.safety.Alert;
import org.somoim.safety.Receipt;

/** What holds for every table, whoever adds it. */
class SchemaTest {
    /** Tables that do not say when a row was made, and why. */
    private static final Map<String, String> WITHOUT_CREATED_AT = Map.ofEntries(
            Map.entry("somoim_goal_shares", "a day: shared_on"),
            Map.entry("somoim_goal_share_faces", "a day: since"),
            Map.entry("somoim_goal_tags", "a day: since"),
            Map.entry("somoim_goal_share_owners", "nothing, as it would tell whose it is"),
            Map.entry("somoim_goal_votes", "nothing, as it would tell who was there"),
            Map.entry("somoim_veiled_calls", "a day: until"),
            Map.entry("somoim_audit_head", "one row, as old as the newest entry"),
            Map.entry("somoim_key_cabinet", "one row, as old as the file"),
            Map.entry("somoim_listeners", "a position in the log; the log's entries have the times"),
            Map.entry("somoim_schema_history", "Flyway's, with installed_on"),
            Map.entry("somoim_topic_tags", "as old as the topic's heading"),
            Map.entry("somoim_topic_redirects", "an edition instead"));

    /** Every column that holds an enum's names, such as {@code somoim_groups.visibility}. */
    private static final Map<String, Class<? extends Enum<?>>> ENUMS = Map.ofEntries(
            Map.entry("somoim_accounts.role", SiteRole.class),
            Map.entry("somoim_accounts.status", Account.Status.class),
            Map.entry("somoim_profiles.visibility", Audience.class),
            Map.entry("somoim_profiles.experience_level", ContributionStanding.ExperienceLevel.class),
            Map.entry("somoim_privacy_settings.avatar_visibility", Audience.class),
            Map.entry("somoim_privacy_settings.bio_visibility", Audience.class),
            Map.entry("somoim_privacy_settings.expertise_visibility", Audience.class),
            Map.entry("somoim_privacy_settings.family_name_visibility", Audience.class),
            Map.entry("somoim_privacy_settings.given_name_visibility", Audience.class),
            Map.entry("somoim_privacy_settings.interests_visibility", Audience.class),
            Map.entry("somoim_privacy_settings.location_visibility", Audience.class),
            Map.entry("somoim_privacy_settings.standing_visibility", Audience.class),
            Map.entry("somoim_privacy_settings.anonymize_in_comparisons", Consent.class),
            Map.entry("somoim_privacy_settings.contribute_to_comparisons", Consent.class),
            Map.entry("somoim_privacy_settings.discoverable", Consent.class),
            Map.entry("somoim_privacy_settings.share_age_range", Consent.class),
            Map.entry("somoim_privacy_settings.share_goal_amounts", Consent.class),
            Map.entry("somoim_privacy_settings.share_income_range", Consent.class),
            Map.entry("somoim_privacy_settings.share_region", Consent.class),
            Map.entry("somoim_privacy_settings.goal_sharing_level", GoalSharing.class),
            Map.entry("somoim_groups.kind", Group.Kind.class),
            Map.entry("somoim_groups.visibility", Visibility.class),
            Map.entry("somoim_groups.join_policy", Group.JoinPolicy.class),
            Map.entry("somoim_groups.invite_policy", Group.InvitePolicy.class),
            Map.entry("somoim_memberships.status", Membership.Status.class),
            Map.entry("somoim_memberships.role", Membership.Role.class),
            Map.entry("somoim_membership_log.status_before", Membership.Status.class),
            Map.entry("somoim_membership_log.role_before", Membership.Role.class),
            Map.entry("somoim_membership_log.status_after", Membership.Status.class),
            Map.entry("somoim_membership_log.role_after", Membership.Role.class),
            Map.entry("somoim_group_invites.kind", Invite.Kind.class),
            Map.entry("somoim_reactions.kind", Reaction.Kind.class),
            Map.entry("somoim_event_series.kind", Event.Kind.class),
            Map.entry("somoim_event_series.venue_for", Venue.ShownTo.class),
            Map.entry("somoim_event_series.promotion", Admission.Promotion.class),
            Map.entry("somoim_events.kind", Event.Kind.class),
            Map.entry("somoim_events.venue_for", Venue.ShownTo.class),
            Map.entry("somoim_events.promotion", Admission.Promotion.class),
            Map.entry("somoim_goal_share_faces.goal_category", GoalCategory.class),
            Map.entry("somoim_goal_share_faces.user_age_group", AgeBand.class),
            Map.entry("somoim_goal_votes.cheer", Cheer.class),
            Map.entry("somoim_forum_categories.forum_type", ForumType.class),
            Map.entry("somoim_forum_categories.minimum_experience_level", ContributionStanding.ExperienceLevel.class),
            Map.entry("somoim_forum_topics.post_type", PostType.class),
            Map.entry("somoim_forum_topics.status", TopicStatus.class),
            Map.entry("somoim_forum_votes.verdict", Verdict.class),
            Map.entry("somoim_forum_drafts.post_type", PostType.class),
            Map.entry("somoim_rsvps.answer", Rsvp.Answer.class),
            Map.entry("somoim_rsvps.attendance", Rsvp.Attendance.class),
            Map.entry("somoim_safety_alerts.alert_type", Alert.Kind.class),
            Map.entry("somoim_safety_alerts.outcome", Alert.Outcome.class),
            Map.entry("somoim_alert_receipts.answer", Receipt.Answer.class),
            Map.entry("somoim_cases.status", Case.Status.class),
            Map.entry("somoim_cases.ground", Ground.class),
            Map.entry("somoim_case_signals.ground", Ground.class),
            Map.entry("somoim_case_lessons.ground", Ground.class),
            Map.entry("somoim_reports.ground", Ground.class),
            Map.entry("somoim_reports.status", Report.Status.class),
            Map.entry("somoim_notices.ground", Ground.class),
            Map.entry("somoim_measures.kind", Measure.Kind.class),
            Map.entry("somoim_measures.state", Measure.State.class),
            Map.entry("somoim_measures.ground", Ground.class),
            Map.entry("somoim_measures.source", Measure.Source.class),
            Map.entry("somoim_appeals.status", Appeal.Status.class),
            Map.entry("somoim_message_reactions.kind", org.somoim.chat.Reaction.Kind.class),
            Map.entry("somoim_comparison_epochs.outcome", KeptEpoch.Outcome.class),
            Map.entry("somoim_erasures.otherwise", Wish.class),
            Map.entry("somoim_erasures.state", Erasure.State.class),
            Map.entry("somoim_erasure_wishes.wish", Wish.class),
            Map.entry("somoim_audit_entries.who", Who.Kind.class),
            Map.entry("somoim_audit_entries.deed", Deed.class),
            Map.entry("somoim_tickets.purpose", Ticket.Purpose.class));

    private static final Pattern ENUM_CHECK =
            Pattern.compile("check \\((?:\\w+ is null or )?(\\w+) in \\(('[A-Z_]+'(?:,\\s*'[A-Z_]+')*)\\)\\)");

    @RegisterExtension
    final OpenDatabase database = new OpenDatabase();

    private List<String> tables() {
        return database.ask("""
                select name from sqlite_schema
                where type = 'table' and name not like 'sqlite_%'
                order by name
                """);
    }

    @Test
    @Covers("DAT-13")
    void everyForeignKeyHasAnIndexThatBeginsWithIt() {
        List<String> keys = database.ask("""
                select t.name || '.' || k."from"
                from sqlite_schema t, pragma_foreign_key_list(t.name) k
                where t.type = 'table' and k.seq = 0
                """);
        List<String> indexed = database.ask("""
                select t.name || '.' || c.name
                from sqlite_schema t, pragma_index_list(t.name) i, pragma_index_info(i.name) c
                where t.type = 'table' and c.seqno = 0 and i.partial = 0
                """);

        assertThat(keys).isNotEmpty();
        assertThat(indexed).containsAll(keys);
    }

    @Test
    void everyTableIsStrictAndNamedAfterTheLibrary() {
        List<String> loose = database.ask("""
                select name from pragma_table_list
                where schema = 'main' and type = 'table' and strict = 0
                  and name not like 'sqlite_%' and name <> 'somoim_schema_history'
                """);

        assertThat(tables()).isNotEmpty().allMatch(table -> table.startsWith("somoim_"));
        assertThat(loose).isEmpty();
    }

    @Test
    @Covers("DAT-7")
    void everyTableSaysWhenARowWasMade() {
        List<String> dated = database.ask("""
                select t.name from sqlite_schema t, pragma_table_info(t.name) c
                where t.type = 'table' and c.name = 'created_at' and c.type = 'INTEGER' and c."notnull" = 1
                """);

        assertThat(tables().stream().filter(table -> !dated.contains(table)))
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(WITHOUT_CREATED_AT.keySet()));
    }

    @Test
    @Covers("DAT-3")
    void everyIdIsADeclaredKeyOfSixteenBytes() {
        List<String> ids = database.ask("""
                select t.name from sqlite_schema t, pragma_table_info(t.name) c
                where t.type = 'table' and c.name = 'id'
                  and not (c.type = 'BLOB' and c.pk = 1 and c."notnull" = 1 and instr(t.sql, 'check (length(id) = 16)') > 0)
                """);

        assertThat(ids).isEmpty();
    }

    /** A key of sixteen bytes is as cheap as an integer only while rows lie in the order of an integer of their own. */
    @Test
    @Covers("DAT-4")
    void everyThingWithAnIdHasAnIntegerRowIdInside() {
        List<String> without = database.ask("""
                select t.name from pragma_table_list t, pragma_table_info(t.name) c
                where t.type = 'table' and c.name = 'id' and t.wr = 1
                """);

        // The order of its row ids would be the order in which people came.
        assertThat(without).containsExactly("somoim_goal_shares");
    }

    @Test
    @Covers("DAT-14")
    void everyCheckOfAnEnumRepeatsItsConstants() {
        Map<String, Set<String>> checks = tables().stream()
                .flatMap(table -> checks(table).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(checks)
                .isEqualTo(ENUMS.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, SchemaTest::names)));
    }

    private static Set<String> names(Map.Entry<String, Class<? extends Enum<?>>> column) {
        return Arrays.stream(column.getValue().getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.toSet());
    }

    private Map<String, Set<String>> checks(String table) {
        String sql = database.ask("select sql from sqlite_schema where type = 'table' and name = '" + table + "'")
                .get(0);
        return ENUM_CHECK
                .matcher(sql)
                .results()
                .collect(Collectors.toMap(check -> table + "." + check.group(1), check -> {
                    Matcher names = Pattern.compile("\\w+").matcher(check.group(2));
                    return names.results().map(name -> name.group()).collect(Collectors.toSet());
                }));
    }

    @Test
    @Covers("SEC-5")
    void noStatementIsPutTogetherFromText() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            List<Path> files = sources.filter(Files::isRegularFile).toList();
            assertThat(files).anyMatch(file -> file.endsWith("SqliteFactLog.java"));
            assertThat(files).noneMatch(SchemaTest::interpolates);
        }
    }

    private static boolean interpolates(Path file) {
        try {
            return Files.readString(file).contains("${");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Covers("DAT-11")
    void everyMigrationIsNumberedByTheMinuteAndNamedAfterItsCapability() throws IOException {
        Path root = Path.of("src/main/resources/org/somoim/sqlite/migrations");
        try (Stream<Path> found = Files.walk(root)) {
            List<Path> files = found.filter(Files::isRegularFile).toList();
            assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(
                            root.relativize(file).toString())
                    .matches("([a-z]+)/V20\\d{10}__[a-z_]+\\.sql"));
            assertThat(database.ask("select count(*) from somoim_schema_history where success = 1 and type = 'SQL'"))
                    .containsExactly(String.valueOf(files.size()));
        }
    }
}
