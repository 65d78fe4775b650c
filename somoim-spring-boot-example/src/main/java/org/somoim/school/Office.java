package org.somoim.school;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the school's office says.
 *
 * @param database the file that holds the school and its community; its folder is made if it is not there
 * @param people who may log in; nobody, unless the office enters them
 */
@ConfigurationProperties("school")
record Office(
        @DefaultValue("school-data/school.db") Path database,
        @DefaultValue List<Person> people) {

    /**
     * @param email which the office has seen them prove
     * @param name shown to others
     * @param password as Spring Security stores it, such as <code>{bcrypt}$2a$...</code>
     * @param isHead whether they run the community, and so may open its dashboard
     */
    record Person(
            String email,
            String name,
            String password,
            @DefaultValue("false") boolean isHead) {}
}
