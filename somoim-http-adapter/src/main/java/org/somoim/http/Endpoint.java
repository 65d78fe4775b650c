package org.somoim.http;

/** Answers calls, whatever server they came through. Safe between threads. */
public interface Endpoint {

    /** In bytes. Whoever reads bodies from a socket need not read more than one byte beyond. */
    int bodyLimit();

    /** Never throws, and is never null. */
    Answer answer(Call call);
}
