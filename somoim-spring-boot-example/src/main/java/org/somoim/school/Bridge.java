package org.somoim.school;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.somoim.Somoim;
import org.somoim.identities.Arrival;
import org.somoim.identities.Identity;
import org.somoim.identities.Subject;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Line;
import org.somoim.kernel.Word;
import org.somoim.mail.Email;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * From whom Spring Security has let in to whom the community knows. A controller takes an {@link Actor.Person} as an
 * argument; the first time somebody comes, their account opens.
 */
@Component
class Bridge implements HandlerMethodArgumentResolver {
    private static final Actor HOST = Actor.host("school");

    private final Somoim somoim;
    private final Map<String, Office.Person> people;

    Bridge(Somoim somoim, Office office) {
        this.somoim = somoim;
        this.people = office.people().stream().collect(Collectors.toMap(Office.Person::email, Function.identity()));
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.Person.class;
    }

    @Override
    public Actor.Person resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory factory) {
        var principal = request.getUserPrincipal();
        if (principal == null) {
            throw new IllegalStateException("nobody is logged in, although this page is for those who are");
        }
        return actor(principal.getName());
    }

    /** @param email of somebody whom the office has entered */
    Actor.Person actor(String email) {
        Office.Person person = people.get(email);
        if (person == null) {
            throw new IllegalStateException("somebody is logged in whom the office has not entered");
        }
        // tag::spring-boot-bridge
        var identity = new Identity(new Word("school"), new Subject(person.email()));
        // With each call comes the password, so they have just shown who they are: no instant of it is kept.
        var arrival = new Arrival(identity, Email.of(person.email()), Line.of(person.name()), null);
        return somoim.identities().arrive(HOST, arrival);
        // end::spring-boot-bridge
    }
}
