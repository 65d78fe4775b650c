package org.somoim.examples;

import java.util.List;
import org.somoim.Somoim;
import org.somoim.audit.AuditFact;
import org.somoim.audit.AuditFilter;
import org.somoim.audit.Entry;
import org.somoim.audit.Head;
import org.somoim.audit.Verification;
import org.somoim.kernel.Actor;
import org.somoim.kernel.Id;
import org.somoim.kernel.Page;
import org.somoim.kernel.User;

/** Asking what was done that matters, and whether the answer can be believed. */
public final class Auditing {
    private static final Actor NIGHTLY = Actor.host("nightly");

    private Auditing() {}

    /** What was done to somebody, newest first. */
    public static List<Entry> about(Somoim somoim, Actor admin, Id<User> person) {
        // tag::reading
        Page<Entry> page = somoim.audit().entries(admin, AuditFilter.about(person), Page.Ask.first());
        // end::reading
        return page.items();
    }

    /** To be kept where nobody who can write to the file can write. */
    public static Head note(Somoim somoim) {
        // tag::noting
        Head noted = somoim.audit().head(NIGHTLY);
        // end::noting
        return noted;
    }

    /** @param noted earlier, and kept elsewhere */
    public static boolean isIntact(Somoim somoim, Head noted) {
        // tag::verifying
        Verification found = somoim.audit().verify(NIGHTLY, noted);
        // end::verifying
        return found.isIntact();
    }

    /** After the master key was replaced, which the library cannot see. */
    public static void keysWereRotated(Somoim somoim) {
        // tag::rotated
        somoim.audit().note(Actor.host("operator"), new AuditFact.KeysRotated());
        // end::rotated
    }
}
