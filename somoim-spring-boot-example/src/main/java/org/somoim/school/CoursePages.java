package org.somoim.school;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import org.somoim.Somoim;
import org.somoim.groups.Membership;
import org.somoim.kernel.Actor;
import org.somoim.sessions.AccessTokens;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the school's own front end asks for. Every change takes JSON, also an empty object. */
@RestController
class CoursePages {
    private final Courses courses;
    private final Somoim somoim;
    private final AccessTokens tokens;
    private final InstantSource clock;

    CoursePages(Courses courses, Somoim somoim, AccessTokens tokens, InstantSource clock) {
        this.courses = courses;
        this.somoim = somoim;
        this.tokens = tokens;
        this.clock = clock;
    }

    record Wanted(String title) {}

    record Empty() {}

    record Joined(String status) {}

    record Token(String accessToken, Instant expires) {}

    @GetMapping("/courses")
    List<Course> all() {
        return courses.all();
    }

    @PostMapping(path = "/courses", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Course found(Actor.Person teacher, @RequestBody Wanted wanted) {
        return courses.found(teacher, wanted.title());
    }

    @PostMapping(path = "/courses/{id}/members", consumes = MediaType.APPLICATION_JSON_VALUE)
    Joined join(Actor.Person student, @PathVariable long id, @RequestBody Empty nothing) {
        var group = courses.group(id).orElseThrow(() -> new NoSuchElementException("course"));
        Membership joined = somoim.memberships().join(student, group);
        return new Joined(joined.status().name());
    }

    /** For the school's pages, which then talk to the community's API. Good until it expires, or the person may not any more. */
    @PostMapping(path = "/community-token", consumes = MediaType.APPLICATION_JSON_VALUE)
    Token token(Actor.Person person, @RequestBody Empty nothing) {
        // tag::spring-boot-token
        var issued = tokens.issue(new AccessTokens.Holder(person.id(), null), clock.instant());
        // end::spring-boot-token
        return new Token(issued.token().value(), issued.expires());
    }
}
