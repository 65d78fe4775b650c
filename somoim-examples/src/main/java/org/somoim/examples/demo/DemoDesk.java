package org.somoim.examples.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import org.somoim.http.Pages;
import org.somoim.http.wire.InvalidBody;
import org.somoim.http.wire.Json;
import org.somoim.http.wire.View;
import org.somoim.kernel.Line;
import org.somoim.kernel.Refusal;

/**
 * What only a demo has, under {@value #PATH}: its clock, its logins, the letters that a real host would send, and pictures of
 * addresses for telephones. Not part of the API. A page from elsewhere cannot set the clock, because a browser asks before it sends JSON to somebody else, and is
 * not answered.
 */
final class DemoDesk extends Handler.Abstract {
    private static final String PATH = "/demo/";
    private static final int LONGEST_BODY = 1_000;

    private final DemoClock clock;
    private final Postbox postbox;
    private final Runnable afterwards;

    /** @param afterwards done when the clock was set, so that what has come due happens */
    DemoDesk(DemoClock clock, Postbox postbox, Runnable afterwards) {
        this.clock = clock;
        this.postbox = postbox;
        this.afterwards = afterwards;
    }

    record StateView(String now, long aheadSeconds, List<LoginView> logins) implements View {}

    record LoginView(String name, String email, String password, String role) implements View {
        static LoginView of(Login login) {
            return new LoginView(
                    login.displayName().value(),
                    login.email().value(),
                    login.password().value(),
                    login.word());
        }
    }

    record Forward(int minutes) {}

    record Drawn(Line text) {}

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String path = request.getHttpURI().getPath();
        if (!path.startsWith(PATH)) {
            return false;
        }
        switch (request.getMethod() + " " + path.substring(PATH.length())) {
            case "GET state" -> write(response, HttpStatus.OK_200, state(), callback);
            case "GET letters" -> {
                Fields asked = Request.extractQueryParameters(request);
                write(response, HttpStatus.OK_200, postbox.lettersTo(String.valueOf(asked.getValue("to"))), callback);
            }
            case "POST clock" -> setForward(request, response, callback);
            case "POST qr" -> draw(request, response, callback);
            default -> write(response, HttpStatus.NOT_FOUND_404, List.of(), callback);
        }
        return true;
    }

    private StateView state() {
        return new StateView(
                clock.instant().toString(),
                clock.ahead().toSeconds(),
                Arrays.stream(Login.values()).map(LoginView::of).toList());
    }

    private void setForward(Request request, Response response, Callback callback) throws IOException {
        Forward wanted = read(request, response, Forward.class, callback);
        if (wanted == null) {
            return;
        }
        var by = Duration.ofMinutes(wanted.minutes());
        if (!clock.canForward(by)) {
            write(response, HttpStatus.UNPROCESSABLE_ENTITY_422, List.of(), callback);
            return;
        }
        clock.forward(by);
        afterwards.run();
        write(response, HttpStatus.OK_200, state(), callback);
    }

    /** A text that is sent rather than asked for: what is in an address is written into logs on the way. */
    private static void draw(Request request, Response response, Callback callback) throws IOException {
        Drawn wanted = read(request, response, Drawn.class, callback);
        if (wanted != null) {
            write(response, HttpStatus.OK_200, QrCode.of(wanted.text().value()), callback);
        }
    }

    /** Null if it has been turned down. */
    private static <T extends Record> @Nullable T read(
            Request request, Response response, Class<T> type, Callback callback) throws IOException {
        String mediaType = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (mediaType == null || !mediaType.startsWith("application/json")) {
            write(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, List.of(), callback);
            return null;
        }
        try {
            return Json.read(Content.Source.asInputStream(request).readNBytes(LONGEST_BODY), type);
        } catch (Refusal | InvalidBody e) {
            write(response, HttpStatus.UNPROCESSABLE_ENTITY_422, List.of(), callback);
            return null;
        }
    }

    private static void write(Response response, int status, Object body, Callback callback) {
        Pages.HEADERS.forEach(response.getHeaders()::put);
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        byte[] bytes = status == HttpStatus.OK_200 ? Json.write(body) : "{}".getBytes(StandardCharsets.UTF_8);
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }
}
