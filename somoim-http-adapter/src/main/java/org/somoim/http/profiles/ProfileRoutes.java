package org.somoim.http.profiles;

import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.patch;
import static org.somoim.http.wire.Route.post;
import static org.somoim.http.wire.Route.put;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.somoim.accounts.Account;
import org.somoim.accounts.Accounts;
import org.somoim.http.wire.Patch;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.http.wire.View;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Reason;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.profiles.About;
import org.somoim.profiles.Badge;
import org.somoim.profiles.ContributionStanding;
import org.somoim.profiles.Link;
import org.somoim.profiles.Onlooker;
import org.somoim.profiles.Profile;
import org.somoim.profiles.ProfileAction;
import org.somoim.profiles.ProfileReason;
import org.somoim.profiles.ProfileSiteAction;
import org.somoim.profiles.Profiles;
import org.somoim.profiles.ShownProfile;
import org.somoim.profiles.Topics;

/** Profiles over HTTP: one's own, and what one may see of others. */
public final class ProfileRoutes implements Routes {
    private static final String INITIALIZE = "POST /me/profile";

    private final Profiles profiles;
    private final Accounts accounts;

    public ProfileRoutes(Profiles profiles, Accounts accounts) {
        this.profiles = profiles;
        this.accounts = accounts;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/me", this::mine).gives(MeView.class).says("One's own account and profile."),
                patch("/me", this::edit)
                        .takes(AboutPatch.class)
                        .gives(ProfileView.class)
                        .says("Changes what one says of oneself."),
                post("/me/profile", this::initialize)
                        .takes(Beginning.class)
                        .gives(ProfileView.class)
                        .says("Makes a profile, if one has none, that shows nothing to strangers."),
                post("/initialize-profile", this::initialize)
                        .takes(Beginning.class)
                        .gives(ProfileView.class)
                        .aliasOf(INITIALIZE),
                post("/social/initialize-profile", this::initialize)
                        .takes(Beginning.class)
                        .gives(ProfileView.class)
                        .aliasOf(INITIALIZE),
                get("/me/previews", this::previews)
                        .givesList(PreviewView.class)
                        .says("What others see of one: a stranger, someone who shares a group, someone blocked."),
                get("/people/{person}", this::see)
                        .needs(ProfileAction.SEE, "person")
                        .gives(PersonView.class)
                        .says("What one may see of someone."),
                put("/admin/people/{person}/badges/{badge}", this::grant)
                        .needs(ProfileSiteAction.HONOUR)
                        .givesList(BadgeView.class)
                        .says("Grants somebody a badge."),
                delete("/admin/people/{person}/badges/{badge}", this::withdraw)
                        .needs(ProfileSiteAction.HONOUR)
                        .says("Withdraws a badge."));
    }

    @Override
    public List<? extends Reason> reasons() {
        return List.of(ProfileReason.values());
    }

    private Response mine(Request request) {
        Account account = accounts.mine(request.actor());
        return Response.ok(MeView.of(account, view(request, profiles.mine(request.actor()))));
    }

    private Response edit(Request request) {
        var patch = request.body(AboutPatch.class);
        return Response.ok(view(request, profiles.edit(request.actor(), patch::over)));
    }

    private Response initialize(Request request) {
        Line displayName = request.body(Beginning.class).displayName();
        return Response.ok(view(request, profiles.initialize(request.actor(), displayName)));
    }

    private Response see(Request request) {
        Id<User> person = request.id("person");
        return Response.ok(PersonView.of(profiles.see(request.actor(), person), badges(request, person)));
    }

    private Response previews(Request request) {
        return Response.ok(Arrays.stream(Onlooker.values())
                .map(as -> new PreviewView(
                        as.name(),
                        profiles.preview(request.actor(), as)
                                .map(shown -> PersonView.of(
                                        shown, shown.standing() == null ? List.of() : badges(request, shown.userId())))
                                .orElse(null)))
                .toList());
    }

    private Response grant(Request request) {
        Id<User> person = request.id("person");
        return Response.ok(profiles.grantBadge(request.actor(), person, new Word(request.segment("badge"))).stream()
                .map(BadgeView::of)
                .toList());
    }

    private Response withdraw(Request request) {
        profiles.withdrawBadge(request.actor(), request.id("person"), new Word(request.segment("badge")));
        return Response.nothing();
    }

    private ProfileView view(Request request, Profile profile) {
        return ProfileView.of(profile, badges(request, profile.userId()));
    }

    private List<BadgeView> badges(Request request, Id<User> person) {
        return profiles.badges(request.actor(), person).stream()
                .map(BadgeView::of)
                .toList();
    }

    record BadgeView(String badge, String since) implements View {
        static BadgeView of(Badge badge) {
            return new BadgeView(badge.badge().value(), badge.since().toString());
        }
    }

    record Beginning(Line displayName) {}

    record AboutPatch(
            Patch<Line> displayName,
            Patch<@Nullable Line> givenName,
            Patch<@Nullable Line> familyName,
            Patch<@Nullable Prose> bio,
            Patch<@Nullable Link> avatarUrl,
            Patch<@Nullable Line> location,
            Patch<List<Line>> interests,
            Patch<List<Line>> expertise) {

        About over(About now) {
            return new About(
                    displayName.over(now.displayName()),
                    givenName.over(now.givenName()),
                    familyName.over(now.familyName()),
                    bio.over(now.bio()),
                    avatarUrl.over(now.avatar()),
                    location.over(now.location()),
                    over(interests, now.interests()),
                    over(expertise, now.expertise()));
        }

        private static Topics over(Patch<List<Line>> patch, Topics now) {
            return new Topics(Set.copyOf(patch.over(List.copyOf(now.lines()))));
        }
    }

    record MeView(String userId, String email, String role, String status, ProfileView profile) implements View {
        static MeView of(Account account, ProfileView profile) {
            return new MeView(
                    account.id().toString(),
                    account.email().value(),
                    account.role().name(),
                    account.status().name(),
                    profile);
        }
    }

    record ProfileView(
            String userId,
            String displayName,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String bio,
            @Nullable String avatarUrl,
            @Nullable String location,
            List<String> interests,
            List<String> expertise,
            StandingView standing,
            List<BadgeView> achievementBadges,
            String createdAt,
            String updatedAt)
            implements View {
        static ProfileView of(Profile profile, List<BadgeView> badges) {
            About about = profile.about();
            return new ProfileView(
                    profile.userId().toString(),
                    about.displayName().value(),
                    text(about.givenName()),
                    text(about.familyName()),
                    about.bio() == null ? null : about.bio().value(),
                    about.avatar() == null ? null : about.avatar().value(),
                    text(about.location()),
                    sorted(about.interests()),
                    sorted(about.expertise()),
                    StandingView.of(profile.standing()),
                    badges,
                    profile.createdAt().toString(),
                    profile.updatedAt().toString());
        }
    }

    /** @param sees nothing if they see nothing */
    record PreviewView(String viewer, @Nullable PersonView sees) implements View {}

    record PersonView(
            String userId,
            String displayName,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String bio,
            @Nullable String avatarUrl,
            @Nullable String location,
            @Nullable List<String> interests,
            @Nullable List<String> expertise,
            @Nullable StandingView standing,
            @Nullable List<BadgeView> achievementBadges)
            implements View {
        static PersonView of(ShownProfile shown, List<BadgeView> badges) {
            return new PersonView(
                    shown.userId().toString(),
                    shown.displayName().value(),
                    text(shown.givenName()),
                    text(shown.familyName()),
                    shown.bio() == null ? null : shown.bio().value(),
                    shown.avatar() == null ? null : shown.avatar().value(),
                    text(shown.location()),
                    shown.interests() == null ? null : sorted(shown.interests()),
                    shown.expertise() == null ? null : sorted(shown.expertise()),
                    shown.standing() == null ? null : StandingView.of(shown.standing()),
                    badges.isEmpty() ? null : badges);
        }
    }

    record StandingView(int reputationScore, int totalContributions, String experienceLevel) implements View {
        static StandingView of(ContributionStanding standing) {
            return new StandingView(
                    standing.reputationScore(),
                    standing.totalContributions(),
                    standing.experienceLevel().name());
        }
    }

    private static @Nullable String text(@Nullable Line line) {
        return line == null ? null : line.value();
    }

    private static List<String> sorted(Topics topics) {
        return topics.lines().stream().map(Line::value).sorted().toList();
    }
}
