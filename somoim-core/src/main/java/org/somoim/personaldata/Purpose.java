package org.somoim.personaldata;

/** What something is kept for, and what allows it. */
public enum Purpose {
    ACCOUNT("lets a person in, and nobody else in their place", Basis.CONTRACT),
    PROFILE("shows people to one another, as far as each of them wants it", Basis.CONTRACT),
    BELONGING("knows who belongs to which group, and who let them in", Basis.CONTRACT),
    CONVERSATION("shows people what others wrote for them to read", Basis.CONTRACT),
    ATTENTION("tells people what concerns them", Basis.CONTRACT),
    COMPARISON("shows people how they stand among others like them, without giving anybody away", Basis.CONSENT),
    SAFETY("keeps people apart who want it, and out who were put out", Basis.LEGITIMATE_INTEREST),
    SECURITY("notices and undoes misuse", Basis.LEGITIMATE_INTEREST),
    OPERATION("gets work done that was begun", Basis.LEGITIMATE_INTEREST),
    DUTY("proves that what the law asks for was done", Basis.LEGAL_OBLIGATION);

    /** The ground in law: article 6 (1) of the GDPR, and its like elsewhere. */
    public enum Basis {
        CONTRACT,
        CONSENT,
        LEGITIMATE_INTEREST,
        LEGAL_OBLIGATION
    }

    private final String sentence;
    private final Basis basis;

    Purpose(String sentence, Basis basis) {
        this.sentence = sentence;
        this.basis = basis;
    }

    /** For documents: what it is for, as the end of a sentence. */
    public String sentence() {
        return sentence;
    }

    public Basis basis() {
        return basis;
    }
}
