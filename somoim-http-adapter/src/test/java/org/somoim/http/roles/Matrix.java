package org.somoim.http.roles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Visibility;
import org.somoim.http.testing.Client;
import org.somoim.http.testing.Reply;
import org.somoim.http.wire.Method;
import org.somoim.http.wire.Route;
import org.somoim.http.wire.Upload;
import org.somoim.memory.Community;

/** Makes every call there is on one stage, each as if it were the first, and holds what comes of it against the oracle. */
final class Matrix {
    private final Community town;
    private final Stage stage;
    private final Client client;
    private final List<Question> questions;
    private final Oracle oracle = new Oracle();

    /** @param client of {@code routes}, signed in as nobody */
    Matrix(Community town, Client client, List<Route> routes) {
        this.town = town;
        this.client = client;
        this.questions = Examples.of(routes);
        this.stage = new Stage(town);
    }

    /**
     * What came of one call about whatever of one place.
     *
     * @param faults empty if all is as it must be
     */
    record Row(Question question, Whose whose, Map<Caller, Integer> statuses, List<String> faults) {}

    List<Row> rows() {
        return questions.stream()
                .flatMap(question -> question.whose().stream().map(whose -> row(question, whose)))
                .toList();
    }

    /** What the oracle says and no call has needed. */
    Iterable<String> unused() {
        return oracle.unused();
    }

    private Row row(Question question, Whose whose) {
        var statuses = new EnumMap<Caller, Integer>(Caller.class);
        List<String> faults = new ArrayList<>();
        for (Caller caller : Caller.values()) {
            var cell = new Cell(question, caller, whose);
            statuses.put(caller, cell.check());
            faults.addAll(cell.faults);
        }
        return new Row(question, whose, statuses, faults);
    }

    /** One call by one caller. */
    private final class Cell {
        private final Question question;
        private final Caller caller;
        private final Whose whose;
        private final List<String> faults = new ArrayList<>();

        Cell(Question question, Caller caller, Whose whose) {
            this.question = question;
            this.caller = caller;
            this.whose = whose;
        }

        /** @return the status */
        int check() {
            Things things = stage.things(caller, whose);
            List<Reply> replies = ask(things);
            for (Reply reply : replies) {
                check(reply, things);
                noCanary(reply);
                must(reply.status() == replies.get(0).status(), "answers differently at another path", reply);
            }
            return replies.get(0).status();
        }

        private void check(Reply reply, Things things) {
            switch (oracle.verdict(question, caller, whose)) {
                case BAD_TOKEN -> refused(reply, 401, "http.bad-token");
                case SIGN_IN -> refused(reply, 401, "access.not-signed-in");
                case CLOSED -> {
                    refused(reply, 401, "access.account-closed");
                    sameAsNothing(reply, things);
                }
                case HIDDEN -> {
                    refused(reply, 404, "access.not-found");
                    sameAsNothing(reply, things);
                }
                case FORBIDDEN -> forbidden(reply, things);
                case FORBIDDEN_AT_ALL -> {
                    forbidden(reply, things);
                    sameAsNothing(reply, things);
                }
                case TELLS_NOTHING -> {
                    letThrough(reply);
                    sameAsNothing(reply, things);
                }
                case LET_THROUGH -> letThrough(reply);
            }
        }

        private void letThrough(Reply reply) {
            boolean isDone = reply.status() < 400;
            must(
                    isDone || Oracle.mayTurnDown(reply.status(), code(reply)),
                    "must be let through, and turned down at most for a conflict",
                    reply);
        }

        private void forbidden(Reply reply, Things things) {
            must(reply.status() == 403, "must be forbidden", reply);
            namesOnlyWhatWasAsked(reply, things);
        }

        private void refused(Reply reply, int status, String code) {
            must(reply.status() == status && code(reply).equals(code), "must be " + status + " " + code, reply);
        }

        /** What is hidden and what does not exist must not be told apart. */
        private void sameAsNothing(Reply reply, Things things) {
            namesOnlyWhatWasAsked(reply, things);
            Things nowhere = things.nowhere(town.ports.ids());
            for (Reply nothing : ask(nowhere)) {
                must(
                        withoutWhatItIsAbout(nothing).equals(withoutWhatItIsAbout(reply)),
                        "must be answered like what does not exist, which is " + nothing.text(),
                        reply);
            }
        }

        private void namesOnlyWhatWasAsked(Reply reply, Things things) {
            String asked = question.paths(stage, things) + " " + question.json(stage, things);
            if (isProblem(reply)) {
                for (JsonNode id : reply.json().path("about")) {
                    must(asked.contains(id.textValue()), "must not name " + id + ", which was not asked for", reply);
                }
            }
        }

        private void noCanary(Reply reply) {
            String text = reply.answer().headers() + " " + reply.text();
            for (Canary canary : Canary.values()) {
                for (Visibility visibility : Visibility.values()) {
                    boolean mayRead = oracle.mayRead(caller, canary, visibility)
                            || reply.status() == 200
                                    && visibility == whose.visibility()
                                    && Oracle.isShownBySecret(question, canary);
                    must(
                            mayRead || !text.contains(canary.token(visibility)),
                            "must not tell " + canary.token(visibility),
                            reply);
                }
            }
        }

        private void must(boolean holds, String what, Reply reply) {
            if (!holds) {
                faults.add("%s by %s%s: %s. It is %d %s"
                        .formatted(
                                question.name(),
                                caller.inWords(),
                                whose == Whose.NOTHING ? "" : " about " + whose.inWords(),
                                what,
                                reply.status(),
                                reply.text()));
            }
        }

        private List<Reply> ask(Things things) {
            String json = question.json(stage, things);
            return question.paths(stage, things).stream()
                    .map(path ->
                            question.route().method() == Method.GET ? send(path, json) : undone(() -> send(path, json)))
                    .toList();
        }

        private Reply send(String path, @Nullable String json) {
            Client signedIn =
                    switch (caller) {
                        case VISITOR -> client;
                        case BAD_TOKEN -> client.withToken("no-token-of-ours");
                        default -> client.as(stage.caller(caller).id());
                    };
            String method = question.route().method().name();
            Class<?> takes = question.route().takes();
            Upload upload = takes == null ? null : takes.getAnnotation(Upload.class);
            return upload == null || json == null
                    ? signedIn.atRoot().call(method, path, json)
                    : signedIn.atRoot().send(method, path, upload.value(), json.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** As if it had not been done. */
    private Reply undone(Supplier<Reply> call) {
        try {
            return town.ports.transactor().call(() -> {
                throw new Undone(call.get());
            });
        } catch (Undone undone) {
            return undone.reply;
        }
    }

    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Reply reply;

        Undone(Reply reply) {
            super(null, null, false, false);
            this.reply = reply;
        }
    }

    private static String code(Reply reply) {
        return isProblem(reply) ? reply.json().path("code").textValue() : "";
    }

    private static boolean isProblem(Reply reply) {
        return reply.header("Content-Type")
                .filter("application/problem+json"::equals)
                .isPresent();
    }

    private static Map<String, Object> withoutWhatItIsAbout(Reply reply) {
        var rest = new LinkedHashMap<String, Object>(reply.answer().headers());
        rest.put("status", reply.status());
        rest.put("body", isProblem(reply) ? ((ObjectNode) reply.json()).without("about") : reply.text());
        return rest;
    }
}
