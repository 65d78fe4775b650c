package org.somoim.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.somoim.kernel.Word;
import org.somoim.privacy.PrivacyPlan;

/**
 * Names the bands and bins of a plan. What was given under one shape is not counted under another: the same number would
 * mean something else.
 */
final class Shape {
    private static final int BYTES = 20;

    private Shape() {}

    static Word of(PrivacyPlan plan) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(plan.shape().getBytes(UTF_8));
            return new Word(HexFormat.of().formatHex(digest, 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
