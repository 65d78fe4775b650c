package org.somoim.school;

/**
 * A course.
 *
 * @param groupId of its group in the community
 */
record Course(long id, String title, String groupId) {}
