package org.somoim.http.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.somoim.http.wire.Json;
import org.somoim.http.wire.View;

/** What is sent over a socket: text, written once however many sockets it goes to. Safe between threads. */
public final class Frame {
    private final byte[] utf8;
    private final String text;

    private Frame(byte[] utf8) {
        this.utf8 = utf8;
        this.text = new String(utf8, StandardCharsets.UTF_8);
    }

    public static Frame of(View view) {
        return new Frame(Json.write(view));
    }

    /** The same bytes for everyone, each time with a place of its own to read on from. */
    public ByteBuffer bytes() {
        return ByteBuffer.wrap(utf8).asReadOnlyBuffer();
    }

    public String text() {
        return text;
    }
}
