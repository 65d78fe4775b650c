package org.somoim.http.wire;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a body that is a file and no JSON: a record of one {@code byte[]} called {@code bytes}, which is not looked into. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Upload {
    /** Its media type, such as {@code text/calendar}; if it is text, in UTF-8. */
    String value();
}
