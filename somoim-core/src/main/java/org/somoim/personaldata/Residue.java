package org.somoim.personaldata;

/** Port. What is left in the files of a store of things that were removed from it. */
public interface Residue {

    /**
     * Overwrites or cuts off what is left of everything that was removed before this call.
     *
     * @return whether nothing is left; false if somebody still reads an earlier state or somebody's transaction is open, so
     *     that it has to be tried again
     */
    boolean clear();
}
