package org.somoim.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.somoim.access.Visibility;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Page;
import org.somoim.kernel.Refusal;
import org.somoim.kernel.Word;
import org.somoim.memory.Community;

/** The law that a list shows exactly what one by one would be shown. */
public final class Sights {
    private static final List<Word> CATEGORIES = List.of(new Word("hiking"), new Word("books"));

    private Sights() {}

    /** Fills {@code town} with groups of every visibility and people of every standing, and looks through everyone's eyes. */
    public static void assertListsAgreeWithTheGate(Community town, long seed) {
        var random = new Random(seed);
        Actor.Person owner = town.person();
        List<Group> groups = new ArrayList<>();
        List<Actor.Person> people = new ArrayList<>(List.of(owner, town.person()));
        for (Visibility visibility : Visibility.values()) {
            for (int i = 0; i < 3; i++) {
                Group group =
                        town.group(owner, terms -> terms.seen(visibility).about(CATEGORIES.get(random.nextInt(2))));
                groups.add(group);
                people.add(someone(town, group, random));
            }
        }
        for (Group group : groups) {
            Actor.Person person = people.get(random.nextInt(people.size()));
            if (town.ports.memberships().find(group.id(), person.id()).isEmpty()) {
                stand(town, group, person, random);
            }
        }
        town.somoim
                .groups()
                .delete(owner, groups.get(random.nextInt(groups.size())).id());
        for (Actor.Person viewer : people) {
            assertAgree(town, groups, viewer, GroupFilter.ALL);
            assertAgree(town, groups, viewer, GroupFilter.category(CATEGORIES.get(0)));
        }
    }

    private static void assertAgree(Community town, List<Group> groups, Actor viewer, GroupFilter filter) {
        List<Group> oneByOne = groups.stream()
                .filter(group -> filter.category() == null || filter.category().equals(group.category()))
                .filter(group -> isShown(town, viewer, group))
                .toList();
        List<Group> listed = new ArrayList<>();
        Page<Group> page = new Page<>(List.of(), null);
        do {
            page = town.somoim.groups().browse(viewer, filter, new Page.Ask(page.next(), 2));
            listed.addAll(page.items());
        } while (page.next() != null);
        assertThat(listed)
                .extracting(Group::id)
                .containsExactlyInAnyOrderElementsOf(
                        oneByOne.stream().map(Group::id).toList());
    }

    private static boolean isShown(Community town, Actor viewer, Group group) {
        try {
            town.somoim.groups().find(viewer, group.id());
            return true;
        } catch (Refusal hidden) {
            return false;
        }
    }

    private static Actor.Person someone(Community town, Group group, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> town.invited(group);
            case 1 -> town.requested(group);
            case 2 -> town.memberOf(group);
            case 3 -> town.left(group);
            case 4 -> town.removed(group);
            case 5 -> town.banned(group);
            case 6 -> town.moderatorOf(group);
            default -> town.adminOf(group);
        };
    }

    private static void stand(Community town, Group group, Actor.Person person, Random random) {
        if (random.nextBoolean()) {
            town.somoim.memberships().invite(town.ownerOf(group), group.id(), person.id());
        } else {
            town.somoim.members().ban(town.ownerOf(group), group.id(), person.id());
        }
    }
}
