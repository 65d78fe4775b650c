package org.somoim.sqlite.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Select;
import org.somoim.access.Footing;
import org.somoim.access.Mutes;
import org.somoim.access.Place;
import org.somoim.access.Roster;
import org.somoim.access.SiteRole;
import org.somoim.access.Standing;
import org.somoim.access.Visibility;
import org.somoim.kernel.Id;
import org.somoim.kernel.Line;
import org.somoim.kernel.User;

/** Reads standings off the tables of accounts, profiles and groups, one query each. Standings are the ordinals of {@link
 * Standing}. Made from its annotations. */
public interface SqliteRoster extends Roster {

    @Override
    @Select("select role from somoim_accounts where id = #{person} and status = 'ACTIVE'")
    Optional<SiteRole> role(Id<User> person);

    @Override
    @Select("""
            select
                exists (select 1 from somoim_accounts where id = #{person} and status = 'ACTIVE') as active,
                coalesce(m.standing, 2) as standing,
                g.visibility,
                g.deleted_at is not null as deleted
            from somoim_groups g
            left join somoim_memberships m on m.group_id = g.id and m.user_id = #{person}
            where g.id = #{place}
            """)
    Optional<Footing> footing(Id<User> person, Id<? extends Place> place);

    @Override
    default Map<Id<? extends Place>, Footing> footings(Id<User> person, Set<? extends Id<? extends Place>> places) {
        Map<Id<? extends Place>, Footing> found = new HashMap<>();
        inGroups(person, places)
                .forEach(group -> found.put(
                        group.id(),
                        new Footing(group.active(), group.standing(), group.visibility(), group.deleted())));
        return Map.copyOf(found);
    }

    @Select("""
            select
                g.id,
                exists (select 1 from somoim_accounts where id = #{person} and status = 'ACTIVE') as active,
                coalesce(m.standing, 2) as standing,
                g.visibility,
                g.deleted_at is not null as deleted
            from somoim_groups g
            left join somoim_memberships m on m.group_id = g.id and m.user_id = #{person}
            where g.id in (select unhex(value) from json_each(#{places}))
            order by g.id
            """)
    List<InGroup> inGroups(Id<User> person, Set<? extends Id<? extends Place>> places);

    /** A {@link Footing} and in which group. */
    record InGroup(Id<Place> id, boolean active, Standing standing, Visibility visibility, boolean deleted) {}

    /** Most people are plain members: only the others become rows. */
    @Override
    default Map<Id<User>, Footing> footings(Set<Id<User>> people, Id<? extends Place> place) {
        Map<Id<User>, Footing> found = new HashMap<>();
        as(place).ifPresent(as -> {
            var plain = new Footing(true, Standing.MEMBER, as.visibility(), as.deleted());
            people.forEach(person -> found.put(person, plain));
            otherThanPlain(people, place)
                    .forEach(one -> found.put(
                            one.id(), new Footing(one.active(), one.standing(), as.visibility(), as.deleted())));
        });
        return found;
    }

    @Select("select visibility, deleted_at is not null as deleted from somoim_groups where id = #{place}")
    Optional<As> as(Id<? extends Place> place);

    /** What a place is to everyone. */
    record As(Visibility visibility, boolean deleted) {}

    /** Those who are no member without an office, or whose account is not active. 4 is {@code MEMBER}. */
    @Select("""
            select unhex(p.value) as id, a.id is not null as active, coalesce(m.standing, 2) as standing
            from json_each(#{people}) p
            left join somoim_accounts a on a.id = unhex(p.value) and a.status = 'ACTIVE'
            left join somoim_memberships m on m.group_id = #{place} and m.user_id = unhex(p.value)
            where a.id is null or m.standing is not 4
            """)
    List<Other> otherThanPlain(Set<Id<User>> people, Id<? extends Place> place);

    /** Someone who is to a place something else than a plain member. */
    record Other(Id<User> id, boolean active, Standing standing) {}

    @Override
    default Map<Id<User>, Footing> belonging(Id<? extends Place> place) {
        return byPerson(members(place));
    }

    @Select("""
            select m.user_id as id, 1 as active, m.standing, g.visibility, g.deleted_at is not null as deleted
            from somoim_memberships m
            join somoim_groups g on g.id = m.group_id
            join somoim_accounts a on a.id = m.user_id
            where m.group_id = #{place} and m.status = 'ACTIVE' and a.status = 'ACTIVE'
            order by m.user_id
            """)
    List<Belonging> members(Id<? extends Place> place);

    /** A {@link Footing} and whose it is. */
    record Belonging(Id<User> id, boolean active, Standing standing, Visibility visibility, boolean deleted) {}

    private static Map<Id<User>, Footing> byPerson(List<Belonging> people) {
        Map<Id<User>, Footing> found = new HashMap<>();
        people.forEach(
                one -> found.put(one.id(), new Footing(one.active(), one.standing(), one.visibility(), one.deleted())));
        return Map.copyOf(found);
    }

    @Override
    default Optional<Footing> pageFooting(Id<User> person, Id<User> owner) {
        return Optional.ofNullable(pageFootings(person, Set.of(owner)).get(owner));
    }

    @Override
    default Map<Id<User>, Footing> pageFootings(Id<User> person, Set<Id<User>> owners) {
        Map<Id<User>, Footing> found = new HashMap<>();
        onPages(person, owners)
                .forEach(page ->
                        found.put(page.id(), new Footing(page.active(), page.standing(), page.visibility(), false)));
        return Map.copyOf(found);
    }

    @Select("""
            select
                p.user_id as id,
                exists (select 1 from somoim_accounts where id = #{person} and status = 'ACTIVE') as active,
                case
                    when p.user_id = #{person} then 7
                    when exists (
                        select 1 from somoim_blocks
                        where (blocker_id = #{person} and blocked_id = p.user_id)
                            or (blocker_id = p.user_id and blocked_id = #{person})
                    ) then 0
                    when exists (
                        select 1
                        from somoim_memberships one
                        join somoim_memberships other on other.group_id = one.group_id and other.user_id = p.user_id
                        join somoim_groups g on g.id = one.group_id
                        where one.user_id = #{person} and one.status = 'ACTIVE' and other.status = 'ACTIVE'
                            and g.deleted_at is null
                    ) then 4
                    else 2
                end as standing,
                case p.visibility when 'EVERYONE' then 'PUBLIC' when 'GROUPS' then 'PRIVATE' else 'SECRET' end
                    as visibility
            from somoim_profiles p
            join somoim_accounts a on a.id = p.user_id
            where p.user_id in (select unhex(value) from json_each(#{owners})) and a.status = 'ACTIVE'
            order by p.user_id
            """)
    List<OnPage> onPages(Id<User> person, Set<Id<User>> owners);

    /** A {@link Footing} and on whose page. */
    record OnPage(Id<User> id, boolean active, Standing standing, Visibility visibility) {}

    @Override
    @Select(Predicates.APART)
    Set<Id<User>> apart(Id<User> person, Set<Id<User>> others);

    @Override
    default Map<Id<User>, Set<Id<User>>> apart(Set<Id<User>> people, Set<Id<User>> others) {
        return parted(people, others).stream()
                .collect(Collectors.groupingBy(
                        Parted::person, Collectors.mapping(Parted::other, Collectors.toUnmodifiableSet())));
    }

    /** Begins with the others, who are few; the plus keeps both sides out of the index, which would try every pair. */
    @Select("""
            select blocker_id as person, blocked_id as other from somoim_blocks
            where blocked_id in (select unhex(value) from json_each(#{others}))
                and +blocker_id in (select unhex(value) from json_each(#{people}))
            union all
            select blocked_id, blocker_id from somoim_blocks
            where blocker_id in (select unhex(value) from json_each(#{others}))
                and +blocked_id in (select unhex(value) from json_each(#{people}))
            """)
    List<Parted> parted(Set<Id<User>> people, Set<Id<User>> others);

    /** Two between whom there is a block. */
    record Parted(Id<User> person, Id<User> other) {}

    @Override
    default Mutes mutes(Id<User> person) {
        return new Mutes(mutedWords(person));
    }

    @Override
    default Map<Id<User>, Mutes> mutes(Set<Id<User>> people) {
        return mutedWordsOf(people).stream()
                .collect(Collectors.groupingBy(
                        Muted::person,
                        Collectors.mapping(
                                Muted::keyword, Collectors.collectingAndThen(Collectors.toSet(), Mutes::new))));
    }

    @Select("""
            select user_id as person, keyword from somoim_muted_keywords
            where user_id in (select unhex(value) from json_each(#{people}))
            """)
    List<Muted> mutedWordsOf(Set<Id<User>> people);

    /** A word that somebody does not want to read. */
    record Muted(Id<User> person, Line keyword) {}

    @Select(Predicates.MUTED_WORDS)
    Set<Line> mutedWords(Id<User> person);
}
