package org.somoim.examples.demo;

import java.util.Locale;
import org.somoim.access.SiteRole;
import org.somoim.accounts.Password;
import org.somoim.kernel.Line;
import org.somoim.mail.Email;

/**
 * Three of the people, whose passwords the demo prints. Made for looking around on one's own machine: whoever reads this
 * file knows them.
 */
public enum Login {
    MEMBER("하늘 Haneul", SiteRole.USER, "belongs to groups in both languages, has news to read"),
    MODERATOR("Nora Vale", SiteRole.MODERATOR, "looks after groups: requests, bans, pins"),
    ADMIN("이도윤", SiteRole.ADMIN, "looks after accounts and roles");

    private final String displayName;
    private final SiteRole role;
    private final String says;

    Login(String displayName, SiteRole role, String says) {
        this.displayName = displayName;
        this.role = role;
        this.says = says;
    }

    public Email email() {
        return Email.of(word() + "@example.org");
    }

    public Password password() {
        return Password.of("demo-" + word());
    }

    /** The constant's name in lower case. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Line displayName() {
        return Line.of(displayName);
    }

    SiteRole role() {
        return role;
    }

    /** What the login is good for. */
    String says() {
        return says;
    }
}
