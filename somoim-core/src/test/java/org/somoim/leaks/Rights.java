package org.somoim.leaks;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.somoim.access.Visibility;
import org.somoim.leaks.Canary.Circle;
import org.somoim.leaks.State.PostState;

/**
 * Who may know what, written down once more and by hand. Nothing here asks the library: this is what it is held against.
 */
final class Rights {
    /**
     * In which groups that live: <b>P</b>ublic, pri<b>V</b>ate, <b>S</b>ecret.
     *
     * <p>Id and card: that there is such a group, and what it says of itself. Those put out have been told by which group.
     * Roll: who belongs. Talk: what is said. Authors: who the author is, and what they said. Earlier: what it said before.
     * Guests: who is invited. Desk: who has asked, who is banned. Invites: to which address. Calls: that the author has called
     * for help, and from where; kept from those parted from the author by a block. Chat: what is said in the group's
     * conversation, which is for those who belong however far the group is seen from; and of that, what the author said.
     */
    private static final String GROUP = """
            relation          | id  card roll talk authors earlier guests desk invites calls chat authors_chat
            VISITOR           | -   -    -    -    -       -       -      -    -       -     -    -
            STRANGER          | PV  PV   P    P    P       -       -      -    -       -     -    -
            SITE_ADMIN        | PV  PV   P    P    P       -       -      -    -       -     -    -
            INVITED           | PVS PVS  P    P    P       -       -      -    -       -     -    -
            REQUESTED         | PV  PV   P    P    P       -       -      -    -       -     -    -
            DECLINED          | PV  PV   P    P    P       -       -      -    -       -     -    -
            MEMBER            | PVS PVS  PVS  PVS  PVS     -       PVS    -    -       PVS   PVS  PVS
            AUTHOR            | PVS PVS  PVS  PVS  PVS     PVS     PVS    -    -       PVS   PVS  PVS
            MODERATOR         | PVS PVS  PVS  PVS  PVS     PVS     PVS    PVS  -       PVS   PVS  PVS
            ADMIN             | PVS PVS  PVS  PVS  PVS     PVS     PVS    PVS  PVS     PVS   PVS  PVS
            OWNER             | PVS PVS  PVS  PVS  PVS     PVS     PVS    PVS  PVS     PVS   PVS  PVS
            LEFT              | PV  PV   P    P    P       -       -      -    -       -     -    -
            REMOVED           | PVS PV   P    P    P       -       -      -    -       -     -    -
            BANNED            | PVS -    -    -    -       -       -      -    -       -     -    -
            BLOCKED_MEMBER    | PVS PVS  PVS  PVS  -       -       PVS    -    -       -     PVS  -
            BLOCKING_MEMBER   | PVS PVS  PVS  PVS  -       -       PVS    -    -       -     PVS  -
            BLOCKED_STRANGER  | PV  PV   P    P    -       -       -      -    -       -     -    -
            BLOCKING_STRANGER | PV  PV   P    P    -       -       -      -    -       -     -    -
            BLOCKED_MODERATOR | PVS PVS  PVS  PVS  PVS     PVS     PVS    PVS  -       -     PVS  PVS
            SUSPENDED         | -   -    -    -    -       -       -      -    -       -     -    -
            DEACTIVATED       | -   -    -    -    -       -       -      -    -       -     -    -
            ERASED            | -   -    -    -    -       -       -      -    -       -     -    -
            """;

    /** When the group is deleted nobody knows anything of it, save what those put out were told. */
    private static final Set<Relation> TOLD = EnumSet.of(Relation.REMOVED, Relation.BANNED);

    /**
     * For whom the author's page is, by what the author has set: <b>E</b>veryone, <b>G</b>roups in common, <b>N</b>obody.
     * Name: what they are called; public, except between people parted by a block. Own: what is shown to nobody. Account:
     * what is for those who run the community. Two: what the author and the member say to one another, which stays theirs.
     * Court: what those who decide know of what is said against the author, and of who decided. Shared: goals without a name, for everyone with an account, since who blocks whom must not tell whose they are.
     */
    private static final String PERSON = """
            relation          | name page own account court two      shared
            VISITOR           | -    -    -   -       -     -        -
            STRANGER          | EGN  E    -   -       -     -        EGN
            SITE_ADMIN        | EGN  E    -   EGN     EGN   -        EGN
            INVITED           | EGN  E    -   -       -     -        EGN
            REQUESTED         | EGN  E    -   -       -     -        EGN
            DECLINED          | EGN  E    -   -       -     -        EGN
            MEMBER            | EGN  EG   -   -       -     EGN      EGN
            AUTHOR            | EGN  EGN  EGN EGN     -     EGN      EGN
            MODERATOR         | EGN  EG   -   -       -     -        EGN
            ADMIN             | EGN  EG   -   -       -     -        EGN
            OWNER             | EGN  EG   -   -       -     -        EGN
            LEFT              | EGN  E    -   -       -     -        EGN
            REMOVED           | EGN  E    -   -       -     -        EGN
            BANNED            | EGN  E    -   -       -     -        EGN
            BLOCKED_MEMBER    | -    -    -   -       -     -        EGN
            BLOCKING_MEMBER   | -    -    -   -       -     -        EGN
            BLOCKED_STRANGER  | -    -    -   -       -     -        EGN
            BLOCKING_STRANGER | -    -    -   -       -     -        EGN
            BLOCKED_MODERATOR | -    -    -   -       -     -        EGN
            SUSPENDED         | -    -    -   -       -     -        -
            DEACTIVATED       | -    -    -   -       -     -        -
            ERASED            | -    -    -   -       -     -        -
            """;

    /** What is a person's own, or is they themselves. An invitation says whose it is, and two who talk know one another. */
    private static final Map<Relation, Set<Canary>> THEIRS = Map.of(
            Relation.INVITED, EnumSet.of(Canary.INVITEE, Canary.AUTHOR),
            Relation.REQUESTED, EnumSet.of(Canary.REQUESTER, Canary.REQUEST_MESSAGE),
            // Whoever called for help sees their call, to whom it went, and who answered, whatever has become of the
            // group.
            Relation.AUTHOR,
                    EnumSet.of(
                            Canary.AUTHOR,
                            Canary.GROUP,
                            Canary.EMERGENCY,
                            Canary.ALERT,
                            Canary.ALERT_MESSAGE,
                            Canary.ALERT_LOCATION,
                            Canary.ALERT_ANSWER,
                            Canary.HELPER),
            Relation.MEMBER, EnumSet.of(Canary.AUTHOR));

    private static final Map<Relation, Map<Circle, String>> TABLE = new EnumMap<>(Relation.class);

    static {
        List.of(GROUP, PERSON).forEach(Rights::read);
    }

    private Rights() {}

    /** Everything that someone may know at all. */
    static Set<Canary> of(Relation relation, State state) {
        Set<Canary> rights = ofTable(relation, state);
        rights.addAll(THEIRS.getOrDefault(relation, Set.of()));
        return rights;
    }

    /** Of that, what others have let them know. */
    static Set<Canary> ofTable(Relation relation, State state) {
        Set<Canary> rights = EnumSet.noneOf(Canary.class);
        for (Canary canary : Canary.values()) {
            if (holds(relation, canary.circle(), state)) {
                rights.add(canary);
            }
        }
        return rights;
    }

    private static boolean holds(Relation relation, Circle circle, State state) {
        String cell = cell(relation, circle);
        return switch (circle) {
            case NOBODY -> false;
            case NAME, OWN, ACCOUNT, COURT, TWO, SHARED -> cell.contains(letter(state));
            // Nobody shares a group that is deleted.
            case PAGE ->
                state.groupDeleted() && relation != Relation.AUTHOR
                        ? cell.contains("E") && letter(state).equals("E")
                        : cell.contains(letter(state));
            case ID -> state.groupDeleted() ? TOLD.contains(relation) : cell.contains(letter(state.visibility()));
            case POST -> state.post() != PostState.DELETED && inGroup(cell, state);
            case EARLIER_POST -> state.post() == PostState.EDITED && inGroup(cell, state);
            default -> inGroup(cell, state);
        };
    }

    private static boolean inGroup(String cell, State state) {
        return !state.groupDeleted() && cell.contains(letter(state.visibility()));
    }

    /** Posts are in the column of what else the author said. */
    private static String cell(Relation relation, Circle circle) {
        Circle column =
                switch (circle) {
                    case POST -> Circle.AUTHORS;
                    case EARLIER_POST -> Circle.EARLIER;
                    // Those who belong.
                    case INSIDE -> Circle.GUESTS;
                    // Those who look after the group, and the author, who goes there.
                    case WAY -> Circle.EARLIER;
                    default -> circle;
                };
        return TABLE.get(relation).getOrDefault(column, "-");
    }

    private static String letter(Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> "P";
            case PRIVATE -> "V";
            case SECRET -> "S";
        };
    }

    private static String letter(State state) {
        return switch (state.page()) {
            case EVERYONE -> "E";
            case GROUPS -> "G";
            case NOBODY -> "N";
        };
    }

    private static void read(String table) {
        List<String[]> lines = table.lines()
                .map(line -> line.replace("|", " ").trim().split("\\s+"))
                .toList();
        String[] head = lines.get(0);
        for (String[] line : lines.subList(1, lines.size())) {
            Map<Circle, String> cells =
                    TABLE.computeIfAbsent(Relation.valueOf(line[0]), relation -> new EnumMap<>(Circle.class));
            for (int column = 1; column < head.length; column++) {
                cells.put(Circle.valueOf(head[column].toUpperCase(java.util.Locale.ROOT)), line[column]);
            }
        }
        if (lines.size() != Relation.values().length + 1) {
            throw new IllegalStateException("a relation has no row among " + Arrays.toString(Relation.values()));
        }
    }
}
