package org.somoim.http.moderation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.somoim.http.wire.View;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Word;
import org.somoim.moderation.Appeal;
import org.somoim.moderation.Appeals;
import org.somoim.moderation.Case;
import org.somoim.moderation.CaseFile;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Report;
import org.somoim.moderation.Signal;
import org.somoim.moderation.Snapshot;
import org.somoim.moderation.Statement;

/** What goes out about cases, measures and appeals. */
final class Views {
    private static final Word POST = new Word("post");
    private static final Word TOPIC = new Word("topic");

    private Views() {}

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String text(@Nullable Prose value) {
        return value == null ? null : value.value();
    }

    private static @Nullable String text(@Nullable Line value) {
        return value == null ? null : value.value();
    }

    /** @param version to name in a decision */
    record CaseView(
            String id,
            String kind,
            String subjectId,
            @Nullable String authorId,
            @Nullable String groupId,
            String status,
            String ground,
            boolean escalated,
            int probability,
            int weight,
            int version,
            @Nullable String claimedBy,
            @Nullable String claimedUntil,
            @Nullable String snoozedUntil,
            String openedAt,
            @Nullable String decidedAt)
            implements View {
        static CaseView of(Case about) {
            return new CaseView(
                    about.id().toString(),
                    about.subjectKind().value(),
                    about.subjectId().toString(),
                    text(about.authorId()),
                    text(about.placeId()),
                    about.status().name(),
                    about.ground().name(),
                    about.escalated(),
                    about.probability(),
                    about.weight(),
                    about.version(),
                    text(about.claimantId()),
                    text(about.claimedUntil()),
                    text(about.snoozedUntil()),
                    about.openedAt().toString(),
                    text(about.decidedAt()));
        }
    }

    record SnapshotView(@Nullable String title, @Nullable String body, String saidAt) implements View {
        static SnapshotView of(Snapshot snapshot) {
            return new SnapshotView(
                    text(snapshot.title()),
                    text(snapshot.body()),
                    snapshot.saidAt().toString());
        }

        static @Nullable SnapshotView of(@Nullable Snapshot snapshot, boolean there) {
            return snapshot == null || !there ? null : of(snapshot);
        }
    }

    record ComplaintView(
            String ground, @Nullable String words, int weight, boolean trusted, String status, String createdAt)
            implements View {
        static ComplaintView of(CaseFile.Complaint complaint) {
            return new ComplaintView(
                    complaint.ground().name(),
                    text(complaint.words()),
                    complaint.weight(),
                    complaint.trusted(),
                    complaint.status().name(),
                    complaint.createdAt().toString());
        }
    }

    record SignalView(String detector, String ground, int probability, List<String> because, String createdAt)
            implements View {
        static SignalView of(Signal.Kept kept) {
            return new SignalView(
                    kept.signal().detector().value(),
                    kept.signal().ground().name(),
                    kept.signal().probability(),
                    kept.signal().because().stream().map(Line::value).toList(),
                    kept.at().toString());
        }
    }

    record FileView(
            CaseView about,
            @Nullable SnapshotView now,
            List<SnapshotView> before,
            List<ComplaintView> complaints,
            List<SignalView> signals,
            List<MeasureView> measures,
            List<String> kin)
            implements View {
        static FileView of(CaseFile file) {
            return new FileView(
                    CaseView.of(file.about()),
                    SnapshotView.of(file.now(), true),
                    file.before().stream()
                            .map(Report.Kept::snapshot)
                            .map(SnapshotView::of)
                            .toList(),
                    file.complaints().stream().map(ComplaintView::of).toList(),
                    file.signals().stream().map(SignalView::of).toList(),
                    file.measures().stream().map(MeasureView::of).toList(),
                    file.kin().stream().map(Object::toString).toList());
        }
    }

    /** For those who decide. */
    record MeasureView(
            String id,
            String caseId,
            String kind,
            String state,
            String subjectKind,
            String subjectId,
            @Nullable String personId,
            String ground,
            String rule,
            String facts,
            boolean automated,
            @Nullable Integer confidence,
            String source,
            int points,
            @Nullable String deciderId,
            @Nullable String secondId,
            String decidedAt,
            @Nullable String until,
            @Nullable String endedAt)
            implements View {
        static MeasureView of(Measure measure) {
            return new MeasureView(
                    measure.id().toString(),
                    measure.caseId().toString(),
                    measure.kind().name(),
                    measure.state().name(),
                    measure.subjectKind().value(),
                    measure.subjectId().toString(),
                    text(measure.personId()),
                    measure.ground().name(),
                    measure.rule().value(),
                    measure.facts().value(),
                    measure.automated(),
                    measure.confidence(),
                    measure.source().name(),
                    measure.points(),
                    text(measure.deciderId()),
                    text(measure.secondId()),
                    measure.decidedAt().toString(),
                    text(measure.until()),
                    text(measure.endedAt()));
        }
    }

    /** In the words of source 001's table of moderations. */
    record RecordView(
            String id,
            @Nullable String post_id,
            @Nullable String topic_id,
            @Nullable String reported_user_id,
            String action_taken,
            String reason,
            @Nullable String moderator_user_id,
            boolean is_automated_action,
            @Nullable String confidence_score,
            String created_at)
            implements View {
        static RecordView of(Measure measure) {
            return new RecordView(
                    measure.id().toString(),
                    measure.subjectKind().equals(POST) ? measure.subjectId().toString() : null,
                    measure.subjectKind().equals(TOPIC) ? measure.subjectId().toString() : null,
                    text(measure.personId()),
                    measure.kind().name().toLowerCase(Locale.ROOT),
                    measure.rule().value(),
                    text(measure.deciderId()),
                    measure.automated(),
                    measure.confidence() == null
                            ? null
                            : java.math.BigDecimal.valueOf(measure.confidence(), 6)
                                    .toPlainString(),
                    measure.decidedAt().toString());
        }
    }

    /**
     * A statement of reasons. The second half are the names of the European database of statements of reasons.
     *
     * @param redress what one can do about it
     */
    record StatementView(
            String id,
            String kind,
            String subjectKind,
            String subjectId,
            String ground,
            String rule,
            String facts,
            int points,
            boolean inForce,
            String decidedAt,
            @Nullable String until,
            @Nullable String endedAt,
            String appealableUntil,
            @Nullable String appealId,
            List<String> redress,
            DsaView dsa)
            implements View {
        static StatementView of(Statement statement) {
            return new StatementView(
                    statement.id().toString(),
                    statement.kind().name(),
                    statement.subject().kind().value(),
                    statement.subject().id().toString(),
                    statement.ground().name(),
                    statement.rule().value(),
                    statement.facts().value(),
                    statement.points(),
                    statement.inForce(),
                    statement.decidedAt().toString(),
                    text(statement.until()),
                    text(statement.endedAt()),
                    statement.appealableUntil().toString(),
                    text(statement.appeal()),
                    List.of("INTERNAL_MECHANISM", "OUT_OF_COURT_SETTLEMENT", "JUDICIAL_REDRESS"),
                    DsaView.of(statement));
        }
    }

    /** Article 17 (3) of Regulation (EU) 2022/2065, in the names of its transparency database. Days are of UTC. */
    record DsaView(
            @Nullable List<String> decision_visibility,
            @Nullable String decision_visibility_other,
            @Nullable String end_date_visibility_restriction,
            @Nullable String decision_account,
            @Nullable String end_date_account_restriction,
            @Nullable String decision_provision,
            @Nullable String end_date_service_restriction,
            String decision_ground,
            String decision_facts,
            @Nullable String illegal_content_legal_ground,
            @Nullable String illegal_content_explanation,
            @Nullable String incompatible_content_ground,
            @Nullable String incompatible_content_explanation,
            List<String> content_type,
            @Nullable String content_type_other,
            String category,
            String application_date,
            String source_type,
            String automated_detection,
            String automated_decision,
            String puid)
            implements View {
        static DsaView of(Statement statement) {
            boolean illegal = statement.ground() == org.somoim.moderation.Ground.ILLEGAL;
            String visibility = visibility(statement.kind());
            String account = account(statement.kind());
            String provision = provision(statement.kind());
            String end = day(statement.until());
            boolean isPerson = statement.subject().isPerson();
            return new DsaView(
                    visibility == null ? null : List.of(visibility),
                    statement.kind() == Measure.Kind.NUDGE ? "A notice to the author; nothing is restricted" : null,
                    visibility == null ? null : end,
                    account,
                    account == null ? null : end,
                    provision,
                    provision == null ? null : end,
                    illegal ? "DECISION_GROUND_ILLEGAL_CONTENT" : "DECISION_GROUND_INCOMPATIBLE_CONTENT",
                    statement.facts().value(),
                    illegal ? statement.rule().value() : null,
                    illegal ? statement.facts().value() : null,
                    illegal ? null : statement.rule().value(),
                    illegal ? null : statement.facts().value(),
                    List.of(isPerson ? "CONTENT_TYPE_OTHER" : "CONTENT_TYPE_TEXT"),
                    isPerson ? "The account as a whole" : null,
                    category(statement.ground()),
                    Objects.requireNonNull(day(statement.decidedAt())),
                    source(statement.source()),
                    statement.automatedDetection() ? "Yes" : "No",
                    statement.automatedDecision()
                            ? "AUTOMATED_DECISION_FULLY"
                            : statement.automatedDetection()
                                    ? "AUTOMATED_DECISION_PARTIALLY"
                                    : "AUTOMATED_DECISION_NOT_AUTOMATED",
                    statement.id().toString());
        }

        private static @Nullable String day(@Nullable Instant at) {
            return at == null ? null : at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        }

        private static @Nullable String visibility(Measure.Kind kind) {
            return switch (kind) {
                case REMOVE -> "DECISION_VISIBILITY_CONTENT_REMOVED";
                case HIDE, HOLD -> "DECISION_VISIBILITY_CONTENT_DISABLED";
                case LIMIT -> "DECISION_VISIBILITY_CONTENT_DEMOTED";
                case LOCK -> "DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED";
                case LABEL -> "DECISION_VISIBILITY_CONTENT_LABELLED";
                case NUDGE -> "DECISION_VISIBILITY_OTHER";
                case RATE_LIMIT, MUTE, SUSPEND, GROUP_BAN, BAN -> null;
            };
        }

        private static @Nullable String account(Measure.Kind kind) {
            return switch (kind) {
                case SUSPEND -> "DECISION_ACCOUNT_SUSPENDED";
                case BAN -> "DECISION_ACCOUNT_TERMINATED";
                default -> null;
            };
        }

        private static @Nullable String provision(Measure.Kind kind) {
            return switch (kind) {
                case RATE_LIMIT, MUTE -> "DECISION_PROVISION_PARTIAL_SUSPENSION";
                case GROUP_BAN -> "DECISION_PROVISION_PARTIAL_TERMINATION";
                default -> null;
            };
        }

        private static String category(org.somoim.moderation.Ground ground) {
            return switch (ground) {
                case SPAM, SCAM -> "STATEMENT_CATEGORY_SCAMS_AND_FRAUD";
                case HARASSMENT -> "STATEMENT_CATEGORY_CYBER_VIOLENCE";
                case HATE -> "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH";
                case MISINFORMATION -> "STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS";
                case SELF_HARM -> "STATEMENT_CATEGORY_SELF_HARM";
                case PRIVACY_LEAK -> "STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS";
                case ILLEGAL -> "STATEMENT_CATEGORY_OTHER_VIOLATION_TC";
                case OTHER -> "STATEMENT_CATEGORY_OTHER_VIOLATION_TC";
            };
        }

        private static String source(Measure.Source source) {
            return switch (source) {
                case TRUSTED_FLAGGER -> "SOURCE_TRUSTED_FLAGGER";
                case NOTICE -> "SOURCE_ARTICLE_16";
                case REPORT -> "SOURCE_TYPE_OTHER_NOTIFICATION";
                case DETECTOR, OWN_INITIATIVE -> "SOURCE_VOLUNTARY";
            };
        }
    }

    /** For whoever filed it. Says of nobody who decided. */
    record AppealView(
            String id,
            @Nullable String measureId,
            @Nullable String reportId,
            String words,
            String status,
            @Nullable String answer,
            String filedAt,
            @Nullable String decidedAt)
            implements View {
        static AppealView of(Appeals.Own appeal) {
            return new AppealView(
                    appeal.id().toString(),
                    text(appeal.measureId()),
                    text(appeal.reportId()),
                    appeal.words().value(),
                    appeal.status().name(),
                    text(appeal.answer()),
                    appeal.filedAt().toString(),
                    text(appeal.decidedAt()));
        }
    }

    /** Of a thing that does not say whose it is. */
    record ToldView(StatementView statement, @Nullable AppealView appeal) implements View {
        static ToldView of(Appeals.Told told) {
            return new ToldView(
                    StatementView.of(told.statement()),
                    told.objection() == null ? null : AppealView.of(told.objection()));
        }
    }

    /** For those who judge it. */
    record ObjectionView(
            String id,
            String caseId,
            @Nullable String measureId,
            @Nullable String reportId,
            String words,
            String status,
            @Nullable String answer,
            String filedAt,
            @Nullable String decidedAt)
            implements View {
        static ObjectionView of(Appeal appeal) {
            return new ObjectionView(
                    appeal.id().toString(),
                    appeal.caseId().toString(),
                    text(appeal.measureId()),
                    text(appeal.reportId()),
                    appeal.words().value(),
                    appeal.status().name(),
                    text(appeal.answer()),
                    appeal.filedAt().toString(),
                    text(appeal.decidedAt()));
        }
    }
}
