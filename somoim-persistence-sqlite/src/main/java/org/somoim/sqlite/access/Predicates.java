package org.somoim.sqlite.access;

/**
 * The visibility decision as pieces of SQL, for lists. What they say is what {@code Access} says of a single thing; a
 * contract test holds the two against one another. Standings are the ordinals of {@code
 * Standing}: 2 is a person without a membership.
 */
public final class Predicates {

    /**
     * Whether the viewer may, in the group {@code g}. Expects {@code somoim_groups} under the name {@code g} and a parameter
     * {@code sight}.
     */
    public static final String IN_SIGHT = """
            g.deleted_at is null
            and coalesce(
                (select m.standing from somoim_memberships m
                where m.group_id = g.id and m.user_id = #{sight.viewer}),
                2
            ) >= case g.visibility
                when 'PUBLIC' then #{sight.publicRank}
                when 'PRIVATE' then #{sight.privateRank}
                else #{sight.secretRank}
            end
            """;

    /**
     * The ids of everyone who is parted from {@code viewer} by a block in either direction, as a subquery. Expects a
     * parameter {@code viewer}.
     */
    public static final String APART_FROM_VIEWER = """
            select blocked_id from somoim_blocks where blocker_id = #{viewer}
            union all
            select blocker_id from somoim_blocks where blocked_id = #{viewer}
            """;

    /** The same with a parameter {@code sight} instead. */
    public static final String APART_FROM_SIGHT = """
            select blocked_id from somoim_blocks where blocker_id = #{sight.viewer}
            union all
            select blocker_id from somoim_blocks where blocked_id = #{sight.viewer}
            """;

    /** Those of {@code others} who are parted from {@code person}: a whole statement with these two parameters. */
    public static final String APART = """
            select blocked_id from somoim_blocks
            where blocker_id = #{person} and blocked_id in (select unhex(value) from json_each(#{others}))
            union
            select blocker_id from somoim_blocks
            where blocked_id = #{person} and blocker_id in (select unhex(value) from json_each(#{others}))
            """;

    /** What {@code person} does not want to read: a whole statement with this parameter. */
    public static final String MUTED_WORDS = """
            select keyword from somoim_muted_keywords where user_id = #{person}
            """;

    private Predicates() {}
}
