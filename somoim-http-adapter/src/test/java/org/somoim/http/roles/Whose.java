package org.somoim.http.roles;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.access.Visibility;

/** Whose thing a call is about, and where it is. */
enum Whose {
    /** It is about nothing in particular. */
    NOTHING("", null, false),
    OWN("own", null, false),
    /** Written, issued or heard of by the caller in a private group, while they belonged to it. */
    OWN_IN_GROUP("own, in a private group", Visibility.PRIVATE, false),
    /** Of somebody else, in no place in particular. */
    ANOTHERS("another's", Visibility.PUBLIC, false),
    IN_PUBLIC("another's, public group", Visibility.PUBLIC, false),
    IN_PRIVATE("another's, private group", Visibility.PRIVATE, false),
    IN_SECRET("another's, secret group", Visibility.SECRET, false),
    ON_OPEN_PAGE("another's, page for everyone", Visibility.PUBLIC, true),
    ON_SHARED_PAGE("another's, page for shared groups", Visibility.PRIVATE, true),
    ON_CLOSED_PAGE("another's, page for nobody", Visibility.SECRET, true);

    static final List<Whose> OWN_ANYWHERE = List.of(OWN, OWN_IN_GROUP);
    static final List<Whose> IN_GROUPS = List.of(IN_PUBLIC, IN_PRIVATE, IN_SECRET);
    static final List<Whose> ON_PAGES = List.of(ON_OPEN_PAGE, ON_SHARED_PAGE, ON_CLOSED_PAGE);

    private final String words;
    private final @Nullable Visibility visibility;
    private final boolean onPage;

    Whose(String words, @Nullable Visibility visibility, boolean onPage) {
        this.words = words;
        this.visibility = visibility;
        this.onPage = onPage;
    }

    /** For people. */
    String inWords() {
        return words;
    }

    /** Of the group or page it is in; null for what is the caller's own altogether. */
    @Nullable
    Visibility visibility() {
        return visibility;
    }

    boolean isOnPage() {
        return onPage;
    }

    boolean isWrittenByCaller() {
        return this == OWN || this == OWN_IN_GROUP;
    }
}
