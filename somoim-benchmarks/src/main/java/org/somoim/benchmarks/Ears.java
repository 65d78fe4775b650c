package org.somoim.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Clients with a socket each, all read by one thread, with as little memory as can be. They listen to messages whose words
 * are the time at which they were said, and note how long each has taken.
 */
final class Ears implements AutoCloseable {
    private static final Pattern SAID = Pattern.compile("\"body\":\"([0-9]+)\"");
    private static final int BIG = 126;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    /** A pong of no length, as a client masks it. */
    private static final byte[] SIGN_OF_LIFE = {(byte) 0x8A, (byte) 0x80, 0, 0, 0, 0};

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final Selector selector = Selector.open();
    private final List<SocketChannel> channels = new ArrayList<>();
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(1 << 16);
    private final List<Long> took = new ArrayList<>();
    private long frames;
    private String last = "";

    Ears() throws IOException {}

    /** Shakes hands. */
    void open(URI root, String path, String token) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(root.getHost(), root.getPort()));
        channel.write(ByteBuffer.wrap(("GET " + path + " HTTP/1.1\r\nHost: " + root.getAuthority()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nAuthorization: Bearer " + token
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII)));
        ByteBuffer one = ByteBuffer.allocate(1);
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            one.clear();
            if (channel.read(one) < 0) {
                throw new IOException("turned down: " + head);
            }
            head.append((char) one.get(0));
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("turned down: " + head);
        }
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, new Half());
        channels.add(channel);
    }

    /** Goes on until {@code wanted} messages were heard by all together. Gives how long each took. */
    List<Long> listen(long wanted) {
        took.clear();
        frames = 0;
        try {
            while (took.size() < wanted) {
                if (selector.select(this::read, LONGEST_SILENCE.toMillis()) == 0) {
                    throw new IOException("heard " + took.size() + " of " + wanted + ", and then nothing");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(took);
    }

    /** Reads whatever comes until nothing comes any more. */
    void settle(long millis) throws IOException {
        while (selector.select(this::read, millis) > 0) {
            // What was on its way.
        }
    }

    long frames() {
        return frames;
    }

    /** The last frame that was heard. */
    String last() {
        return last;
    }

    private void read(SelectionKey key) {
        bytes.clear();
        try {
            if (((SocketChannel) key.channel()).read(bytes) < 0) {
                throw new IOException("a socket was closed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes.flip();
        long now = System.nanoTime();
        ((Half) key.attachment()).take(bytes, text -> {
            if (text.contains("\"type\":\"gap\"")) {
                throw new IllegalStateException("a listener is too far behind");
            }
            Matcher said = SAID.matcher(text);
            while (said.find()) {
                took.add(now - Long.parseLong(said.group(1)));
                last = text;
            }
            frames += text.contains("\"body\"") ? 1 : 0;
        });
        answer(key);
    }

    private static void answer(SelectionKey key) {
        var half = (Half) key.attachment();
        try {
            for (; half.pings > 0; half.pings--) {
                ((SocketChannel) key.channel()).write(ByteBuffer.wrap(SIGN_OF_LIFE));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel channel : channels) {
            channel.close();
        }
        selector.close();
    }

    /** The part of a frame that has come so far. */
    private static final class Half {
        private byte[] kept = new byte[0];
        private int pings;

        void take(ByteBuffer more, java.util.function.Consumer<String> frame) {
            byte[] all = new byte[kept.length + more.remaining()];
            System.arraycopy(kept, 0, all, 0, kept.length);
            more.get(all, kept.length, more.remaining());
            int at = 0;
            while (all.length - at >= 2) {
                int length = all[at + 1];
                int head = length < BIG ? 2 : length == BIG ? 4 : 10;
                if (all.length - at < head) {
                    break;
                }
                ByteBuffer view = ByteBuffer.wrap(all);
                int size = length < BIG
                        ? length
                        : length == BIG ? view.getShort(at + 2) & 0xFFFF : (int) view.getLong(at + 2);
                if (all.length - at < head + size) {
                    break;
                }
                if ((all[at] & 0xF) == CLOSE) {
                    throw new IllegalStateException("closed with code " + view.getShort(at + head));
                }
                if ((all[at] & 0xF) == PING) {
                    pings++;
                } else {
                    frame.accept(new String(all, at + head, size, StandardCharsets.UTF_8));
                }
                at += head + size;
            }
            kept = at == all.length ? new byte[0] : java.util.Arrays.copyOfRange(all, at, all.length);
        }
    }
}
