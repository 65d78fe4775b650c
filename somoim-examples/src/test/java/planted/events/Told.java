package planted.events;

import org.somoim.kernel.Fact;

/** News that quotes somebody. */
public record Told(String what) implements Fact {}
