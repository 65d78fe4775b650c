package org.somoim.access;

/** Something one may or may not do to the community as a whole. Listed by each capability in one enum. */
public interface SiteAction {

    /** The weakest role that may do it. The host may do everything. */
    SiteRole least();

    /** The enum constant's name. */
    String name();
}
