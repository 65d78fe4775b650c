package org.somoim.architecture;

import com.tngtech.archunit.lang.ArchRule;

/**
 * One rule of the house.
 *
 * @param name a sentence
 * @param culprit simple name of the class in the planted tree that breaks it
 */
record Law(String name, String culprit, ArchRule rule) {}
