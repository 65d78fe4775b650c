package org.somoim.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Id;
import org.somoim.kernel.Ids;
import org.somoim.uuid.UuidIds;

/**
 * Two routes as somebody would write them who wanted no library: the JDK's server, plain JDBC, and the statements that the
 * library runs for the same. It believes whoever calls, renders no Markdown and knows no limits.
 */
final class Slice implements AutoCloseable {
    private static final int PAGE = 20;
    private static final JsonFactory JSON = new JsonFactory();

    private static final String FOOTING = """
            select exists (select 1 from somoim_accounts where id = ? and status = 'ACTIVE') as active,
              coalesce(m.standing, 2) as standing, g.visibility, g.deleted_at is not null as deleted
            from somoim_groups g
            left join somoim_memberships m on m.group_id = g.id and m.user_id = ?
            where g.id = ?
            """;
    private static final String LAID = """
            select target_id, kind from somoim_measures
            where target_id in (select unhex(value) from json_each(?)) and state = 'TAKEN'
              and (ends_at is null or ends_at > ?)
            order by target_id, kind
            """;
    private static final String POSTS = """
            select id, group_id, page_of, author_id, title, body, comments, pinned_at, created_at, edited_at, updated_at,
              deleted_at, deleted_by
            from somoim_posts
            where group_id = ? and deleted_at is null
              and (created_at, id) < (coalesce(null, 9223372036854775807), null)
              and author_id not in (
                select blocked_id from somoim_blocks where blocker_id = ?
                union all
                select blocker_id from somoim_blocks where blocked_id = ?)
            order by created_at desc, id desc
            limit ?
            """;
    private static final String MENTIONS = """
            select target_id, user_id from somoim_mentions
            where target_id in (select unhex(value) from json_each(?))
            order by target_id, user_id
            """;
    private static final String REACTIONS = """
            select target_id, kind, count(*) as count, max(user_id = ?) as mine
            from somoim_reactions
            where target_id in (select unhex(value) from json_each(?))
            group by target_id, kind
            order by target_id, kind
            """;
    private static final String NAMES = """
            select user_id, display_name from somoim_profiles
            where user_id in (select unhex(value) from json_each(?))
            order by user_id
            """;
    private static final String APART = """
            select blocked_id from somoim_blocks
            where blocker_id = ? and blocked_id in (select unhex(value) from json_each(?))
            union
            select blocker_id from somoim_blocks
            where blocked_id = ? and blocker_id in (select unhex(value) from json_each(?))
            """;
    private static final String WRITE = """
            insert into somoim_posts (id, group_id, page_of, author_id, title, body, comments, pinned_at, created_at,
              edited_at, updated_at, deleted_at, deleted_by)
            values (?, ?, null, ?, null, ?, 0, null, ?, null, ?, null, null)
            """;
    private static final String ANNOUNCE = "insert into somoim_facts (fact, created_at) values (?, ?)";

    private final HttpServer server;
    private final ExecutorService threads;
    private final Asked writer;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final ThreadLocal<Asked> readers;
    private final ConcurrentLinkedQueue<Asked> opened = new ConcurrentLinkedQueue<>();
    private final Ids ids = new UuidIds(InstantSource.system(), new SecureRandom());

    Slice(Path file, int connections) throws IOException, SQLException {
        writer = new Asked(Player.writer(file));
        readers = ThreadLocal.withInitial(() -> {
            try {
                var reader = new Asked(Player.reader(file));
                opened.add(reader);
                return reader;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        // Else half of an answer waits 40 ms for the other half.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        threads = Executors.newFixedThreadPool(connections);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/groups/", this::handle);
        server.start();
    }

    /** A connection with the statements that were prepared on it. */
    private static final class Asked {
        private final Connection connection;
        private final Map<String, PreparedStatement> prepared = new HashMap<>();

        Asked(Connection connection) {
            this.connection = connection;
        }

        PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
            PreparedStatement statement = prepared.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                prepared.put(sql, statement);
            }
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement;
        }

        List<Object[]> ask(int columns, String sql, @Nullable Object... values) throws SQLException {
            List<Object[]> all = new ArrayList<>();
            try (ResultSet rows = bound(sql, values).executeQuery()) {
                while (rows.next()) {
                    var row = new Object[columns];
                    for (int column = 0; column < columns; column++) {
                        row[column] = rows.getObject(column + 1);
                    }
                    all.add(row);
                }
            }
            return all;
        }
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() throws SQLException {
        server.stop(0);
        threads.shutdown();
        writer.connection.close();
        for (Asked reader : opened) {
            reader.connection.close();
        }
    }

    private void handle(HttpExchange call) throws IOException {
        byte[] answer;
        int status;
        try {
            byte[] person =
                    id(call.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length()));
            byte[] group = id(call.getRequestURI().getPath().split("/")[2]);
            if (call.getRequestMethod().equals("POST")) {
                answer = write(person, group, body(call.getRequestBody()));
                status = 201;
            } else {
                answer = list(readers.get(), person, group);
                status = 200;
            }
        } catch (SQLException | RuntimeException e) {
            answer = new byte[0];
            status = 500;
        }
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        call.getResponseBody().write(answer);
        call.close();
    }

    private byte[] list(Asked reader, byte[] person, byte[] group) throws SQLException, IOException {
        long now = InstantSource.system().millis();
        Player.run(reader.connection, "begin");
        mayAct(reader, person, group, now);
        List<Object[]> posts = reader.ask(13, POSTS, group, person, person, PAGE + 1);
        List<Object[]> page = posts.subList(0, Math.min(PAGE, posts.size()));
        reader.ask(2, LAID, json(posts, 0), now);
        String shown = json(page, 0);
        reader.ask(2, MENTIONS, shown);
        Map<ByteBuffer, List<Object[]>> reactions = reader.ask(4, REACTIONS, person, shown).stream()
                .collect(Collectors.groupingBy(row -> ByteBuffer.wrap((byte[]) row[0])));
        reader.ask(2, LAID, shown, now);
        String authors = json(page, 3);
        Map<ByteBuffer, Object> names = reader.ask(2, NAMES, authors).stream()
                .collect(Collectors.toMap(row -> ByteBuffer.wrap((byte[]) row[0]), row -> row[1]));
        reader.ask(1, APART, person, authors, person, authors);
        Player.run(reader.connection, "commit");
        var bytes = new ByteArrayOutputStream(16_384);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartArray();
            for (Object[] post : page) {
                item(json, post, names, reactions);
            }
            json.writeEndArray();
        }
        return bytes.toByteArray();
    }

    private static void item(
            JsonGenerator json, Object[] post, Map<ByteBuffer, Object> names, Map<ByteBuffer, List<Object[]>> reactions)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("id", text(post[0]));
        json.writeStringField("group_id", text(post[1]));
        json.writeObjectFieldStart("author");
        json.writeStringField("id", text(post[3]));
        json.writeStringField("name", String.valueOf(names.get(ByteBuffer.wrap((byte[]) post[3]))));
        json.writeEndObject();
        if (post[4] != null) {
            json.writeStringField("title", post[4].toString());
        }
        json.writeStringField("body", post[5].toString());
        json.writeBooleanField("is_pinned", post[7] != null);
        json.writeNumberField("comments", ((Number) post[6]).intValue());
        json.writeArrayFieldStart("reactions");
        for (Object[] reaction : reactions.getOrDefault(ByteBuffer.wrap((byte[]) post[0]), List.of())) {
            json.writeStartObject();
            json.writeStringField("kind", reaction[1].toString());
            json.writeNumberField("count", ((Number) reaction[2]).intValue());
            json.writeBooleanField("is_mine", ((Number) reaction[3]).intValue() == 1);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField(
                "created_at",
                Instant.ofEpochMilli(((Number) post[8]).longValue()).toString());
        json.writeEndObject();
    }

    private byte[] write(byte[] person, byte[] group, String body) throws SQLException, IOException {
        long now = InstantSource.system().millis();
        Id<?> post = ids.timeOrdered();
        turn.lock();
        try {
            Player.run(writer.connection, "begin immediate");
            mayAct(writer, person, group, now);
            writer.bound(WRITE, PlainJdbc.bytes(post), group, person, body, now, now)
                    .executeUpdate();
            writer.bound(ANNOUNCE, "posts.post-written " + post + " " + text(group) + " " + text(person), now)
                    .executeUpdate();
            writer.ask(2, LAID, json(List.<Object[]>of(new Object[] {person}), 0), now);
            Player.run(writer.connection, "commit");
        } finally {
            turn.unlock();
        }
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("id", post.toString());
            json.writeStringField("body", body);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void mayAct(Asked asked, byte[] person, byte[] group, long now) throws SQLException {
        List<Object[]> footing = asked.ask(4, FOOTING, person, person, group);
        if (footing.isEmpty() || ((Number) footing.get(0)[0]).intValue() == 0) {
            throw new IllegalStateException("everyone here may do this");
        }
        asked.ask(2, LAID, json(List.of(new Object[] {person}, new Object[] {group}), 0), now);
    }

    private static String body(InputStream in) throws IOException {
        try (JsonParser json = JSON.createParser(in)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME
                        && json.currentName().equals("body")) {
                    return json.nextTextValue();
                }
            }
        }
        throw new IOException("no body");
    }

    private static String json(List<Object[]> rows, int column) {
        return rows.stream()
                .map(row -> HexFormat.of().formatHex((byte[]) row[column]))
                .distinct()
                .collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    private static byte[] id(String text) {
        return PlainJdbc.bytes(new Id<>(UUID.fromString(text)));
    }

    private static String text(Object id) {
        ByteBuffer bytes = ByteBuffer.wrap((byte[]) id);
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }
}
