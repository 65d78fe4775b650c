package org.somoim.http.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.somoim.Covers;

/**
 * Follows the fuzzer wherever coverage leads. Short in {@code mvn verify}, in a JVM of its own. Inputs to begin with are among
 * the test resources: a letter that says where the rest goes in, then the rest.
 */
@Covers("SEC-2")
class HostileInputFuzzTest {
    private final HostileInput input = new HostileInput();

    @FuzzTest(maxDuration = "10s")
    void whateverComesNothingBreaks(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(bytes, 1, bytes.length);
        String text = new String(rest, StandardCharsets.UTF_8);
        switch (bytes[0]) {
            case 'b' -> input.body(rest);
            case 'c' -> input.mediaType(text);
            case 'p' -> input.line("GET", text, "");
            case 'm' -> input.line(text, "/api/v1/wishes", "");
            case 'q' -> input.query(text);
            case 't' -> input.token(text);
            default -> input.markdown(text);
        }
    }
}
