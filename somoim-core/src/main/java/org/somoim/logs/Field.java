package org.somoim.logs;

/**
 * What comes with a line of the log. Names are those of the Elastic Common Schema where it has one, and part of the public
 * API: index templates hang on them.
 */
public enum Field {
    ACTION("event.action", Type.KEYWORD, "which line it is"),
    DURATION("event.duration", Type.LONG, "in nanoseconds"),
    ERROR("error.type", Type.KEYWORD, "a Java class"),
    METHOD("http.request.method", Type.KEYWORD, "such as get"),
    ROUTE("http.route", Type.KEYWORD, "a pattern of docs/http.md, never the path that was called"),
    VERSION("service.version", Type.KEYWORD, "of the library"),
    TROUBLE("somoim.trouble", Type.KEYWORD, "what is the matter with the store; see docs/metrics.md"),
    STATEMENT("somoim.statement", Type.KEYWORD, "a method of a store, which stands for one SQL statement"),
    LISTENER("somoim.listener", Type.KEYWORD, "who hears of facts"),
    POSITION("somoim.position", Type.LONG, "of a fact in the log of facts"),
    FAILURES("somoim.failures", Type.LONG, "how often it has failed so far"),
    DETECTOR("somoim.detector", Type.KEYWORD, "what looks at words"),
    COUNT("somoim.count", Type.LONG, "how many"),
    BYTES("somoim.bytes", Type.LONG, "how large");

    private final String key;
    private final Type type;
    private final String meaning;

    Field(String key, Type type, String meaning) {
        this.key = key;
        this.type = type;
        this.meaning = meaning;
    }

    /** As an index of Elasticsearch or OpenSearch keeps it. */
    public enum Type {
        KEYWORD,
        LONG
    }

    public String key() {
        return key;
    }

    public Type type() {
        return type;
    }

    public String meaning() {
        return meaning;
    }
}
