package org.somoim.documents;

import static java.util.stream.Collectors.joining;
import static org.somoim.documents.Table.row;

import java.util.List;
import java.util.Locale;
import org.somoim.access.Action;
import org.somoim.access.SiteAction;
import org.somoim.access.Visibility;

/** {@code docs/permissions.md}. */
final class Permissions {
    private static final String[] IN_A_PLACE = {"Action", "Public", "Private", "Secret", "Known to those who may", ""};
    private static final String[] AS_A_WHOLE = {"Action", "Least role"};

    private Permissions() {}

    static String text() {
        return """
                # Who may do what

                The least standing that suffices, by how far a group or a page can be seen from. Standings, weakest first: banned,
                visitor, person, invited, member, moderator, admin, owner. Whoever may not even see a thing is told that it does not
                exist.

                """
                + Types.enums(Action.class).map(Permissions::inAPlace).collect(joining("\n"))
                + """

                ## In the community as a whole

                The least role that suffices; the host may do everything. Roles, weakest first: user, moderator, admin. They give
                no standing in any group.

                """
                + Types.enums(SiteAction.class).map(Permissions::asAWhole).collect(joining("\n"));
    }

    private static String inAPlace(List<Action> actions) {
        return "## " + title(actions.get(0)) + "\n\n"
                + Table.of(
                        IN_A_PLACE,
                        actions.stream()
                                .map(action -> row(
                                        words(action.name()),
                                        words(action.least(Visibility.PUBLIC).name()),
                                        words(action.least(Visibility.PRIVATE).name()),
                                        words(action.least(Visibility.SECRET).name()),
                                        words(action.see().name()),
                                        action.isForDeleted() ? "while deleted" : ""))
                                .toList());
    }

    private static String asAWhole(List<SiteAction> actions) {
        return "### " + title(actions.get(0)) + "\n\n"
                + Table.of(
                        AS_A_WHOLE,
                        actions.stream()
                                .map(action -> row(
                                        words(action.name()),
                                        words(action.least().name())))
                                .toList());
    }

    private static String title(Object constant) {
        return "`" + constant.getClass().getSimpleName() + "` (" + Types.capability(constant.getClass()) + ")";
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
