/** A school of courses, each with a group of its own in the community: a host on Spring Boot. */
@NullMarked
package org.somoim.school;

import org.jspecify.annotations.NullMarked;
