package org.somoim.profiles;

import org.somoim.access.Action;
import org.somoim.access.Standing;
import org.somoim.access.Visibility;

/** Who may do what with a person's profile, by what they are to the person's page. */
public enum ProfileAction implements Action {
    /** Those who share a group always know one another's display names. */
    SEE;

    @Override
    public Standing least(Visibility visibility) {
        return visibility == Visibility.PUBLIC ? Standing.PERSON : Standing.MEMBER;
    }

    @Override
    public Action see() {
        return SEE;
    }
}
