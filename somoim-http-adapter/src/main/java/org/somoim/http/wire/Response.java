package org.somoim.http.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.somoim.kernel.Cursor;
import org.somoim.kernel.Page;

/**
 * What a handler answers when all went well.
 *
 * @param location where what was made can be found, relative to {@value Route#BASE}, or null if nothing was
 * @param next where the next page begins, or null if there is none
 */
public record Response(
        int status,
        Content content,
        @Nullable String location,
        @Nullable Cursor next) {

    /** What is in it. */
    public sealed interface Content {

        record Nothing() implements Content {}

        record One(View view) implements Content {}

        record Many(List<? extends View> views) implements Content {}

        /** @param bytes not copied; to be left alone */
        record File(String mediaType, byte[] bytes) implements Content {}

        /**
         * For a program of one reader, which names itself by a secret in the address.
         *
         * @param bytes not copied; to be left alone
         */
        record Feed(String mediaType, byte[] bytes) implements Content {}

        /**
         * Written out while it is being read, so that it need not fit into memory.
         *
         * @param name what it is to be called when it is kept as a file
         */
        record Stream(String mediaType, String name, Writing writing) implements Content {}

        /** @param to where it is now, from the root of the API's mount */
        record Moved(String to) implements Content {}
    }

    public static Response ok(View view) {
        return of(200, view);
    }

    /** All there are. */
    public static Response ok(List<? extends View> views) {
        return new Response(200, new Content.Many(List.copyOf(views)), null, null);
    }

    /** Some of many, and how to go on. */
    public static Response page(Page<? extends View> page) {
        return new Response(200, new Content.Many(page.items()), null, page.next());
    }

    /** @param location such as {@code "/groups/" + id} */
    public static Response created(String location, View view) {
        return new Response(201, new Content.One(view), location, null);
    }

    /** Taken in; what comes of it is told elsewhere. */
    public static Response accepted() {
        return new Response(202, new Content.Nothing(), null, null);
    }

    public static Response nothing() {
        return new Response(204, new Content.Nothing(), null, null);
    }

    /** A view under a status that says more than that all is well. */
    public static Response of(int status, View view) {
        return new Response(status, new Content.One(view), null, null);
    }

    /** @param bytes not copied; to be left alone */
    public static Response file(String mediaType, byte[] bytes) {
        return new Response(200, new Content.File(mediaType, bytes), null, null);
    }

    /** @param bytes for one reader alone; not copied, to be left alone */
    public static Response feed(String mediaType, byte[] bytes) {
        return new Response(200, new Content.Feed(mediaType, bytes), null, null);
    }

    /** @param name what it is to be called when it is kept as a file */
    public static Response stream(String mediaType, String name, Writing writing) {
        return new Response(200, new Content.Stream(mediaType, name, writing), null, null);
    }

    /** @param to where it is for good, from the root of where the API is mounted */
    public static Response moved(String to) {
        return new Response(308, new Content.Moved(to), null, null);
    }
}
