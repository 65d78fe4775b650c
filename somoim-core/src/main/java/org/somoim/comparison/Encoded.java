package org.somoim.comparison;

/** Something released, written out as text in the form that its own type reads again. */
public record Encoded(String value) {}
