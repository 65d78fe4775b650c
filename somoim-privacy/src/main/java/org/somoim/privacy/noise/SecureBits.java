package org.somoim.privacy.noise;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.security.SecureRandom;
import java.util.Objects;

/** Bits of {@link SecureRandom}, which is asked for a block at a time because asking is what costs. Not for two threads. */
final class SecureBits implements BitSource {
    private static final int BLOCK_BYTES = 4096;

    private final SecureRandom random;
    private final byte[] bytes;
    private final LongBuffer words;
    /** The bits in use, and below them how many are left. */
    private final long[] bits;

    SecureBits(SecureRandom random) {
        this.random = Objects.requireNonNull(random, "random");
        this.bytes = new byte[BLOCK_BYTES];
        this.words = ByteBuffer.wrap(bytes).asLongBuffer();
        this.bits = new long[2];
        words.position(words.limit());
    }

    @Override
    public boolean next() {
        if (bits[1] == 0) {
            refill();
        }
        long word = bits[0];
        bits[0] = word >>> 1;
        bits[1]--;
        return (word & 1) != 0;
    }

    @Override
    public long next(int width) {
        if (bits[1] < width || width >= Long.SIZE) {
            return BitSource.super.next(width);
        }
        long word = bits[0];
        bits[0] = word >>> width;
        bits[1] -= width;
        return word & ((1L << width) - 1);
    }

    private void refill() {
        if (!words.hasRemaining()) {
            random.nextBytes(bytes);
            words.rewind();
        }
        bits[0] = words.get();
        bits[1] = Long.SIZE;
    }
}
