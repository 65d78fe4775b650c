package org.somoim.http.wire;

import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;

/** What can be wrong with a call before any capability sees it. Each knows its status, for HTTP is finer here than {@link Kind}. */
public enum WireReason implements Reason {
    BAD_PATH(400, "This path is malformed. Encode it as UTF-8, without empty, dot or dot-dot segments."),
    BAD_QUERY(400, "This query is malformed. Send name=value pairs joined by &, percent-encoded as UTF-8."),
    REPEATED_PARAMETER(400, "A query parameter was sent more than once. Send it once."),
    UNKNOWN_PARAMETER(400, "There is no such query parameter here. The API documentation lists those there are."),
    BAD_PARAMETER(422, "A query parameter is of the wrong form. The API documentation gives its type."),
    PATH_TOO_LONG(414, "The path or the query is too long. Send long values in the body."),
    BAD_TOKEN(401, "The access token is not valid here, or not any more. Sign in again."),
    FOREIGN_ORIGIN(403, "A page from elsewhere may not open a socket here. Its host has to allow that page's origin."),
    TOO_MANY_SOCKETS(429, "You have too many sockets open. Close one of them."),
    NO_SUCH_ROUTE(404, "There is nothing at this path. The API documentation lists all there is."),
    METHOD_NOT_ALLOWED(405, "This method is not for this path. The Allow header lists those that are."),
    CHANGED_MEANWHILE(412, "It has changed since you read it. Read it again, then send your change with the new ETag."),
    NO_ETAG_HERE(
            400,
            "This condition cannot be checked here. Send If-Match only where the same path can be read, and If-None-Match only to read."),
    BODY_TOO_LARGE(413, "The body is too large. Send less at once."),
    WRONG_MEDIA_TYPE(415, "Send the body as application/json in UTF-8, and say so in the Content-Type header."),
    UNEXPECTED_BODY(400, "This call takes no body. Send none."),
    MISSING_BODY(400, "This call needs a JSON object as its body."),
    NOT_UTF_8(400, "The body is not well-formed UTF-8."),
    UNREADABLE_BODY(
            400,
            "The body is not one well-formed JSON value, names a field twice, or is nested too deeply. Correct it."),
    INVALID_BODY(422, "One or more fields of the body cannot be taken. The errors say which and why."),
    UNKNOWN_FIELD(422, "There is no such field here. Leave it out."),
    MISSING_FIELD(422, "This field is required."),
    NULL_FIELD(422, "This field must not be null."),
    WRONG_TYPE(422, "This field is of the wrong JSON type. The API documentation gives the right one."),
    UNKNOWN_VALUE(422, "This is none of the values the field may have. The API documentation lists them."),
    NOT_AN_INSTANT(422, "Send a time as in 2026-03-02T12:00:00Z; one by the clock on the wall goes without the Z."),
    TOO_MANY_FAULTS(422, "There is more that cannot be taken. Correct what is listed first.");

    private final int status;
    private final String advice;

    WireReason(int status, String advice) {
        this.status = status;
        this.advice = advice;
    }

    public int status() {
        return status;
    }

    /** What comes nearest. */
    @Override
    public Kind kind() {
        return switch (status) {
            case 401 -> Kind.UNAUTHENTICATED;
            case 404, 405 -> Kind.NOT_FOUND;
            case 412 -> Kind.CONFLICT;
            default -> Kind.INVALID;
        };
    }

    @Override
    public String advice() {
        return advice;
    }

    /** The package is called {@code wire}; callers know it as HTTP. */
    @Override
    public String code() {
        return "http." + Reason.super.code().substring("wire.".length());
    }
}
