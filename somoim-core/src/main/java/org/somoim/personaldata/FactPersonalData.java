package org.somoim.personaldata;

/**
 * Plug for the log of facts, which the kernel keeps. A fact holds bare ids and no text, and goes when every listener has
 * heard it; what an erased person's id leads to is gone.
 */
public final class FactPersonalData {
    public static final Inventory KEPT = Inventory.of("kernel")
            .table("facts", Purpose.OPERATION)
            .plain("position", "fact", "created-at")
            .table("listeners", Purpose.OPERATION)
            .plain("name", "position", "failures", "retry-at")
            .table("facts-set-aside", Purpose.OPERATION)
            .plain("listener", "position", "failures", "error", "created-at")
            .done();

    private FactPersonalData() {}
}
