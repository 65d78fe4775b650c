package org.somoim.examples;

import org.somoim.Somoim;
import org.somoim.goals.GoalShare;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.moderation.Appeals;
import org.somoim.moderation.Case;
import org.somoim.moderation.Ground;
import org.somoim.moderation.Measure;
import org.somoim.moderation.Reports;
import org.somoim.moderation.Ruling;
import org.somoim.moderation.Subject;
import org.somoim.posts.Post;

/** The examples of the document about moderation. */
final class Deciding {
    private Deciding() {}

    static Reports.Own report(Somoim somoim, Actor minji, Post post) {
        // tag::report
        Reports.Own report =
                somoim.reports().report(minji, Subject.of("post", post.id()), Ground.SCAM, Prose.of("사기 같아요"));
        // end::report
        return report;
    }

    static Measure decide(Somoim somoim, Actor moderator) {
        // tag::decide
        Case held = somoim.cases().claimNext(moderator).orElseThrow();
        Measure hidden = somoim.cases()
                .decide(
                        moderator,
                        held.id(),
                        held.version(),
                        Ruling.of(
                                Measure.Kind.HIDE,
                                Ground.SCAM,
                                Line.of("No scams"),
                                Prose.of("It promises a return.")));
        // end::decide
        return hidden;
    }

    static Appeals.Own object(Somoim somoim, Actor author, Measure measure) {
        // tag::object
        Appeals.Own appeal = somoim.appeals().object(author, measure.id(), Prose.of("이건 광고가 아닙니다"));
        // end::object
        return appeal;
    }

    static Appeals.Own objectUnnamed(Somoim somoim, Actor minji, GoalShare goal) {
        // tag::object-unnamed
        Appeals.Told told = somoim.appeals()
                .statementsOn(minji, Subject.of("goal", goal.id()))
                .get(0);
        Appeals.Own objection = somoim.appeals().object(minji, told.statement().id(), Prose.of("제 이야기일 뿐입니다"));
        // end::object-unnamed
        return objection;
    }
}
