package org.somoim.access;

/** What people can belong to, and what takes its visibility on to everything inside it: a group. */
public interface Place {}
