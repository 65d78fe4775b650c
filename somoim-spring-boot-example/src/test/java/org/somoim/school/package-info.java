@NullMarked
package org.somoim.school;

import org.jspecify.annotations.NullMarked;
