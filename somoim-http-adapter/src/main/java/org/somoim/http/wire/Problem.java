package org.somoim.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.somoim.kernel.Id;
import org.somoim.kernel.Kind;
import org.somoim.kernel.Reason;
import org.somoim.kernel.Refusal;

/**
 * A refusal or failure as RFC 9457 has it. The one place where a {@link Kind} meets a status code.
 *
 * @param type a page about the code, relative to where the API is mounted
 * @param title the code in words
 * @param detail what is the matter and what to do about it
 * @param code stable, for programs
 * @param about ids that it is about, often none
 * @param errors fields of the body that cannot be taken, often none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String title, int status, String detail, String code, List<String> about, List<Error> errors)
        implements View {

    /** Where the pages about codes begin. */
    public static final String PAGES = "/docs/errors/";

    /** @param pointer where in the body, as a JSON pointer; empty for the body as a whole */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Error(String pointer, String code, String detail) implements View {}

    public static Problem of(Refusal refusal) {
        List<String> about = refusal.about().stream().map(Id::toString).toList();
        return of(refusal.reason(), about, List.of());
    }

    public static Problem of(InvalidBody invalid) {
        List<Error> errors = invalid.faults().stream()
                .map(fault -> new Error(
                        fault.pointer(), fault.reason().code(), fault.reason().advice()))
                .toList();
        return of(WireReason.INVALID_BODY, List.of(), errors);
    }

    public static Problem of(Failure failure) {
        return of(failure.code(), failure.status(), failure.advice(), List.of(), List.of());
    }

    private static Problem of(Reason reason, List<String> about, List<Error> errors) {
        return of(reason.code(), status(reason), reason.advice(), about, errors);
    }

    private static Problem of(String code, int status, String advice, List<String> about, List<Error> errors) {
        String words = code.substring(code.indexOf('.') + 1).replace('-', ' ');
        String title = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return new Problem(PAGES + code, title, status, advice, code, about, errors);
    }

    /** The status of whatever is refused for {@code reason}. */
    public static int status(Reason reason) {
        return reason instanceof WireReason wire ? wire.status() : status(reason.kind());
    }

    private static int status(Kind kind) {
        return switch (kind) {
            case INVALID -> 422;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case GONE -> 410;
            case TOO_MANY -> 429;
        };
    }

    /** The same under the path where the API is mounted. */
    public Problem under(String mount) {
        return new Problem(mount + type, title, status, detail, code, about, errors);
    }
}
