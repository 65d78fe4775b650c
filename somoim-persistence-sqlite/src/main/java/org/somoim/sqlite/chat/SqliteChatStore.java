package org.somoim.sqlite.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Sight;
import org.somoim.chat.ChatStore;
import org.somoim.chat.Conversation;
import org.somoim.chat.Message;
import org.somoim.chat.Reaction;
import org.somoim.groups.Group;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Id;
import org.somoim.kernel.User;
import org.somoim.sqlite.access.Predicates;

/**
 * Conversations in {@code somoim_conversations}, messages in {@code somoim_messages}, and what hangs on them. Words are
 * sealed under their sender's key, or under the library's once their sender has left them behind. Made from its annotations.
 */
public interface SqliteChatStore extends ChatStore {
    /** Every column of a {@link Conversation}. */
    String CONVERSATION = "id, group_id, one_id, other_id, messages, changes";

    /** Every column of a {@link Message}. */
    String MESSAGE = """
            id, conversation_id, number, change, sender_id,
            somoim_open('messages.body', id, keyholder_id, body) as body,
            reply_to, created_at as sent_at, edited_at, deleted_at
            """;

    @Override
    @Insert("""
            insert into somoim_conversations
              (id, group_id, one_id, other_id, messages, changes, created_at, updated_at)
            values (#{conversation.id}, #{conversation.groupId}, #{conversation.oneId}, #{conversation.otherId},
              #{conversation.messages}, #{conversation.changes}, #{at}, #{at})
            """)
    void begin(Conversation conversation, Instant at);

    @Override
    @Update("""
            update somoim_conversations
            set messages = #{conversation.messages}, changes = #{conversation.changes}, updated_at = #{at}
            where id = #{conversation.id}
            """)
    void grow(Conversation conversation, Instant at);

    @Override
    @Select("select " + CONVERSATION + """
             from somoim_conversations
            where id = #{conversation}
            """)
    Optional<Conversation> find(Id<Conversation> conversation);

    @Override
    default Optional<Conversation> between(Id<User> person, Id<User> other) {
        return person.compareTo(other) < 0 ? ofTwo(person, other) : ofTwo(other, person);
    }

    @Select("select " + CONVERSATION + """
             from somoim_conversations
            where one_id = #{one} and other_id = #{other}
            """)
    Optional<Conversation> ofTwo(Id<User> one, Id<User> other);

    @Override
    default List<Latest> latest(Sight sight, @Nullable Cursor after, int limit) {
        return latestRows(sight, after, limit).stream()
                .map(row -> new Latest(
                        new Conversation(
                                row.id(), row.groupId(), row.oneId(), row.otherId(), row.messages(), row.changes()),
                        row.updatedAt()))
                .toList();
    }

    /** Of the person's groups and of the person, each by its index. */
    @Select("""
            with mine as (
              select c.id from somoim_conversations c
              join somoim_groups g on g.id = c.group_id
              where c.group_id in (
                  select group_id from somoim_memberships where user_id = #{sight.viewer} and status = 'ACTIVE')
                and
            """ + Predicates.IN_SIGHT + """
              union all
              select c.id from somoim_conversations c
              where c.one_id = #{sight.viewer} and c.other_id not in (
            """ + Predicates.APART_FROM_SIGHT + """
              )
              union all
              select c.id from somoim_conversations c
              where c.other_id = #{sight.viewer} and c.one_id not in (
            """ + Predicates.APART_FROM_SIGHT + """
              )
            )
            select c.id, c.group_id, c.one_id, c.other_id, c.messages, c.changes, c.updated_at
            from somoim_conversations c
            where c.id in (select id from mine) and c.messages > 0
              and (c.updated_at, c.id) < (coalesce(#{after.at}, 9223372036854775807), #{after.id})
            order by c.updated_at desc, c.id desc
            limit #{limit}
            """)
    List<LatestRow> latestRows(Sight sight, @Nullable Cursor after, int limit);

    /** A {@link Latest}, flat. */
    record LatestRow(
            Id<Conversation> id,
            @Nullable Id<Group> groupId,
            @Nullable Id<User> oneId,
            @Nullable Id<User> otherId,
            long messages,
            long changes,
            Instant updatedAt) {}

    @Override
    @Insert("""
            insert into somoim_messages (id, conversation_id, number, change, sender_id, keyholder_id, body, length,
              reply_to, created_at, edited_at, deleted_at)
            values (#{id}, #{conversationId}, #{number}, #{change}, #{senderId}, #{senderId},
              somoim_seal('messages.body', #{id}, #{senderId}, #{body}), length(#{body}),
              #{replyTo}, #{sentAt}, #{editedAt}, #{deletedAt})
            """)
    void add(Message message);

    @Override
    @Update("""
            update somoim_messages
            set number = #{number}, change = #{change}, sender_id = #{senderId},
              keyholder_id = case when #{senderId} is null then null else keyholder_id end,
              body = somoim_seal('messages.body', #{id}, keyholder_id, #{body}), length = length(#{body}),
              reply_to = #{replyTo}, created_at = #{sentAt}, edited_at = #{editedAt}, deleted_at = #{deletedAt}
            where id = #{id}
            """)
    void put(Message message);

    @Override
    @Select("select " + MESSAGE + """
            from somoim_messages
            where id = #{message}
            """)
    Optional<Message> message(Id<Message> message);

    @Override
    @Select("select " + MESSAGE + """
            from somoim_messages
            where conversation_id = #{conversation} and number < #{number}
            order by number desc
            limit #{limit}
            """)
    List<Message> before(Id<Conversation> conversation, long number, int limit);

    @Override
    @Select("select " + MESSAGE + """
            from somoim_messages
            where conversation_id = #{conversation} and change > #{change}
            order by change
            limit #{limit}
            """)
    List<Message> after(Id<Conversation> conversation, long change, int limit);

    @Override
    @Select("""
            select id, sender_id from somoim_messages
            where id in (select unhex(value) from json_each(#{messages})) and body is not null
            order by id
            """)
    List<Sending> sendings(Set<? extends Id<?>> messages);

    @Override
    @Insert("""
            insert into somoim_message_reactions (message_id, user_id, kind, created_at)
            values (#{message}, #{reaction.userId}, #{reaction.kind}, #{reaction.createdAt})
            on conflict (message_id, kind, user_id) do nothing
            """)
    boolean react(Id<Message> message, Reaction reaction);

    @Override
    @Delete("""
            delete from somoim_message_reactions
            where message_id = #{message} and kind = #{kind} and user_id = #{person}
            """)
    boolean withdraw(Id<Message> message, Id<User> person, Reaction.Kind kind);

    @Override
    @Delete("delete from somoim_message_reactions where message_id = #{message}")
    void removeReactions(Id<Message> message);

    @Override
    @Select("""
            select message_id, kind, count(*) as count, max(user_id = #{viewer}) as mine
            from somoim_message_reactions
            where message_id in (select unhex(value) from json_each(#{messages}))
            group by message_id, kind
            order by message_id, kind
            """)
    List<Count> counts(Set<Id<Message>> messages, Id<User> viewer);

    /** Begins with the messages, and looks among the people for whoever reacted to them. */
    @Override
    @Select("""
            select message_id, user_id, kind
            from somoim_message_reactions
            where message_id in (select unhex(value) from json_each(#{messages}))
              and +user_id in (select unhex(value) from json_each(#{people}))
            """)
    List<Own> reactionsOf(Set<Id<Message>> messages, Set<Id<User>> people);

    @Override
    @Select("""
            select coalesce(
              (select number from somoim_read_marks
              where conversation_id = #{conversation} and user_id = #{person}), 0)
            """)
    long readUpTo(Id<Conversation> conversation, Id<User> person);

    @Override
    @Insert("""
            insert into somoim_read_marks (conversation_id, user_id, number, created_at, updated_at)
            values (#{conversation}, #{person}, #{number}, #{at}, #{at})
            on conflict (conversation_id, user_id)
            do update set number = excluded.number, updated_at = excluded.updated_at
            """)
    void markRead(Id<Conversation> conversation, Id<User> person, long number, Instant at);

    @Override
    default List<Reading> readings(
            Set<Id<Conversation>> conversations, Set<Id<Conversation>> whole, Id<User> reader, int most) {
        return conversations.isEmpty() ? List.of() : readingsOf(conversations, whole, reader, most);
    }

    @Select("""
            select c.id as conversation_id, coalesce(r.number, 0) as up_to,
              (select count(*) from (
                select 1 from somoim_messages m
                where m.conversation_id = c.id and m.number > coalesce(r.number, 0)
                  and m.body is not null and m.sender_id <> #{viewer}
                  and (c.id in (select unhex(value) from json_each(#{whole})) or m.sender_id not in (
            """ + Predicates.APART_FROM_VIEWER + """
                  ))
                limit #{most})) as unread
            from somoim_conversations c
            left join somoim_read_marks r on r.conversation_id = c.id and r.user_id = #{viewer}
            where c.id in (select unhex(value) from json_each(#{conversations}))
            order by c.id
            """)
    List<Reading> readingsOf(
            Set<Id<Conversation>> conversations, Set<Id<Conversation>> whole, Id<User> viewer, int most);

    @Override
    @Select("select " + MESSAGE + """
            from somoim_messages
            where sender_id = #{sender}
              and (created_at, id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by created_at, id
            limit #{limit}
            """)
    List<Message> by(Id<User> sender, @Nullable Cursor after, int limit);

    @Override
    @Select("""
            select message_id, kind, created_at from somoim_message_reactions
            where user_id = #{person}
              and (created_at, message_id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by created_at, message_id, kind
            limit #{limit}
            """)
    List<Tie> reactionsBy(Id<User> person, @Nullable Cursor after, int limit);

    @Override
    @Select("""
            select conversation_id, number, updated_at from somoim_read_marks
            where user_id = #{person}
              and (updated_at, conversation_id) > (coalesce(#{after.at}, -9223372036854775808), #{after.id})
            order by updated_at, conversation_id
            limit #{limit}
            """)
    List<Mark> marksOf(Id<User> person, @Nullable Cursor after, int limit);

    @Override
    @Select("select " + CONVERSATION + """
             from somoim_conversations
            where (one_id = #{person} or other_id = #{person}) and (#{after} is null or id > #{after})
            order by id
            limit #{limit}
            """)
    List<Conversation> directOf(Id<User> person, @Nullable Id<Conversation> after, int limit);

    @Override
    @Select("select " + MESSAGE + """
            from somoim_messages
            where sender_id = #{sender} and (not #{kept} or body is null)
            order by created_at desc, id desc
            limit #{limit}
            """)
    List<Message> leaving(Id<User> sender, boolean kept, int limit);

    @Override
    @Update("""
            update somoim_messages
            set keyholder_id = null,
              body = somoim_seal('messages.body', id, null, somoim_open('messages.body', id, keyholder_id, body))
            where id in (select id from somoim_messages where keyholder_id = #{sender} order by id limit #{limit})
            """)
    int release(Id<User> sender, int limit);

    @Override
    default int removeTiesOf(Id<User> person, int limit) {
        return removeReactionsBy(person, limit) + removeMarksOf(person, limit);
    }

    @Delete("""
            delete from somoim_message_reactions
            where rowid in (
              select rowid from somoim_message_reactions
              where user_id = #{person}
              order by created_at, message_id, kind
              limit #{limit})
            """)
    int removeReactionsBy(Id<User> person, int limit);

    @Delete("""
            delete from somoim_read_marks
            where user_id = #{person} and conversation_id in (
              select conversation_id from somoim_read_marks
              where user_id = #{person}
              order by updated_at, conversation_id
              limit #{limit})
            """)
    int removeMarksOf(Id<User> person, int limit);
}
