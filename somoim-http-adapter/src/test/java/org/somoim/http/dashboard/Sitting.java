package org.somoim.http.dashboard;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.somoim.access.SiteRole;
import org.somoim.http.Answer;
import org.somoim.http.Call;
import org.somoim.http.testing.Reply;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.limits.RateLimiter;
import org.somoim.memory.Community;
import org.somoim.operations.FakeUpkeep;

/** A dashboard in a community, and somebody at it. Whoever calls says in a header who they are, as a host's session would. */
final class Sitting {
    private static final String OPERATOR = "x-test-operator";

    final Community town = new Community();
    final FakeUpkeep upkeep = new FakeUpkeep();
    private Dashboard.Terms terms = Dashboard.Terms.PRESET.with(upkeep);
    private final Map<SiteRole, Actor.Person> people = new TreeMap<>();
    private @Nullable Dashboard dashboard;

    Sitting() {
        for (SiteRole role : SiteRole.values()) {
            Actor.Person person = town.person();
            town.somoim.accounts().appoint(Actor.host("test"), person.id(), role);
            people.put(role, person);
        }
    }

    /** Under other terms, from the next call on. */
    Sitting under(Dashboard.Terms other) {
        terms = other;
        dashboard = null;
        return this;
    }

    Dashboard dashboard() {
        if (dashboard == null) {
            dashboard = new Dashboard(town.somoim, Sitting::operator, terms, RateLimiter.none(), town.clock);
        }
        return dashboard;
    }

    Actor.Person person(SiteRole role) {
        return java.util.Objects.requireNonNull(people.get(role));
    }

    private static Optional<Operator> operator(Call call) {
        return Optional.ofNullable(call.headers().get(OPERATOR)).map(said -> {
            String[] words = said.split(" ");
            return new Operator(Id.of(words[0]), Rank.valueOf(words[1]));
        });
    }

    /** Somebody, from a page of the dashboard. */
    Caller as(SiteRole role, Rank rank) {
        return new Caller(
                this,
                Map.of(
                        OPERATOR,
                        person(role).id() + " " + rank,
                        "x-somoim-dashboard",
                        "1",
                        "sec-fetch-site",
                        "same-origin",
                        "origin",
                        "https://ops.example.org",
                        "host",
                        "ops.example.org"));
    }

    Caller admin() {
        return as(SiteRole.ADMIN, Rank.ADMIN);
    }

    Caller nobody() {
        return new Caller(this, Map.of());
    }

    /** @param headers besides which there are none but that of a body's type */
    record Caller(Sitting sitting, Map<String, String> headers) {
        Caller with(String name, String value) {
            var more = new TreeMap<>(headers);
            more.put(name, value);
            return new Caller(sitting, more);
        }

        Caller without(String... names) {
            var fewer = new TreeMap<>(headers);
            for (String name : names) {
                fewer.remove(name);
            }
            return new Caller(sitting, fewer);
        }

        Reply get(String path) {
            return call("GET", path, null);
        }

        Reply post(String path) {
            return call("POST", path, null);
        }

        /** @param json single quotes stand for double quotes */
        Reply call(String method, String path, @Nullable String json) {
            return new Reply(answer(method, path, json));
        }

        Answer answer(String method, String path, @Nullable String json) {
            var all = new TreeMap<>(headers);
            if (json != null) {
                all.put("content-type", "application/json");
            }
            byte[] body = json == null ? new byte[0] : json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            int mark = path.indexOf('?');
            return sitting.dashboard()
                    .answer(new Call(
                            method,
                            mark < 0 ? path : path.substring(0, mark),
                            mark < 0 ? null : path.substring(mark + 1),
                            all,
                            body,
                            "192.0.2.1",
                            "/ops/somoim"));
        }
    }
}
