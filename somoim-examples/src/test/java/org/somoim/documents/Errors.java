package org.somoim.documents;

import static java.util.stream.Collectors.joining;
import static org.somoim.documents.Table.row;

import java.util.List;
import org.somoim.http.wire.Problem;
import org.somoim.kernel.Reason;

/** {@code docs/errors.md}. */
final class Errors {
    private static final String[] HEAD = {"Code", "Kind", "HTTP", "What is the matter, and what to do"};

    private Errors() {}

    static String text() {
        return """
                # What can be refused

                A call that is understood and turned down throws a `Refusal`; nothing has changed then. Codes are stable: programs
                may depend on them. Over HTTP they come as problem details (RFC 9457).

                """ + Types.enums(Reason.class).map(Errors::table).collect(joining("\n"));
    }

    private static String table(List<Reason> reasons) {
        return "## " + reasons.get(0).code().replaceFirst("\\..*", "") + "\n\n"
                + Table.of(
                        HEAD,
                        reasons.stream()
                                .map(reason -> row(
                                        "`" + reason.code() + "`",
                                        reason.kind(),
                                        Problem.status(reason),
                                        reason.advice()))
                                .toList());
    }
}
