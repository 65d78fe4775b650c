package org.somoim.kernel;

/** Who is asking. First parameter of every method that a host may call. */
public sealed interface Actor {

    /** Someone who has not signed in. */
    record Visitor() implements Actor {}

    /** Someone with an account. That the account is in good standing is asked at every call, not here. */
    record Person(Id<User> id) implements Actor {}

    /**
     * The program that embeds the library: a job, a migration, an operator's console. It may do what a site administrator
     * may, and belongs to no group.
     *
     * @param job what it is doing, for logs
     */
    record Host(Word job) implements Actor {}

    static Actor visitor() {
        return new Visitor();
    }

    static Actor person(Id<User> id) {
        return new Person(id);
    }

    /** @param job lower-case words joined by dots or hyphens, such as {@code first-start} */
    static Actor host(String job) {
        return new Host(new Word(job));
    }
}
