package org.somoim.http.goals;

import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.post;
import static org.somoim.http.wire.Route.put;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Restraint;
import org.somoim.goals.AgeBand;
import org.somoim.goals.Areas;
import org.somoim.goals.Cheer;
import org.somoim.goals.GoalCategory;
import org.somoim.goals.GoalDraft;
import org.somoim.goals.GoalFilter;
import org.somoim.goals.GoalReason;
import org.somoim.goals.GoalShare;
import org.somoim.goals.GoalShares;
import org.somoim.goals.GoalTemplate;
import org.somoim.goals.GoalTerms;
import org.somoim.goals.Inspiration;
import org.somoim.goals.Preview;
import org.somoim.goals.Story;
import org.somoim.goals.Tags;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Reason;
import org.somoim.kernel.Secrets.Digest;
import org.somoim.kernel.Word;
import org.somoim.privacy.redaction.Mark;

/** Shared goals over HTTP: one's own under {@code /me/goal-shares}, everybody's under {@code /goal-shares}. */
public final class GoalRoutes implements Routes {
    private static final String OWN = "/me/goal-shares/{goal}";
    private static final String MAKE = "POST /me/goal-shares";

    private final GoalShares shares;
    private final Inspiration inspiration;

    public GoalRoutes(GoalShares shares, Inspiration inspiration) {
        this.shares = shares;
        this.inspiration = inspiration;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                post("/me/goal-shares", this::share)
                        .takes(GoalBody.class)
                        .creates(OwnGoalView.class)
                        .says("Shares a goal without one's name, from tomorrow on, as far as one's settings allow.")
                        .veilingCallers(),
                get("/me/goal-shares", this::mine)
                        .givesList(OwnGoalView.class)
                        .says("What one shares, as it will look from tomorrow on."),
                get(OWN, this::own).gives(OwnGoalView.class).says("One of them."),
                put(OWN, this::edit)
                        .takes(GoalBody.class)
                        .gives(OwnGoalView.class)
                        .says("Says something else of a goal, from tomorrow on."),
                delete(OWN, this::remove).says("Deletes a share at once, with everything that hangs on it."),
                put(OWN + "/progress", this::progress)
                        .takes(ProgressBody.class)
                        .gives(OwnGoalView.class)
                        .says("Says how far a goal has come, from tomorrow on."),
                put(OWN + "/completion", this::complete)
                        .takes(CompletionBody.class)
                        .gives(OwnGoalView.class)
                        .says("Says that a goal is reached, and has the host verify it if it can."),
                post(OWN + "/story/preview", this::preview)
                        .takes(StoryBody.class)
                        .gives(PreviewView.class)
                        .says("What of a story would be published, with every change marked. Nothing is kept."),
                put(OWN + "/story", this::publish)
                        .takes(PublishedBody.class)
                        .gives(OwnGoalView.class)
                        .says("Publishes exactly what a preview gave out, from tomorrow on."),
                delete(OWN + "/story", this::unpublish).says("Takes the words back, from tomorrow on."),
                put(OWN + "/withdrawal", this::withdraw)
                        .gives(OwnGoalView.class)
                        .says("Takes a share out of sight, from tomorrow on."),
                delete(OWN + "/withdrawal", this::showAgain).says("Shows it again, from tomorrow on."),
                inspiration(get("/goal-shares", this::list))
                        .says("What people share, latest day first, without their names."),
                get("/goal-shares/{goal}", this::see).gives(GoalView.class).says("One of them."),
                put("/goal-shares/{goal}/like", cheering(Cheer.LIKE)).says("Likes a goal. Counted from tomorrow on."),
                delete("/goal-shares/{goal}/like", takingBack(Cheer.LIKE)).says("Takes it back."),
                put("/goal-shares/{goal}/inspiration", cheering(Cheer.INSPIRED))
                        .says("Says that a goal inspired one. Counted from tomorrow on."),
                delete("/goal-shares/{goal}/inspiration", takingBack(Cheer.INSPIRED))
                        .says("Takes it back."),
                get("/goal-templates", this::templates)
                        .forAnyone()
                        .givesList(TemplateView.class)
                        .says("Beginnings to choose from, in Korean and English."),
                get("/goal-terms", this::terms)
                        .forAnyone()
                        .gives(TermsView.class)
                        .says("Categories, ages, areas and the currency in which goals are shared."),
                post("/social/goal-sharing/", this::share)
                        .takes(GoalBody.class)
                        .creates(OwnGoalView.class)
                        .says("Shares a goal without one's name.")
                        .veilingCallers()
                        .aliasOf(MAKE),
                inspiration(get("/social/goal-sharing/inspiration", this::list))
                        .says("What people share.")
                        .aliasOf("GET /goal-shares"),
                get("/social/goal-sharing/{goal}", this::own)
                        .gives(OwnGoalView.class)
                        .says("One of one's own.")
                        .aliasOf("GET " + OWN),
                put("/social/goal-sharing/{goal}", this::edit)
                        .takes(GoalBody.class)
                        .gives(OwnGoalView.class)
                        .says("Says something else of a goal.")
                        .aliasOf("PUT " + OWN),
                delete("/social/goal-sharing/{goal}", this::remove)
                        .says("Deletes a share.")
                        .aliasOf("DELETE " + OWN));
    }

    @Override
    public List<? extends Reason> reasons() {
        return List.of(GoalReason.values());
    }

    private static Route inspiration(Route route) {
        return route.query("category", GoalCategory.class)
                .query("tag", Line.class)
                .query("target", Word.class)
                .query("age", AgeBand.class)
                .query("income", Word.class)
                .query("area", Word.class)
                .query("reached", Boolean.class)
                .query("verified", Boolean.class)
                .givesPage(GoalView.class);
    }

    private Response share(Request request) {
        GoalShare share =
                shares.share(request.actor(), request.body(GoalBody.class).draft());
        return Response.created("/me/goal-shares/" + share.id(), view(request, share));
    }

    private Response mine(Request request) {
        GoalTerms terms = shares.terms(request.actor());
        Map<Id<GoalShare>, Set<Restraint>> laid = shares.restraints(request.actor());
        return Response.ok(shares.mine(request.actor()).stream()
                .map(share -> OwnGoalView.of(share, laid, terms))
                .toList());
    }

    private Response own(Request request) {
        return Response.ok(view(request, shares.mine(request.actor(), request.<GoalShare>id("goal"))));
    }

    private Response edit(Request request) {
        GoalDraft draft = request.body(GoalBody.class).draft();
        return Response.ok(view(request, shares.edit(request.actor(), request.id("goal"), draft)));
    }

    private Response remove(Request request) {
        shares.delete(request.actor(), request.id("goal"));
        return Response.nothing();
    }

    private Response progress(Request request) {
        int percent = request.body(ProgressBody.class).currentProgressPercentage();
        return Response.ok(view(request, shares.progress(request.actor(), request.id("goal"), percent)));
    }

    private Response complete(Request request) {
        Line reference = request.body(CompletionBody.class).reference();
        return Response.ok(view(request, shares.complete(request.actor(), request.id("goal"), reference)));
    }

    private Response preview(Request request) {
        Story story = request.body(StoryBody.class).story();
        return Response.ok(PreviewView.of(shares.preview(request.actor(), request.id("goal"), story)));
    }

    private Response publish(Request request) {
        PublishedBody body = request.body(PublishedBody.class);
        var proof = new Digest(body.proof().value());
        return Response.ok(view(
                request,
                shares.publish(request.actor(), request.id("goal"), body.story().story(), proof)));
    }

    private Response unpublish(Request request) {
        shares.unpublish(request.actor(), request.id("goal"));
        return Response.nothing();
    }

    private Response withdraw(Request request) {
        return Response.ok(view(request, shares.withdraw(request.actor(), request.id("goal"))));
    }

    private Response showAgain(Request request) {
        shares.showAgain(request.actor(), request.id("goal"));
        return Response.nothing();
    }

    private Response list(Request request) {
        var filter = new GoalFilter(
                request.query("category", GoalCategory.class).orElse(null),
                request.text("tag").orElse(null),
                amount(request, "target"),
                request.query("age", AgeBand.class).orElse(null),
                amount(request, "income"),
                request.word("area").orElse(null),
                request.query("reached", Boolean.class).orElse(null),
                request.query("verified", Boolean.class).orElse(null));
        GoalTerms terms = shares.terms(request.actor());
        return Response.page(
                inspiration.list(request.actor(), filter, request.ask()).map(shown -> GoalView.of(shown, terms)));
    }

    private Response see(Request request) {
        return Response.ok(
                GoalView.of(inspiration.see(request.actor(), request.id("goal")), shares.terms(request.actor())));
    }

    private Function<Request, Response> cheering(Cheer cheer) {
        return request -> {
            inspiration.cheer(request.actor(), request.id("goal"), cheer);
            return Response.nothing();
        };
    }

    private Function<Request, Response> takingBack(Cheer cheer) {
        return request -> {
            inspiration.takeBack(request.actor(), request.id("goal"), cheer);
            return Response.nothing();
        };
    }

    private Response templates(Request request) {
        return Response.ok(
                shares.templates(request.actor()).stream().map(TemplateView::of).toList());
    }

    private Response terms(Request request) {
        return Response.ok(TermsView.of(shares.terms(request.actor())));
    }

    private OwnGoalView view(Request request, GoalShare share) {
        return OwnGoalView.of(share, shares.restraints(request.actor()), shares.terms(request.actor()));
    }

    /** A whole number of any length that there is a range for. */
    private static @Nullable Long amount(Request request, String name) {
        Word word = request.word(name).orElse(null);
        if (word == null) {
            return null;
        }
        if (!word.value().matches("[0-9]{1,18}")) {
            throw GoalReason.NO_SUCH_AMOUNT.refuse();
        }
        return Long.valueOf(word.value());
    }

    /** Exact figures, of which only the ranges are kept. */
    record GoalBody(
            GoalCategory goalCategory,
            @Nullable Long targetAmount,
            @Nullable Integer currentProgressPercentage,
            @Nullable Integer age,
            @Nullable Long yearlyIncome,
            @Nullable Word place) {
        GoalDraft draft() {
            return new GoalDraft(goalCategory, targetAmount, currentProgressPercentage, age, yearlyIncome, place);
        }
    }

    record ProgressBody(int currentProgressPercentage) {}

    record CompletionBody(@Nullable Line reference) {}

    record StoryBody(
            Line goalTitle,
            @Nullable Prose goalDescription,
            @Nullable Prose strategyDescription,
            @Nullable Prose tipsAndLessons,
            @Nullable List<Line> tags) {
        Story story() {
            return new Story(
                    goalTitle,
                    goalDescription,
                    strategyDescription,
                    tipsAndLessons,
                    tags == null ? Tags.NONE : new Tags(tags));
        }
    }

    record PublishedBody(StoryBody story, Line proof) {}

    /**
     * One's own share.
     *
     * @param seenSoFrom the day from which others see it so
     * @param restraints what is laid on it by a decision; see {@code GET /me/goal-shares/{goal}/statements}
     */
    record OwnGoalView(GoalView share, String seenSoFrom, boolean withdrawn, List<String> restraints) implements View {
        static OwnGoalView of(GoalShare share, Map<Id<GoalShare>, Set<Restraint>> laid, GoalTerms terms) {
            return new OwnGoalView(
                    GoalView.of(share, List.of(), terms),
                    share.face().since().atOffset(ZoneOffset.UTC).toLocalDate().toString(),
                    share.face().withdrawn(),
                    laid.getOrDefault(share.id(), Set.of()).stream()
                            .map(Restraint::name)
                            .sorted()
                            .toList());
        }
    }

    record StoryView(
            String goalTitle,
            @Nullable String goalDescription,
            @Nullable String strategyDescription,
            @Nullable String tipsAndLessons,
            List<String> tags)
            implements View {
        static StoryView of(Story story) {
            return new StoryView(
                    story.title().value(),
                    text(story.description()),
                    text(story.strategy()),
                    text(story.tips()),
                    story.tags().lines().stream().map(Line::value).toList());
        }

        private static @Nullable String text(@Nullable Prose prose) {
            return prose == null ? null : prose.value();
        }
    }

    /** @param proof to be sent along with exactly this story */
    record PreviewView(StoryView story, List<PassageView> passages, String proof) implements View {
        static PreviewView of(Preview preview) {
            return new PreviewView(
                    StoryView.of(preview.story()),
                    preview.passages().stream().map(PassageView::of).toList(),
                    preview.proof().hex());
        }
    }

    /** @param risk LOW, SOME or HIGH: a guess of how much the rest may still say about who wrote it */
    record PassageView(String part, @Nullable String text, List<MarkView> marks, String risk, List<String> signs)
            implements View {
        static PassageView of(Preview.Passage passage) {
            return new PassageView(
                    passage.part().name(),
                    passage.text() == null ? null : passage.text().value(),
                    passage.marks().stream().map(MarkView::of).toList(),
                    passage.risk().level().name(),
                    passage.risk().signs().stream().map(Enum::name).sorted().toList());
        }
    }

    /**
     * @param start in UTF-16 code units of what was sent
     * @param end exclusive
     */
    record MarkView(int start, int end, String kind, String replacement) implements View {
        static MarkView of(Mark mark) {
            return new MarkView(mark.start(), mark.end(), mark.kind().name(), mark.replacement());
        }
    }

    record WordingView(String title, String description, List<String> ask) implements View {
        static WordingView of(GoalTemplate.Wording wording) {
            return new WordingView(
                    wording.title().value(),
                    wording.description().value(),
                    wording.ask().stream().map(Line::value).toList());
        }
    }

    record TemplateView(String id, String goalCategory, WordingView korean, WordingView english) implements View {
        static TemplateView of(GoalTemplate template) {
            return new TemplateView(
                    template.id().value(),
                    template.category().name(),
                    WordingView.of(template.korean()),
                    WordingView.of(template.english()));
        }
    }

    record NameView(String id, String korean, String english) implements View {}

    record AreaView(String id, String korean, String english, List<String> places) implements View {
        static AreaView of(Areas.Area area) {
            return new AreaView(
                    area.id().value(),
                    area.inKorean().value(),
                    area.inEnglish().value(),
                    area.places().stream().map(Word::value).sorted().toList());
        }
    }

    record TermsView(
            String currency,
            String ladder,
            List<NameView> categories,
            List<GoalView.AgeView> ages,
            List<AreaView> areas)
            implements View {
        static TermsView of(GoalTerms terms) {
            return new TermsView(
                    terms.currency().getCurrencyCode(),
                    terms.ladder().name(),
                    Arrays.stream(GoalCategory.values())
                            .map(category -> new NameView(category.name(), category.inKorean(), category.inEnglish()))
                            .toList(),
                    Arrays.stream(AgeBand.values())
                            .map(band -> new GoalView.AgeView(band.name(), band.low(), band.high()))
                            .toList(),
                    terms.areas().areas().stream().map(AreaView::of).toList());
        }
    }
}
