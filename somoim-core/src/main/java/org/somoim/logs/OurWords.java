package org.somoim.logs;

/** On an exception whose message never holds what people wrote, so that the log may show it. */
public interface OurWords {}
