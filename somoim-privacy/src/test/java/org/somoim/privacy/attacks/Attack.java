package org.somoim.privacy.attacks;

import java.util.List;

/** A program that tries to learn something about one person. */
public interface Attack {

    /** Such as {@code A4}, as in the threat model. */
    String id();

    /** In a few words. */
    String name();

    /** What keeps it from its goal. */
    String defence();

    List<Finding> on(Target target, Lab lab);
}
