package org.somoim.http.forum;

import static org.somoim.http.wire.Route.delete;
import static org.somoim.http.wire.Route.get;
import static org.somoim.http.wire.Route.patch;
import static org.somoim.http.wire.Route.post;
import static org.somoim.http.wire.Route.put;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.forum.Category;
import org.somoim.forum.CategoryDraft;
import org.somoim.forum.ForumCategories;
import org.somoim.forum.ForumReason;
import org.somoim.forum.ForumSiteAction;
import org.somoim.forum.ForumType;
import org.somoim.http.forum.Rendering.CategoryView;
import org.somoim.http.wire.Patch;
import org.somoim.http.wire.Request;
import org.somoim.http.wire.Response;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Routes;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.Prose;
import org.somoim.kernel.Reason;
import org.somoim.profiles.ContributionStanding.ExperienceLevel;
import org.somoim.profiles.Profiles;

/** The forum's categories over HTTP. */
public final class CategoryRoutes implements Routes {
    private static final String CATEGORY = "/forum/categories/{category}";
    private static final String MODERATOR = CATEGORY + "/moderators/{person}";

    private final ForumCategories categories;
    private final Rendering rendering;

    public CategoryRoutes(ForumCategories categories, Profiles profiles) {
        this.categories = categories;
        this.rendering = new Rendering(profiles);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                get("/forum/categories", this::all)
                        .givesList(CategoryView.class)
                        .says("Every category that one may read; their parents tell the tree."),
                post("/forum/categories", this::make)
                        .needs(ForumSiteAction.BUILD)
                        .takes(NewCategory.class)
                        .creates(CategoryView.class)
                        .says("Makes a category, at the top or in another one."),
                get(CATEGORY, this::find).gives(CategoryView.class).says("One of them."),
                patch(CATEGORY, this::change)
                        .needs(ForumSiteAction.BUILD)
                        .takes(CategoryPatch.class)
                        .gives(CategoryView.class)
                        .says("Changes what a category is."),
                put(CATEGORY + "/parent", this::move)
                        .needs(ForumSiteAction.BUILD)
                        .takes(NewPlace.class)
                        .gives(CategoryView.class)
                        .says("Puts a category, with everything in it, into another one, or at the top."),
                delete(CATEGORY, this::remove)
                        .needs(ForumSiteAction.BUILD)
                        .says("Removes a category in which nothing stands."),
                put(MODERATOR, this::appoint)
                        .needs(ForumSiteAction.BUILD)
                        .says("Lets someone look after a category and all below it."),
                delete(MODERATOR, this::dismiss).needs(ForumSiteAction.BUILD).says("Takes that back."));
    }

    @Override
    public List<? extends Reason> reasons() {
        return List.of(ForumReason.values());
    }

    Response all(Request request) {
        return Response.ok(categories.all(request.actor()).stream()
                .map(rendering::category)
                .toList());
    }

    Response find(Request request) {
        return Response.ok(rendering.category(categories.get(request.actor(), request.id("category"))));
    }

    private Response make(Request request) {
        NewCategory body = request.body(NewCategory.class);
        Category made = categories.make(request.actor(), body.parentCategoryId(), body.draft());
        return Response.created("/forum/categories/" + made.id(), rendering.made(made));
    }

    private Response change(Request request) {
        categories.change(request.actor(), request.id("category"), request.body(CategoryPatch.class)::over);
        return find(request);
    }

    private Response move(Request request) {
        categories.move(
                request.actor(),
                request.id("category"),
                request.body(NewPlace.class).parentCategoryId());
        return find(request);
    }

    private Response remove(Request request) {
        categories.remove(request.actor(), request.id("category"));
        return Response.nothing();
    }

    private Response appoint(Request request) {
        categories.appoint(request.actor(), request.id("category"), request.id("person"));
        return Response.nothing();
    }

    private Response dismiss(Request request) {
        categories.dismiss(request.actor(), request.id("category"), request.id("person"));
        return Response.nothing();
    }

    /**
     * @param parentCategoryId where it is to stand; null for the top
     * @param minimumExperienceLevel null for everyone
     */
    record NewCategory(
            @Nullable Id<Category> parentCategoryId,
            Line name,
            @Nullable Prose description,
            ForumType forumType,
            @Nullable Boolean isModerated,
            @Nullable ExperienceLevel minimumExperienceLevel) {
        CategoryDraft draft() {
            return new CategoryDraft(
                    name,
                    description,
                    forumType,
                    isModerated != null && isModerated,
                    minimumExperienceLevel == null ? ExperienceLevel.NEWCOMER : minimumExperienceLevel);
        }
    }

    record CategoryPatch(
            Patch<Line> name,
            Patch<@Nullable Prose> description,
            Patch<ForumType> forumType,
            Patch<Boolean> isModerated,
            Patch<ExperienceLevel> minimumExperienceLevel) {
        CategoryDraft over(CategoryDraft now) {
            return new CategoryDraft(
                    name.over(now.name()),
                    description.over(now.description()),
                    forumType.over(now.type()),
                    isModerated.over(now.moderated()),
                    minimumExperienceLevel.over(now.minimumLevel()));
        }
    }

    /** @param parentCategoryId null for the top */
    record NewPlace(@Nullable Id<Category> parentCategoryId) {}
}
