package org.somoim.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.somoim.kernel.Refusal;

/** Asserts refusals by their code. */
public final class Refused {
    private Refused() {}

    public static void assertRefused(String code, ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(Refusal.class);
        assertThat(((Refusal) thrown).reason().code()).isEqualTo(code);
    }
}
