package org.somoim.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Calls of a server over so many connections, one after another on each, for some time. */
final class Load {
    private Load() {}

    /**
     * @param errors answers other than 2xx
     * @param reads of calls that ask
     * @param writes of calls that change something
     */
    record Heard(int errors, double seconds, Times reads, Times writes) {
        static final Heard NOTHING = new Heard(0, 0, new Times(), new Times());

        double perSecond() {
            return (reads.count() + writes.count()) / seconds;
        }

        Times times() {
            return both(reads, writes);
        }

        Heard and(Heard other) {
            return new Heard(
                    errors + other.errors,
                    seconds + other.seconds,
                    both(reads, other.reads),
                    both(writes, other.writes));
        }

        private static Times both(Times one, Times other) {
            var both = new Times();
            both.add(one);
            both.add(other);
            return both;
        }
    }

    /** One call, whole. */
    static byte[] request(String method, String path, String bearer, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + bearer
                + "\r\nAccept: application/json\r\n"
                + (body.length == 0 ? "" : "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n")
                + "\r\n";
        byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[first.length + body.length];
        System.arraycopy(first, 0, whole, 0, first.length);
        System.arraycopy(body, 0, whole, first.length, body.length);
        return whole;
    }

    /** What a server answers to one call. */
    static byte[] once(URI root, byte[] request) throws IOException {
        try (var caller = new Caller(root)) {
            caller.call(request);
            return caller.answer;
        }
    }

    /** @param requests of the connection with this number, in turn */
    static Heard on(URI root, int connections, double seconds, IntFunction<List<byte[]>> requests) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(connections);
        try {
            long begun = System.nanoTime();
            long end = begun + (long) (seconds * 1e9);
            List<Callable<Heard>> callers = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                List<byte[]> own = requests.apply(i);
                callers.add(() -> call(root, own, end));
            }
            Heard all = Heard.NOTHING;
            for (Future<Heard> one : pool.invokeAll(callers)) {
                all = all.and(one.get());
            }
            return new Heard(all.errors(), (System.nanoTime() - begun) / 1e9, all.reads(), all.writes());
        } finally {
            pool.shutdown();
        }
    }

    private static Heard call(URI root, List<byte[]> requests, long end) throws Exception {
        var reads = new Times();
        var writes = new Times();
        int errors = 0;
        try (var caller = new Caller(root)) {
            for (int turn = 0; System.nanoTime() < end; turn++) {
                byte[] request = requests.get(turn % requests.size());
                Times times = request[0] == 'G' ? reads : writes;
                int status = times.take(() -> caller.call(request));
                errors += status / 100 == 2 ? 0 : 1;
            }
        }
        return new Heard(errors, 0, reads, writes);
    }

    /** One connection that is kept. */
    private static final class Caller implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private byte[] answer = {};

        Caller(URI root) throws IOException {
            socket = new Socket(root.getHost(), root.getPort());
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 65_536);
            out = socket.getOutputStream();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }

        int call(byte[] request) throws IOException {
            out.write(request);
            out.flush();
            int status = Integer.parseInt(line().split(" ")[1]);
            int length = 0;
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(
                            line.substring(line.indexOf(':') + 1).trim());
                } else if (line.toLowerCase(Locale.ROOT).startsWith("transfer-encoding:")) {
                    throw new IOException("answers come whole here");
                }
            }
            answer = in.readNBytes(length);
            return status;
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IOException("the server hung up");
                }
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }
    }
}
