package planted.privacy;

/** Looks at people without any noise. */
public final class Prying {
    private final Frozen frozen = new Frozen();

    public long exactly() {
        return frozen.raw();
    }
}
