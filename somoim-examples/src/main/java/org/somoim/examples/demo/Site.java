package org.somoim.examples.demo;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.somoim.http.Pages;

/**
 * The demo's pages, at the root and under {@value #FOLDER}. Files of its own only: nothing is loaded from elsewhere, and
 * nothing that people have written can become script. Leaves every other path alone.
 */
final class Site extends Handler.Abstract.NonBlocking {
    private static final String FOLDER = "/site/";
    private static final String FRONT = "index.html";

    private final Map<String, SiteFile> files = new ConcurrentHashMap<>();

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        // As it was sent: what would have to be decoded first is no name of a file.
        String path = request.getHttpURI().getPath();
        if (!path.equals("/") && !path.startsWith(FOLDER)) {
            return false;
        }
        Pages.HEADERS.forEach(response.getHeaders()::put);
        boolean isHead = request.getMethod().equals("HEAD");
        if (!isHead && !request.getMethod().equals("GET")) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            return end(response, HttpStatus.METHOD_NOT_ALLOWED_405, callback);
        }
        SiteFile file = file(path.equals("/") ? FRONT : path.substring(FOLDER.length()));
        if (file == null) {
            return end(response, HttpStatus.NOT_FOUND_404, callback);
        }
        return send(file, isHead, request, response, callback);
    }

    private static boolean send(SiteFile file, boolean isHead, Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.VARY, "Accept-Encoding");
        boolean isPacked = takesGzip(request.getHeaders().get(HttpHeader.ACCEPT_ENCODING));
        String tag = isPacked ? file.packedTag() : file.tag();
        response.getHeaders().put(HttpHeader.ETAG, tag);
        if (names(request.getHeaders().get(HttpHeader.IF_NONE_MATCH), tag)) {
            return end(response, HttpStatus.NOT_MODIFIED_304, callback);
        }
        byte[] bytes = isPacked ? file.packed() : file.bytes();
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, file.mediaType());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        if (isPacked) {
            response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
        }
        response.setStatus(HttpStatus.OK_200);
        response.write(true, isHead ? ByteBuffer.allocate(0) : ByteBuffer.wrap(bytes), callback);
        return true;
    }

    private static boolean end(Response response, int status, Callback callback) {
        response.setStatus(status);
        response.write(true, ByteBuffer.allocate(0), callback);
        return true;
    }

    private @Nullable SiteFile file(String name) {
        SiteFile known = files.get(name);
        if (known == null) {
            known = SiteFile.find(name).orElse(null);
            if (known != null) {
                files.put(name, known);
            }
        }
        return known;
    }

    private static boolean names(@Nullable String header, String tag) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(one -> one.strip().replaceFirst("^W/", ""))
                        .anyMatch(one -> one.equals(tag) || one.equals("*"));
    }

    private static boolean takesGzip(@Nullable String header) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(String::strip)
                        .anyMatch(one ->
                                one.equals("gzip") || one.startsWith("gzip;") && !one.matches("gzip; *q=0(\\.0*)?"));
    }
}
