package org.somoim.http.wire;

/**
 * A query parameter that a route takes; never required.
 *
 * @param type a {@link org.somoim.kernel.Word}, {@link org.somoim.kernel.Line}, {@link org.somoim.kernel.Id}, {@link
 *     java.time.Instant}, {@link Boolean}, {@link Integer}, {@link org.somoim.kernel.Cursor} or an enum
 */
public record Param(String name, Class<?> type) {}
