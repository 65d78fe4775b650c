package org.somoim.sqlite.comparison;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.somoim.comparison.ComparisonStore;
import org.somoim.comparison.Contribution;
import org.somoim.comparison.Debit;
import org.somoim.comparison.Encoded;
import org.somoim.comparison.KeptEpoch;
import org.somoim.comparison.KeptReceipt;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.kernel.Word;
import org.somoim.sqlite.Beyond;

/** Contributions, releases and the ledger in the tables {@code somoim_comparison_*}. Made from its annotations. */
public interface SqliteComparisonStore extends ComparisonStore {
    String EPOCH = """
            select id, population, epoch, outcome, starts_at as starts, ends_at as ends, created_at as drawn_at
            from somoim_comparison_epochs
            """;

    @Override
    @Insert("""
            insert into somoim_comparison_contributions (
                user_id, shape, leaves, bins, created_at, updated_at, told_at)
            values (#{userId}, #{shape}, #{leaves}, #{bins}, #{createdAt}, #{updatedAt}, #{updatedAt})
            on conflict (user_id) do update
            set shape = excluded.shape, leaves = excluded.leaves, bins = excluded.bins,
                updated_at = excluded.updated_at, told_at = excluded.told_at
            """)
    void put(Contribution contribution);

    @Override
    @Select("""
            select user_id, shape, leaves, bins, created_at, updated_at
            from somoim_comparison_contributions
            where user_id = #{person}
            """)
    Optional<Contribution> find(Id<User> person);

    @Override
    @Delete("delete from somoim_comparison_contributions where user_id = #{person}")
    boolean remove(Id<User> person);

    @Override
    default List<Counted> eligible(Word shape, Instant joinedBy, @Nullable Id<User> after, int limit) {
        return eligibleRows(
                shape, joinedBy, after == null ? new Id<>(Beyond.oldest(null).id()) : after, limit);
    }

    /** Both joins are by primary key; a row that does not count costs no more than one that does. */
    @Select("""
            select c.user_id, c.leaves, c.bins
            from somoim_comparison_contributions c
            cross join somoim_accounts a on a.id = c.user_id
            cross join somoim_privacy_settings s on s.user_id = c.user_id
            where c.user_id > #{after}
                and c.shape = #{shape}
                and a.is_active
                and a.created_at <= #{joinedBy}
                and s.contribute_to_comparisons = 'YES'
                and s.anonymize_in_comparisons = 'YES'
            order by c.user_id
            limit #{limit}
            """)
    List<Counted> eligibleRows(Word shape, Instant joinedBy, Id<?> after, int limit);

    @Override
    @Select("""
            select c.user_id
            from somoim_comparison_contributions c
            cross join somoim_accounts a on a.id = c.user_id
            cross join somoim_privacy_settings s on s.user_id = c.user_id
            where c.told_at < #{since}
                and a.is_active
                and s.contribute_to_comparisons = 'YES'
                and s.anonymize_in_comparisons = 'YES'
            order by c.told_at, c.user_id
            limit #{limit}
            """)
    List<Id<User>> untold(Instant since, int limit);

    @Override
    @Update("""
            update somoim_comparison_contributions set told_at = #{at}
            where user_id in (select unhex(value) from json_each(#{people}))
            """)
    void markTold(List<Id<User>> people, Instant at);

    @Override
    @Insert("""
            insert into somoim_comparison_epochs (
                id, population, epoch, outcome, body, starts_at, ends_at, created_at)
            values (
                #{epoch.id}, #{epoch.population}, #{epoch.epoch}, #{epoch.outcome}, #{release}, #{epoch.starts},
                #{epoch.ends}, #{epoch.drawnAt})
            on conflict (population, epoch) do nothing
            """)
    boolean addEpoch(KeptEpoch epoch, @Nullable Encoded release);

    @Override
    @Select("select body from somoim_comparison_epochs where id = #{epoch} and body is not null")
    Optional<Encoded> release(Id<KeptEpoch> epoch);

    @Override
    default Optional<KeptEpoch> latest(Word population) {
        return epochs(population, 1).stream().findFirst();
    }

    @Override
    @Select(EPOCH + """
            where population = #{population}
            order by starts_at desc
            limit #{limit}
            """)
    List<KeptEpoch> epochs(Word population, int limit);

    @Override
    @Select(EPOCH + "where id = #{epoch}")
    Optional<KeptEpoch> epoch(Id<KeptEpoch> epoch);

    @Override
    @Insert("""
            insert into somoim_comparison_receipts (id, epoch_id, tile, metric, created_at)
            values (#{id}, #{epochId}, #{tile}, #{metric}, #{createdAt})
            """)
    void addReceipt(KeptReceipt receipt);

    @Override
    @Select("select id, epoch_id, tile, metric, created_at from somoim_comparison_receipts where id = #{receipt}")
    Optional<KeptReceipt> receipt(Id<KeptReceipt> receipt);

    @Override
    @Select("""
            select id, epoch_id, tile, metric, created_at
            from somoim_comparison_receipts
            where epoch_id = #{epoch}
            order by coalesce(tile, ''), metric
            """)
    List<KeptReceipt> receipts(Id<KeptEpoch> epoch);

    @Override
    @Insert("""
            insert into somoim_comparison_ledger (
                population, number, epoch, purpose, micro_epsilon, release_hash, created_at, previous, hash)
            values (
                #{population}, #{number}, #{epoch}, #{purpose}, #{microEpsilon}, #{releaseHash}, #{createdAt},
                #{previous}, #{hash})
            """)
    void append(Debit debit);

    @Override
    @Select("""
            select population, number, epoch, purpose, micro_epsilon, release_hash, created_at, previous, hash
            from somoim_comparison_ledger
            where population = #{population} and number > #{after}
            order by number
            limit #{limit}
            """)
    List<Debit> ledger(Word population, long after, int limit);
}
